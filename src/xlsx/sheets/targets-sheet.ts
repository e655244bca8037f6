import { encodeExact } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import {
  cellAt,
  flipped,
  isProved,
  productOf,
  provedFormula,
  provedText,
  roundedUp,
  timesWhole,
  UNKNOWN,
  wholeFraction,
  type SheetFraction,
  type SheetNumber,
} from "../exact-formulas.js";
import {
  activityRowOf,
  effortCells,
  effortDecimal,
  HEADINGS,
  needCells,
  planFraction,
  planRow,
  stageRowOf,
  totalCell,
} from "../layout.js";
import type { LiveActivity, LivePlan, LiveStage } from "../live-plan.js";
import {
  formula,
  headings,
  number,
  text,
  texts,
  type Sheet,
  type SheetCell,
  type SheetRow,
} from "../sheet.js";
import { winSteps } from "./win-steps.js";
import { typedCells } from "./typed-row.js";
import { at } from "../../number/invariant.js";

const PACES = ["Total", "A week", "A day"];

/** What must enter each stage, and the work that it takes: in all, a week and a day. */
export function targetsSheet(live: LivePlan): Sheet {
  return {
    name: "Targets",
    widths: [28, 18, 14, 14, 18, 14, 12, 12, 12, 14, 14, 16],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: [
      [text("Targets", "title")],
      [
        text(
          "From the sources to the win. A need is a fraction of two whole numbers, and rounded up once.",
          "hint",
        ),
      ],
      [],
      [],
      headings(
        [
          "Stage",
          "Owner",
          "Kind",
          "Need",
          "Whole number",
          "Of",
          ...PACES,
          "Total proved",
          "Days proved",
          "Note",
        ],
        [3, 4, 5, 6, 7, 8],
      ),
      ...stageRows(live),
      ...activityRows(live),
      ...peopleRows(live),
    ],
  };
}

function stageRows(live: LivePlan): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let next: SheetFraction = wholeFraction(cellAt("Wins", null));
  let isCertain = true;
  [...live.stages.entries()].reverse().forEach(([index, stage]) => {
    const made = live.isChain ? needOf(live, stage, index, next) : null;
    if (made === null) rows.unshift(fixedStage(stage));
    else {
      isCertain = isCertain && isProved(stage.rate === null ? provedWins(live, made) : made);
      rows.unshift(stageRow(live, stage, index, { made, isCertain }));
      next = handedOn(live, stage, index, made);
    }
  });
  return rows;
}

/** The wins are as certain as what they are rounded up from. */
function provedWins(live: LivePlan, whole: SheetFraction): SheetFraction {
  const { wins } = live;
  return (wins === null ? undefined : winSteps(live, wins).at(-1)?.fraction) ?? whole;
}

/** What a stage's total is rounded up from: the wins, or what the next stage asks for ÷ the own rate. */
function needOf(
  live: LivePlan,
  { target, rate }: LiveStage,
  index: number,
  next: SheetFraction,
): SheetFraction {
  if (rate === null) return wholeFraction(cellAt("Wins", target.total));
  return productOf(next, flipped(typedCells(live, `rate ${index}`, rate)));
}

/** What a stage asks of the one before it: its need, or its whole number. */
function handedOn(
  { isCascade }: LivePlan,
  { target }: LiveStage,
  index: number,
  { num, den }: SheetFraction,
) {
  return isCascade
    ? wholeFraction(cellAt(totalCell(index), target.total))
    : needCells(index, { num: num.value, den: den.value });
}

function stageRow(
  live: LivePlan,
  stage: LiveStage,
  index: number,
  { made, isCertain }: { readonly made: SheetFraction; readonly isCertain: boolean },
): SheetRow {
  const { target, need, rate } = stage;
  const row = stageRowOf(index);
  const isWin = rate === null;
  const own = needCells(index, { num: null, den: null });
  return [
    ...namesOf(target),
    formula(isWin ? "Wins" : needDecimal(live, index), nearestNumber(need), "decimal"),
    partCell(made.num),
    partCell(made.den),
    formula(isWin ? "Wins" : roundedUp(own, `$D$${row}`), target.total, "total"),
    ...paceCells(live, stage, index),
    formula(provedTotal(live, index), provedText(isCertain), "aside"),
    ...(live.days === null
      ? []
      : [
          formula(
            provedDays(live, index),
            provedText(isCertain && hasCertainDays(live, stage, made)),
            "aside",
          ),
        ]),
  ];
}

function needDecimal(live: LivePlan, index: number): string {
  const row = stageRowOf(index);
  const next = effortDecimal(live, index + 1).replace("Targets!", "");
  return `IFERROR($E$${row}/$F$${row},${next}/Plan!$B$${planRow(live, `rate ${index}`)})`;
}

/** A total is certain where its own fraction is, and all that it follows from. */
function provedTotal(live: LivePlan, index: number): string {
  const unknown = { num: null, den: null };
  const isWin = index === live.stages.length - 1;
  if (isWin && live.wins === null) return 'IF(ISNUMBER(Wins),"yes","check")';
  const own = isWin ? planFraction(live, "exactWins", unknown) : needCells(index, unknown);
  const before = isWin ? "" : `,$J$${stageRowOf(index + 1)}="yes"`;
  return `IFERROR(IF(AND(${provedFormula(own)}${before}),"yes","check"),"check")`;
}

