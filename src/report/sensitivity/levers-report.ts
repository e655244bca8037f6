import { plainFormat, type Format } from "../../format/format.js";
import type { Lever, Levers } from "../../sensitivity/levers.js";
import { chanceWords } from "../../words/chance.js";
import { sayNoChance } from "../../words/no-chance.js";
import { amountCell, numberCell, signedAmountCell, signedCell } from "../figures.js";
import {
  left,
  right,
  sentence,
  table,
  type FormatOption,
  type Report,
  type Row,
  type Section,
} from "../report.js";
import { requireHanded } from "../../schema/handed.js";

/**
 * The report of a plan's levers: the strongest first, and what is held fixed.
 *
 * @throws TypeError for anything else than an answer of levers
 *
 * @example
 * ```ts
 * const answer = levers({ goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "demo", rate: "25%" }] });
 * leversReport(answer).sections.map(({ title }) => title); // => ["What moving one number does", "Held fixed"]
 * ```
 */
export function leversReport(answer: Levers, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("leversReport", ["an answer of levers"], answer);
  const { now, reason, levers, held } = answer;
  const minutes = now.minutesPerDay !== null;
  const columns = [
    left("Lever"),
    left("Step"),
    right("Units a day"),
    right(minutes ? "Minutes a day" : ""),
    right("Outcome"),
    right("Cost"),
    right(now.chance === null ? "" : "Chance"),
    left("More of it"),
  ];
  const rows = levers.flatMap((lever) => leverRows(lever, format));
  const today = [
    [
      "now",
      "",
      numberCell(format, now.unitsPerDay),
      numberCell(format, now.minutesPerDay),
      numberCell(format, now.outcome),
      amountCell(format, now.cost),
      now.chance === null ? "" : chanceWords(now.chance, format),
      "",
    ],
  ];
  const moved = table(columns, [...today, ...rows]);
  const why = reason === null ? [] : [sentence(sayNoChance(reason, format))];
  const sections: Section[] = [
    { title: "What moving one number does", blocks: [moved, ...why] },
    { title: "Held fixed", blocks: [{ kind: "list", items: held }] },
  ];
  return { title: "Levers", sections };
}

function leverRows({ what, steps, more }: Lever, format: Format): Row[] {
  return steps.map(({ by, then, change }, index) => [
    index === 0 ? what : "",
    by,
    signedCell(format, change.unitsPerDay),
    signedCell(format, change.minutesPerDay),
    signedCell(format, change.outcome),
    signedAmountCell(format, change.cost),
    then.chance === null ? "" : chanceWords(then.chance, format),
    index === 0 ? more : "",
  ]);
}
