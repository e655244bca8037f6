import type { Solution } from "reverse-funnel";
import { headline, type Daily } from "../answer/headline.js";
import { NumberButton } from "./number-button.js";
import type { Page } from "./page.js";

/** What to do each day, as big as can be. */
export function HeadlineView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const { first } = headline(answer);
  const infeasible = answer.status === "infeasible";
  return (
    <div class={infeasible ? "headline infeasible" : "headline"}>
      {infeasible && (
        <p class="verdict">
          {first.length > 0 ? "Out of reach as planned. It would take" : "Out of reach as planned."}
        </p>
      )}
      <ul class={first.length > 1 ? "dailies several" : "dailies"}>
        {first.map((daily, index) => (
          <DailyView key={index} page={page} daily={daily} />
        ))}
      </ul>
    </div>
  );
}

/** What follows from it for the stages after. */
export function ThenView({ page, answer }: { readonly page: Page; readonly answer: Solution }) {
  const { then } = headline(answer);
  if (then.length === 0) return null;
  return (
    <section class="then" aria-labelledby="then-heading">
      <h3 id="then-heading">and, as they come in,</h3>
      <ul>
        {then.map((daily, index) => (
          <li key={index}>
            <PerDay page={page} daily={daily} />
            <span>
              <span class="what">{daily.what}</span> {daily.perDay === null ? "in all" : "a day"}
              {daily.owner !== null && <span class="owner"> {daily.owner}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DailyView({ page, daily }: { readonly page: Page; readonly daily: Daily }) {
  const { what, owner, perDay, startBy, workingDays } = daily;
  return (
    <li class="daily">
      <p class="daily-line">
        <PerDay page={page} daily={daily} />
        <span class="daily-what">
          <span class="what">{what}</span> {perDay === null ? "in all" : "a day"}
        </span>
      </p>
      <p class="daily-note">
        {owner !== null && <span class="owner">{owner}</span>}
        <span>
          <NumberButton
            page={page}
            text={page.format.number(daily.total)}
            of={`${what} in all`}
            at={daily.totalAt}
          />
          {" in all on "}
          {page.format.number(workingDays)} working {workingDays === 1 ? "day" : "days"}
          {startBy === null ? "" : `, the last one on ${page.format.date(startBy)}`}
        </span>
      </p>
    </li>
  );
}

function PerDay({ page, daily }: { readonly page: Page; readonly daily: Daily }) {
  const { what, perDay, total, perDayAt, totalAt } = daily;
  return perDay === null ? (
    <NumberButton page={page} text={page.format.number(total)} of={`${what} in all`} at={totalAt} />
  ) : (
    <NumberButton page={page} text={page.format.number(perDay)} of={`${what} a day`} at={perDayAt} />
  );
}
