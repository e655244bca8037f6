import fc from "fast-check";

import { parsePlan } from "../../src/plan/parse.js";
import { solve } from "../../src/solve/solve.js";
import type { Solution } from "../../src/solve/answer.js";
import { plans } from "../generators/plans.js";
import { dateText, dayOf, readPeriod } from "../oracle/dates.js";
import type { PlainPlan } from "../oracle/plain-plan.js";
import { cellsIn, rowOf, type OpenedWorkbook } from "./open-workbook.js";

/** A value that somebody types into a cell; a date as the number that sheets count it by. */
export interface TypedCell {
  readonly sheet: string;
  readonly place: string;
  readonly value: string | number;
}

/** What a sheet shows at a place after that. */
export type ReadCell = (sheet: string, place: string) => string | number | null;

/** What somebody changes, in the plan and in the sheet. */
export interface PlannedChange {
  readonly name: string;
  readonly plan: PlainPlan;
  /** Undefined where the sheet does not have it as an input. */
  readonly cells: (book: OpenedWorkbook) => readonly TypedCell[] | undefined;
}

/** Plans of one path in every metric, each with a change of one input. */
export function changedPlans(): fc.Arbitrary<{ readonly plan: PlainPlan; readonly change: PlannedChange }> {
  return plans({ depth: 0, stages: 6, seasonality: false, short: true }).chain((plan) =>
    fc.record({ plan: fc.constant(plan), change: changes(plan) }),
  );
}

function changes(plan: PlainPlan): fc.Arbitrary<PlannedChange> {
  const range = readPeriod(plan.goal.period);
  const rates = fc.tuple(fc.nat(plan.funnel.length - 1), fc.integer({ min: 25, max: 999 }));
  const always = [
    fc.integer({ min: 1, max: 3_000_000 }).map((amount) => goalChange(plan, amount)),
    rates.map(([index, thousandths]) => rateChange(plan, index, thousandths)),
  ];
  const more = [
    ...(plan.buffer === undefined
      ? []
      : [fc.integer({ min: 0, max: 90 }).map((percent) => bufferChange(plan, percent))]),
    ...(plan.deal?.value === undefined || plan.goal.metric === "units"
      ? []
      : [fc.integer({ min: 1, max: 999_999 }).map((cents) => valueChange(plan, cents / 100))]),
    ...(range === null
      ? [fc.integer({ min: 1, max: 99 }).map((days) => daysChange(plan, days))]
      : [
          fc.integer({ min: 6, max: 70 }).map((days) => endChange(plan, range.start, range.start + days)),
          fc.integer({ min: range.start, max: range.end }).map((day) => holidayChange(plan, day)),
        ]),
  ];
  return fc.oneof(...always, ...more);
}

function goalChange(plan: PlainPlan, amount: number): PlannedChange {
  return {
    name: `a goal of ${amount}`,
    plan: { ...plan, goal: { ...plan.goal, amount } },
    // Where no formula leads from the goal to the wins, those are typed.
    cells: (book) => (book.names.has("WinAdds") ? typedBeside(book, "Goal", [amount, 1]) : undefined),
  };
}

function rateChange(plan: PlainPlan, index: number, thousandths: number): PlannedChange {
  const name = plan.funnel[index]?.stage ?? "";
  const funnel = plan.funnel.map((stage, at) =>
    at === index ? { ...stage, rate: `${thousandths}/1000` } : stage,
  );
  return {
    name: `${thousandths}/1000 of ${name}`,
    plan: { ...plan, funnel },
    cells: (book) => typedBeside(book, name, [thousandths, 1000]),
  };
}

function bufferChange(plan: PlainPlan, percent: number): PlannedChange {
  return {
    name: `a buffer of ${percent}%`,
    plan: { ...plan, buffer: `${percent}%` },
    cells: (book) => typedBeside(book, "Buffer", [percent, 100]),
  };
}

function valueChange(plan: PlainPlan, value: number): PlannedChange {
  return {
    name: `a value of ${value}`,
    plan: { ...plan, deal: { ...plan.deal, value } },
    // A deal's value may move more than what a win adds: what a customer takes along who leaves.
    cells: (book) =>
      plan.churn === undefined
        ? typedBeside(book, "Value of a win", [Math.round(value * 100), 100])
        : undefined,
  };
}

function daysChange(plan: PlainPlan, workingDays: number): PlannedChange {
  return {
    name: `${workingDays} working days`,
    plan: { ...plan, goal: { ...plan.goal, period: { workingDays } } },
    cells: (book) =>
      movesWithTime(plan) || !hasLiveDays(book)
        ? undefined
        : typedBeside(book, "Working days", [workingDays, 1]),
  };
}

function endChange(plan: PlainPlan, start: number, end: number): PlannedChange {
  const period = `${dateText(start)}/${dateText(end)}`;
  return {
    name: `until ${dateText(end)}`,
    plan: { ...plan, goal: { ...plan.goal, period } },
    cells: (book) =>
      movesWithTime(plan) || !hasLiveDays(book) ? undefined : typedBeside(book, "End", [end + SERIAL, 1]),
  };
}

function holidayChange(plan: PlainPlan, day: number): PlannedChange {
  const holidays = [...(plan.calendar?.holidays ?? []), dateText(day)];
  return {
    name: `no work on ${dateText(day)}`,
    plan: { ...plan, calendar: { ...plan.calendar, holidays } },
    cells: (book) => {
      const place = emptyHoliday(book);
      return place === undefined ? undefined : [{ sheet: "Plan", place, value: day + SERIAL }];
    },
  };
}

