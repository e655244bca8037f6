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
  const fullest = new Map<string, Utilisation>();
  for (const use of utilisation) {
    const key = JSON.stringify([use.team, use.of]);
    const known = fullest.get(key);
    if (known === undefined || isFuller(use, known)) fullest.set(key, use);
  }
  const rows = [...fullest.values()].map((use) => [
    use.team,
    use.of,
    format.date(use.week),
    numberCell(format, use.demand),
    numberCell(format, use.capacity),
    usedCell(use, format),
  ]);
  return { title: "Teams", blocks: rows.length === 0 ? [] : [table(COLUMNS, rows)] };
}

/** A week without capacity is fuller than any other as soon as something is asked. */
function isFuller(use: Utilisation, than: Utilisation): boolean {
  const [demand, capacity] = [parseQuantity(use.demand), parseQuantity(use.capacity)];
  const [other, room] = [parseQuantity(than.demand), parseQuantity(than.capacity)];
  if (isZero(capacity)) return !isZero(demand) && !(isZero(room) && compare(demand, other) <= 0);
  return isZero(room) ? isZero(other) : compare(divide(demand, capacity), divide(other, room)) > 0;
}

function usedCell({ demand, capacity }: Utilisation, format: Format): Cell {
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