function provedDays(live: LivePlan, index: number): string {
  const each = timesWhole(effortCells(live, index), "MAX(WorkingDays,DaysPerWeek)", "WorkingDays");
  return `IFERROR(IF(AND(${provedFormula(each)},$J$${stageRowOf(index)}="yes"),"yes","check"),"check")`;
}

function hasCertainDays({ days, isCascade }: LivePlan, { target }: LiveStage, made: SheetFraction): boolean {
  if (days === null) return false;
  const effort = isCascade ? wholeFraction(cellAt("", target.total)) : made;
  return isProved(effort, Math.max(days.count, days.weekdays.length), days.count);
}

function paceCells(live: LivePlan, { target }: LiveStage, index: number): readonly (SheetCell | null)[] {
  const { perWeek, perDay } = target;
  if (live.days === null)
    return [perWeek, perDay].map((count) => guarded(totalCell(index), target.total, count));
  const [effort, decimal] = [effortCells(live, index), effortDecimal(live, index)];
  return paceFormulas(effort, decimal, target);
}

function paceFormulas(
  effort: SheetFraction,
  decimal: string,
  { perWeek, perDay }: Readonly<Record<"perWeek" | "perDay", number | null>>,
): readonly SheetCell[] {
  const week = timesWhole(effort, "DaysPerWeek", "WorkingDays");
  const day = timesWhole(effort, "1", "WorkingDays");
  return [
    formula(roundedUp(week, `${decimal}*DaysPerWeek/WorkingDays`), perWeek ?? UNKNOWN),
    formula(roundedUp(day, `${decimal}/WorkingDays`), perDay ?? UNKNOWN),
  ];
}

/** A figure that no formula gives: it holds while what it belongs to is as planned. */
export function guarded(cell: string, planned: number, value: number | null): SheetCell | null {
  return value === null ? null : formula(`IF(${cell}=${planned},${value},"solve again")`, value);
}

function fixedStage({ target, need }: LiveStage): SheetRow {
  return [
    ...namesOf(target),
    number(nearestNumber(need), "decimal"),
    text(encodeExact(need), "right"),
    null,
    number(target.total, "total"),
    count(target.perWeek),
    count(target.perDay),
    null,
    null,
    text("As planned.", "note"),
  ];
}

function namesOf({ stage, owner, kind }: LiveStage["target"]): SheetRow {
  return texts([stage, owner ?? "", kind]);
}

function count(value: number | null): SheetCell | null {
  return value === null ? null : number(value);
}

function partCell({ formula: made, value }: SheetNumber): SheetCell {
  return formula(made, value ?? UNKNOWN, "part");
}

/** The work that stages and wins cause, below the stages. */
function activityRows(live: LivePlan): readonly SheetRow[] {
  if (live.activities.length === 0) return [];
  const typed = live.activities.filter(({ perUnit }) => perUnit !== null);
  return [
    [],
    headings(["Activity", "Owner", "For", "", "", "", ...PACES, "", "", "Note"], [6, 7, 8]),
    ...live.activities.map((activity) => activityRow(live, activity, typed.indexOf(activity))),
  ];
}

function activityRow(
  live: LivePlan,
  { target, stage, perUnit, isPaced }: LiveActivity,
  typed: number,
): SheetRow {
  const { activity, owner, total, perWeek, perDay } = target;
  const names = [...texts([activity, owner ?? "", target.stage]), null, null, null];
  const whole = totalCell(stage);
  const held = (value: number | null): SheetCell | null =>
    live.isChain ? guarded(whole, at(live.stages, stage).target.total, value) : count(value);
  if (perUnit === null)
    return [...names, held(total), held(perWeek), held(perDay), null, null, text("As planned.", "note")];
  const key = `perUnit ${typed}`;
  const each = planFraction(live, key, { num: null, den: null });
  const row = `Plan!$B$${planRow(live, key)}`;
  const all = timesWhole(each, whole, "1");
  return [
    ...names,
    formula(roundedUp(all, `${whole}*${row}`), total, "total"),
    ...(isPaced
      ? paceFormulas(crossed(each, effortCells(live, stage)), `${effortDecimal(live, stage)}*${row}`, target)
      : [held(perWeek), held(perDay)]),
  ];
}

/** A product that is only ever rounded. */
function crossed(one: SheetFraction, other: SheetFraction): SheetFraction {
  return timesWhole(one, other.num.formula, other.den.formula);
}

/** What each person is to do, where work is assigned to people: it holds while the total is as planned. */
function peopleRows(live: LivePlan): readonly SheetRow[] {
  const rows = live.people.map(({ person, team, activity, total, of }): SheetRow => {
    const cell = of.activity === null ? totalCell(of.stage) : `$G$${activityRowOf(live, of.activity)}`;
    const part = live.isChain ? guarded(cell, of.total, total) : number(total);
    return [...texts([person, team ?? "", activity]), null, null, null, part];
  });
  return rows.length === 0
    ? []
    : [[], headings(["Person", "Team", "Activity", "", "", "", "Total"], [6]), ...rows];
}
