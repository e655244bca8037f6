import type { Solution } from "reverse-funnel";
import { stageRows, type StageRow } from "../answer/stage-rows.js";
import { NumberButton } from "./number-button.js";
import type { Page } from "./page.js";

/** Every stage from the source to the win, with its numbers. */
export function StageTable({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const rows = stageRows(answer);
  if (rows.length === 0) return null;
  const hasOpen = rows.some(({ fromPipeline }) => fromPipeline !== null);
  return (
    <section class="stage-table" aria-labelledby="table-heading">
      <h3 id="table-heading">Stage by stage</h3>
      <p class="hint">Press a number to see where it comes from.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Go on</th>
            <th scope="col">In all</th>
            <th scope="col">A week</th>
            <th scope="col">A day</th>
            {hasOpen && <th scope="col">There already</th>}
            <th scope="col">Start by</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Line key={index} page={page} row={row} hasOpen={hasOpen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Parts {
  readonly page: Page;
  readonly row: StageRow;
  readonly hasOpen: boolean;
}

function Line({ page, row, hasOpen }: Parts) {
  const {
    stage,
    channel,
    owner,
    isWin,
    rate,
    total,
    perWeek,
    perDay,
    fromPipeline: open,
    startBy,
    why,
  } = row;
  const figure = (label: string, words: string | null, at: StageRow["total"]["at"]) => (
    <td data-label={label} class="figure">
      {words === null ? (
        "–"
      ) : (
        <NumberButton page={page} text={words} of={`${stage} ${label.toLowerCase()}`} at={at} />
      )}
    </td>
  );
  return (
    <tr class={isWin ? "win" : undefined}>
      <th scope="row">
        <span class="what">{isWin ? "win" : stage}</span>
        {(owner !== null || channel !== null) && (
          <span class="owner">{[channel, owner].filter((each) => each !== null).join(" · ")}</span>
        )}
        {why !== null && <span class="owner">{why}</span>}
      </th>
      {figure("Go on", rate === null ? null : page.format.writtenRate(rate.value), rate?.at ?? [])}
      {figure("In all", page.format.number(total.value), total.at)}
      {figure("A week", perWeek === null ? null : page.format.number(perWeek.value), perWeek?.at ?? [])}
      {figure("A day", perDay === null ? null : page.format.number(perDay.value), perDay?.at ?? [])}
      {hasOpen &&
        figure("There already", open === null ? null : page.format.number(open.value), open?.at ?? [])}
      <td data-label="Start by" class="date">
        {startBy === null ? "–" : page.format.date(startBy)}
      </td>
    </tr>
  );
}
