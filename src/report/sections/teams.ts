import type { Format } from "../../format/format.js";
import type { Targets } from "../../solve/answer.js";
import { countCell, numberCell, rateCell } from "../figures.js";
import { left, right, table, type Section } from "../report.js";
import { fullestWeeks } from "./fullest-weeks.js";

const COLUMNS = [
  left("Team"),
  left("Of"),
  left("Fullest week"),
  right("Asked"),
  right("Possible"),
  right("Used"),
];

/** How full each team is in its fullest week. */
export function teamSection({ utilisation }: Targets, format: Format): Section {
  const rows = fullestWeeks(utilisation).map(({ use, share }) => [
    use.team,
    use.of,
    format.date(use.week),
    numberCell(format, use.demand),
    numberCell(format, use.capacity),
    rateCell(format, share),
  ]);
  return { title: "Teams", blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

const PEOPLE = [left("Person"), left("Does"), right("Total"), right("A day")];

/** What each person does. */
export function peopleSection({ activities }: Targets, format: Format): Section {
  const rows = activities.flatMap(({ activity, people }) =>
    people.map(({ name, total, perDay }) => [
      name,
      activity,
      countCell(format, total),
      countCell(format, perDay),
    ]),
  );
  return { title: "People", blocks: rows.length === 0 ? [] : [table(PEOPLE, rows)] };
}

const LOADS = [left("Person"), ...COLUMNS.slice(1)];

/** How full each person is in their fullest week. */
export function personalLoadSection({ utilisation }: Targets, format: Format): Section {
  const uses = utilisation.flatMap(({ team, of, week, people }) =>
    people.map(({ name, demand, capacity }) => ({ team, of, week, name, demand, capacity })),
  );
  const rows = fullestWeeks(uses).map(({ use, share }) => [
    use.name,
    use.of,
    format.date(use.week),
    numberCell(format, use.demand),
    numberCell(format, use.capacity),
    rateCell(format, share),
  ]);
  return { title: "Fullest week of each person", blocks: rows.length === 0 ? [] : [table(LOADS, rows)] };
}
