import { encodeExact } from "../../number/exact-string.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { ratio } from "../../number/ratio.js";
import {
  flipped,
  guardedCeilingFormula,
  productFormulas,
  provedFormula,
  type FractionCells,
} from "../exact-formulas.js";
import type { LivePlan, LiveStage } from "../live-plan.js";
import { HEADINGS, needFraction, planFraction, type Places } from "../places.js";
import { formula, number, text, texts, type Sheet, type SheetCell, type SheetRow } from "../sheet.js";

const COLUMNS = [
  "Stage",
  "Owner",
  "Kind",
  "Need",
  "Whole number",
  "Of",
  "Total",
  "A week",
  "A day",
  "Proved",
  "Note",
];

/** What must enter each stage: in all, a week and a day. */
export function targetsSheet(live: LivePlan, places: Places): Sheet {
  return {
    name: "Targets",
    widths: [28, 18, 12, 14, 18, 14, 14, 12, 12, 10, 44],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: [
      [text("Targets", "title")],
      [
        text(
          "From the sources to the win. A need is a fraction of two whole numbers, rounded up once.",
          "note",
        ),
      ],
      [],
      [],
      texts(COLUMNS, "heading"),
      ...live.stages.map((stage, index) => stageRow(live, places, stage, index)),
    ],
  };
}

function stageRow(
  live: LivePlan,
  places: Places,
  { target, effort, rate }: LiveStage,
  index: number,
): SheetRow {
  const names = [text(target.stage), text(target.owner ?? ""), text(target.kind)];
  const own = needFraction(index);
  if (!live.isChain)
    return [
      ...names,
      number(nearestNumber(effort), "decimal"),
      text(encodeExact(effort)),
      null,
      number(target.total, "total"),
      count(target.perWeek),
      count(target.perDay),
      text("value"),
      text("Worked out by reverse-funnel.", "note"),
    ];
  const isWin = rate === null;
  const made = isWin ? { num: "Wins", den: "1" } : stageNeed(live, places, index);
  const total = isWin ? "Wins" : guardedCeilingFormula(own, quotientOf(live, places, index));
  return [
    ...names,
    formula(`$E$ROW/$F$ROW`, nearestNumber(effort), "decimal"),
    formula(made.num, nearestNumber(ratio(effort.num))),
    formula(made.den, nearestNumber(ratio(effort.den))),
    formula(total, target.total, "total"),
    ...paceCells(live, target, own),
    formula(provedOf(live, index, places), "yes", "text"),
    text(isWin ? "Wins to go for, from the sheet Plan." : "", "note"),
  ];
}

/** What is measured by: the next stage's need, or its whole number, ÷ the own rate. */
function stageNeed(live: LivePlan, places: Places, index: number): FractionCells {
  const next = live.isCascade ? wholeOf(index + 1) : needFraction(index + 1);
  const made = productFormulas(next, flipped(planFraction(places.rates + index)));
  if (!live.isCascade) return made;
  // The whole number that is handed on is the need itself.
  return { num: guardedCeilingFormula(made, `${next.num}/Plan!$B$${places.rates + index}`), den: "1" };
}

function wholeOf(index: number): FractionCells {
  return { num: `$G$${HEADINGS + 1 + index}`, den: "1" };
}

/** A stage's total as a quotient of decimals, for totals beyond what is certain. */
function quotientOf(live: LivePlan, { rates }: Places, index: number): string {
  if (live.isCascade) return `$E$${HEADINGS + 1 + index}`;
  const last = rates + live.stages.length - 2;
  return `Wins/PRODUCT(Plan!$B$${rates + index}:Plan!$B$${last})`;
}

function provedOf(live: LivePlan, index: number, places: Places): string {
  const own = needFraction(index);
  if (index === live.stages.length - 1)
    return live.wins === null ? provedFormula(own) : provedFormula(planFraction(places.exactWins));
  return provedFormula(live.days === null ? own : { num: own.num, den: `${own.den}*WorkingDays` });
}

function paceCells(
  live: LivePlan,
  { perDay, perWeek }: LiveStage["target"],
  own: FractionCells,
): readonly (SheetCell | null)[] {
  if (live.days === null) return [count(perWeek), count(perDay)];
  const days = `(${own.den}*WorkingDays)`;
  const day = guardedCeilingFormula({ num: own.num, den: days }, `$D$ROW/WorkingDays`);
  const week = guardedCeilingFormula(
    { num: `(${own.num}*DaysPerWeek)`, den: days },
    `$D$ROW*DaysPerWeek/WorkingDays`,
  );
  return [formula(week, perWeek ?? 0), formula(day, perDay ?? 0)];
}

function count(value: number | null): SheetCell | null {
  return value === null ? null : number(value);
}