/** Days that are values are no inputs. */
function hasLiveDays({ names }: OpenedWorkbook): boolean {
  return names.has("DaysPerWeek");
}

/** What the base does in a period is typed into the sheet: it does not move with the period's dates. */
function movesWithTime({ churn, expansion, contraction, repeat }: PlainPlan): boolean {
  return [churn, expansion, contraction, repeat].some((part) => part !== undefined);
}

/** Days since 1899-12-30, as sheets count them; the oracle counts from 1970-01-01. */
const SERIAL = dayOf("1970-01-01") - dayOf("1899-12-30");

/** Types a quotient beside a name on the sheet Plan: as a decimal, or as two whole numbers where those are the inputs. */
function typedBeside(
  book: OpenedWorkbook,
  name: string,
  [above, below]: readonly [number, number],
): readonly TypedCell[] | undefined {
  const row = rowOf(book, "Plan", name);
  if (row === undefined) return undefined;
  const cells = cellsIn(book, "Plan");
  const [decimal, whole] = [cells.get(`B${row}`), cells.get(`C${row}`)];
  if (decimal?.formula === undefined && typeof decimal?.value === "number")
    return [{ sheet: "Plan", place: `B${row}`, value: above / below }];
  if (whole?.formula !== undefined || typeof whole?.value !== "number") return undefined;
  return [
    { sheet: "Plan", place: `C${row}`, value: above },
    { sheet: "Plan", place: `D${row}`, value: below },
  ];
}

function emptyHoliday(book: OpenedWorkbook): string | undefined {
  const cells = [...cellsIn(book, "Plan")].filter(([place]) => place.startsWith("G"));
  return cells.find(([, { value }]) => value === null)?.[0];
}

/** A figure of a sheet, as the answer has it. */
export interface ExpectedFigure {
  readonly sheet: string;
  readonly place: string;
  readonly value: number;
}

/** Every whole number of an answer, with the cell that must show it. */
export function expectedFigures({ targets }: Solution): readonly ExpectedFigure[] {
  if (targets === null) return [];
  const figure = (sheet: string, place: string, value: number | null): ExpectedFigure[] =>
    value === null ? [] : [{ sheet, place, value }];
  const stages = targets.path.flatMap(({ total, perWeek, perDay }, index) => {
    const row = 6 + index;
    return [
      ...figure("Targets", `G${row}`, total),
      ...figure("Targets", `H${row}`, perWeek),
      ...figure("Targets", `I${row}`, perDay),
    ];
  });
  const listed = targets.activities.filter(
    ({ activity, stage, total }) => activity !== stage || targets.stages[stage]?.total !== total,
  );
  const activities = listed.flatMap(({ total, perWeek, perDay }, index) => {
    const row = 6 + targets.path.length + 2 + index;
    return [
      ...figure("Targets", `G${row}`, total),
      ...figure("Targets", `H${row}`, perWeek),
      ...figure("Targets", `I${row}`, perDay),
    ];
  });
  return [...stages, ...activities];
}

/** The days of an answer, with the cells of the sheet Days that must show them. */
export function expectedDays({ targets }: Solution): readonly ExpectedFigure[] {
  if (targets === null) return [];
  const worked = targets.path.find(({ kind }) => kind === "work")?.days ?? [];
  const on = worked.map(({ on: day }) => dayOf(day));
  const days = worked.flatMap(({ on: day, count }, index): ExpectedFigure[] => [
    { sheet: "Days", place: `A${6 + index}`, value: dayOf(day) + SERIAL },
    { sheet: "Days", place: `C${6 + index}`, value: count },
  ]);
  const weeks = targets.path.flatMap(({ milestones }, stage) =>
    milestones.flatMap(({ on: day, total }): ExpectedFigure[] => {
      const row = 5 + on.filter((each) => each <= dayOf(day)).length;
      return row === 5
        ? []
        : [{ sheet: "Days", place: `${String.fromCharCode(68 + stage)}${row}`, value: total }];
    }),
  );
  return [...days, ...weeks];
}

/** How a sheet that was changed compares with the library. */
export interface Comparison {
  readonly figures: number;
  readonly wrong: readonly string[];
  /** Whether the sheet says that some number is too large for it to be certain. */
  readonly isChecked: boolean;
}

/** Compares every whole number that a sheet shows with the answer to the changed plan. */
export function compared(read: ReadCell, answer: Solution, hasDays: boolean): Comparison {
  const expected = [...expectedFigures(answer), ...(hasDays ? expectedDays(answer) : [])];
  const shown = expected.map((figure) => ({ ...figure, shown: read(figure.sheet, figure.place) }));
  const known = shown.filter((figure) => figure.shown !== "solve again");
  return {
    figures: known.length,
    wrong: known
      .filter((figure) => figure.shown !== figure.value)
      .map(
        ({ sheet, place, value, shown: got }) => `${sheet}!${place} shows ${String(got)} instead of ${value}`,
      ),
    isChecked: read("Plan", "B4") === "check",
  };
}

/** Solves a plan; undefined where no number of entries is enough. */
export function answerOf(plan: PlainPlan): Solution | undefined {
  try {
    const answer = solve(parsePlan(plan));
    return answer.targets === null ? undefined : answer;
  } catch {
    return undefined;
  }
}
