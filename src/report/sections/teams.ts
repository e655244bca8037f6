import type { Format } from "../../format/format.js";
import { compare, divide, isZero } from "../../number/ratio.js";
import { parseQuantity } from "../../schema/quantity.js";
import type { Targets } from "../../solve/answer.js";
import type { Utilisation } from "../../workload/activity-target.js";
import { countCell, numberCell, rateCell } from "../figures.js";
import { left, right, table, type Cell, type Section } from "../report.js";

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
  const rows = fullestWeeks(utilisation, ({ team, of }) => [team, of]).map((use) => [
    use.team,
    use.of,
    ...usedCells(use, format),
  ]);
  return { title: "Teams", blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

/** What is asked in a week, against what can be done. */
type Use = Pick<Utilisation, "week" | "demand" | "capacity">;

/** The fullest week of each of those that the key tells apart, in order of first appearance. */
function fullestWeeks<Each extends Use>(
  uses: readonly Each[],
  keyOf: (use: Each) => readonly string[],
): Each[] {
  const fullest = new Map<string, Each>();
  for (const use of uses) {
    const key = JSON.stringify(keyOf(use));
    const known = fullest.get(key);
    if (known === undefined || isFuller(use, known)) fullest.set(key, use);
  }
  return [...fullest.values()];
}

function usedCells(use: Use, format: Format): Cell[] {
  return [
    format.date(use.week),
    numberCell(format, use.demand),
    numberCell(format, use.capacity),
    usedCell(use, format),
  ];
}

/** A week without capacity is fuller than any other as soon as something is asked. */
function isFuller(use: Use, than: Use): boolean {
  const [demand, capacity] = [parseQuantity(use.demand), parseQuantity(use.capacity)];
  const [other, room] = [parseQuantity(than.demand), parseQuantity(than.capacity)];
  if (isZero(capacity)) return !isZero(demand) && !(isZero(room) && compare(demand, other) <= 0);
  return isZero(room) ? isZero(other) : compare(divide(demand, capacity), divide(other, room)) > 0;
}

function usedCell({ demand, capacity }: Use, format: Format): Cell {
  const room = parseQuantity(capacity);
  return isZero(room) ? "" : rateCell(format, divide(parseQuantity(demand), room));
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
  const rows = fullestWeeks(uses, ({ team, of, name }) => [team, of, name]).map((use) => [
    use.name,
    use.of,
    ...usedCells(use, format),
  ]);
  return { title: "Fullest week of each person", blocks: rows.length === 0 ? [] : [table(LOADS, rows)] };
}
