import type { Format } from "../../format/format.js";
import type { AttainedThing, Attainment } from "../../track/attainment.js";
import type { Replan } from "../../track/replan.js";
import { sayHelp } from "../../words/attainment.js";
import { targetRows } from "../../rows/target-rows.js";
import { countCell, numberCell, rateCell } from "../figures.js";
import { left, right, table, type Cell, type Column, type Row, type Section } from "../report.js";
import { tally } from "../../number/tally.js";

/** Whose progress is shown by name. */
export interface Named {
  /** Whether all people are. */
  readonly people?: boolean | undefined;
  /** Only this one. */
  readonly person?: string | undefined;
}

/** How teams stand, and where they are asked for by name, people: their share and what was done, what is next, who needs help. */
export function attainmentSections(
  { teams, people }: Attainment,
  replan: Replan | undefined,
  { people: isAll = false, person, team }: Named & { readonly team?: string | undefined },
  format: Format,
): Section[] {
  const ofTeam = (each: { readonly team: string }): boolean => team === undefined || each.team === team;
  const named = people.filter(
    (each) => ofTeam(each) && (person === undefined ? isAll : each.name === person),
  );
  const helped = named.filter(({ help }) => help.length > 0);
  const next = replan === undefined ? new Map<string, number>() : nextWeek(replan);
  const teamRows = teams.filter(ofTeam).flatMap((each) => rowsOf(each.team, each.things, () => null, format));
  const peopleRows = named.flatMap(({ name, things }) =>
    rowsOf(name, things, (thing) => next.get(keyOf(name, thing)) ?? null, format),
  );
  const help = helped.map(
    ({ name, help: reasons }) => `${name}: ${reasons.map((each) => sayHelp(each, format)).join("; ")}.`,
  );
  return [
    {
      title: "Teams and their shares",
      blocks: teamRows.length === 0 ? [] : [table(columnsOf("Team"), teamRows)],
    },
    {
      title: "People and their shares",
      blocks: peopleRows.length === 0 ? [] : [table(columnsOf("Person"), peopleRows)],
    },
    { title: "Who needs help", blocks: help.length === 0 ? [] : [{ kind: "list", items: help }] },
  ];
}

function columnsOf(whose: string): readonly Column[] {
  return [
    ...[
      left(whose),
      left("What"),
      right("Share this week"),
      right("Done"),
      right("Share so far"),
      right("Done so far"),
    ],
    ...[right("Attained"), right("Next week")],
  ];
}

function rowsOf(
  name: string,
  things: readonly AttainedThing[],
  next: (thing: string) => number | null,
  format: Format,
): readonly Row[] {
  return things.map(({ name: thing, week, sinceStart }, index): readonly Cell[] => [
    index === 0 ? name : "",
    thing === "win" ? "wins" : thing,
    numberCell(format, week.share),
    numberCell(format, week.done),
    numberCell(format, sinceStart.share),
    numberCell(format, sinceStart.done),
    rateCell(format, sinceStart.attainment),
    countCell(format, next(thing)),
  ]);
}

function keyOf(person: string, thing: string): string {
  return JSON.stringify([person, thing]);
}

/** What the first week of the plan for the rest asks of each person. */
function nextWeek({ solution }: Replan): ReadonlyMap<string, number> {
  const rows = targetRows(solution, { by: "week", per: "person" }).filter(
    ({ target, from, person }) => target > 0 && from !== null && person !== null,
  );
  const first = rows[0]?.from ?? null;
  const next = new Map<string, number>();
  for (const { from, person, activity, stage, target } of rows) {
    if (from !== first || person === null) continue;
    const key = keyOf(person, activity ?? stage);
    tally(next, key, target);
  }
  return next;
}
