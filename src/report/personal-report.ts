import { plainFormat, type Format } from "../format/format.js";
import type { PersonalTargets, PersonTargets } from "../align/personal-answer.js";
import { sayBelowTeam, sayPersonalSum } from "../words/personal.js";
import { countCell, dateCell, numberCell, rateCell } from "./figures.js";
import {
  left,
  right,
  sentence,
  table,
  type Block,
  type FormatOption,
  type Report,
  type Section,
} from "./report.js";
import { requireHanded } from "../schema/handed.js";

const NUMBERS = [
  left("What"),
  right("Now, a week"),
  right("Best"),
  left("Best from"),
  right("Next step"),
  right("Team's median"),
  right("Team's best"),
];
const SUMS = [
  left("What"),
  right("Now, a week"),
  right("Next steps"),
  right("Needed"),
  right("Short"),
  left("Is"),
];

/**
 * The report of personal targets: how their sum compares with the plan, and then each person.
 *
 * @throws TypeError for anything else than an answer of personalTargets
 *
 * @example
 * ```ts
 * const plan = { goal: { metric: "customers", amount: 10, period: "2026-01" }, funnel: [{ stage: "call", rate: "5%" }] } as const;
 * const weeks = ["2025-11-03", "2025-11-10", "2025-11-17", "2025-11-24"];
 * const Ana = [40, 44, 50, 42].map((call, index) => ({ week: weeks[index] ?? "", counts: { call } }));
 * personalReport(personalTargets(plan, { Ana })).sections.map(({ title }) => title);
 * // => ["All together against the plan", "Ana"]
 * ```
 */
export function personalReport(answer: PersonalTargets, { format = plainFormat }: FormatOption = {}): Report {
  requireHanded("personalReport", ["an answer of personalTargets"], answer);
  const { people, sums } = answer;
  const rows = sums.map(({ name, baseline, next, needed, short, status }) => [
    name,
    numberCell(format, baseline),
    numberCell(format, next),
    countCell(format, needed),
    short === "0" ? "" : numberCell(format, short),
    status,
  ]);
  const together: Section = {
    title: "All together against the plan",
    blocks:
      sums.length === 0
        ? []
        : [table(SUMS, rows), { kind: "list", items: sums.map((total) => sayPersonalSum(total, format)) }],
  };
  return {
    title: "Personal targets",
    sections: [together, ...people.map((person) => personSection(person, format))].filter(
      ({ blocks }) => blocks.length > 0,
    ),
  };
}

function personSection(person: PersonTargets, format: Format): Section {
  const rows = person.numbers.map((each) => [
    each.name,
    numberCell(format, each.baseline),
    numberCell(format, each.best),
    dateCell(format, each.bestFrom),
    each.next === null ? "" : `${format.number(each.next)}${each.limited ? " (the most)" : ""}`,
    numberCell(format, each.teamMedian),
    numberCell(format, each.teamBest),
  ]);
  const flag = person.small
    ? [sentence(`Only ${format.number(person.weeks)} of at least 4 weeks: no step is set from so few.`)]
    : [];
  return {
    title: person.name,
    blocks: [...flag, table(NUMBERS, rows), ...ratesOf(person, format), ...belowOf(person, format)],
  };
}

function ratesOf({ rates }: PersonTargets, format: Format): Block[] {
  if (rates.length === 0) return [];
  const columns = [
    left("From"),
    left("To"),
    right("Entered"),
    right("Went on"),
    right("Rate"),
    right("Team's median"),
    right("Team's best"),
    left("Note"),
  ];
  const rows = rates.map((each) => [
    each.stage,
    each.to,
    numberCell(format, each.entered),
    numberCell(format, each.passed),
    rateCell(format, each.rate),
    rateCell(format, each.teamMedian),
    rateCell(format, each.teamBest),
    each.small ? "too few" : "",
  ]);
  return [table(columns, rows)];
}

function belowOf({ below }: PersonTargets, format: Format): Block[] {
  if (below.length === 0) return [];
  return [
    { kind: "list", items: below.map((each) => `Short in ${each.in}: ${sayBelowTeam(each, format)}.`) },
  ];
}
