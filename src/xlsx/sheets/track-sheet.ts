import { guardedCeilingFormula } from "../exact-formulas.js";
import { levelThrough, type LiveDays, type LivePlan, type LiveStage } from "../live-plan.js";
import { HEADINGS, needFraction } from "../places.js";
import { formula, number, serial, text, texts, type Sheet, type SheetRow } from "../sheet.js";

const COLUMNS = [
  "Stage",
  "Owner",
  "Target",
  "Planned to date",
  "Done",
  "Difference",
  "Status",
  "Left",
  "Needed a day",
];

/** Where each stage stands: type what was done, the rest follows. */
export function trackSheet(live: LivePlan): Sheet {
  const { days } = live;
  return {
    name: "Track",
    widths: [28, 18, 12, 16, 12, 12, 14, 12, 14],
    frozen: { rows: HEADINGS, columns: 1 },
    rows: [
      [text("Track", "title")],
      [
        text(
          "Type what was done in column E. Status compares it with the plan alone; reverse-funnel track",
          "note",
        ),
        ...[null, null, null, null],
      ],
      [text("also says how sure the goal is, and what caused a gap.", "note")],
      days === null ? [] : asOfRow(days),
      texts(COLUMNS, "heading"),
      ...live.stages.map((stage, index) => stageRow(days, stage, index)),
    ],
  };
}

/** Which day it is, and so how many working days are over. */
function asOfRow({ dates }: LiveDays): SheetRow {
  if (dates === null)
    return [
      text("Working days over"),
      number(0, "inputWhole"),
      null,
      text("Left"),
      formula("WorkingDays-$B$4", 0),
    ];
  const over = "IF($B$4<Start,0,NETWORKDAYS.INTL(Start,MIN($B$4,End),Weekend,Holidays))";
  return [
    text("Through the end of"),
    number(serial(dates.first - 1), "inputDate"),
    null,
    text("Working days over"),
    formula(over, 0),
  ];
}

function stageRow(days: LiveDays | null, { target }: LiveStage, index: number): SheetRow {
  const names = [text(target.stage), text(target.owner ?? "")];
  const total = formula(`Targets!$G$${HEADINGS + 1 + index}`, target.total);
  const left = formula(`MAX(0,$C$ROW-$E$ROW)`, target.total);
  if (days === null) {
    const status = `IF($E$ROW>=$C$ROW,"reached","open")`;
    return [
      ...names,
      total,
      null,
      number(0, "inputWhole"),
      null,
      formula(status, target.total === 0 ? "reached" : "open", "text"),
      left,
    ];
  }
  const over = days.dates === null ? "$B$4" : "$E$4";
  const need = needFraction(index);
  const fraction =
    target.kind === "work"
      ? { num: `($C$ROW*${over})`, den: "WorkingDays" }
      : { num: `(${need.num}*${over})`, den: `(${need.den}*WorkingDays)` };
  const planned = guardedCeilingFormula(fraction, `${fraction.num}/${fraction.den}`);
  const daysLeft = `(WorkingDays-${over})`;
  const status =
    'IF($E$ROW>=$C$ROW,"reached",IF($E$ROW>$D$ROW,"ahead",IF($E$ROW=$D$ROW,"on track","behind")))';
  const perDay = `IF(${daysLeft}>0,${guardedCeilingFormula({ num: "$H$ROW", den: daysLeft }, `$H$ROW/${daysLeft}`)},"")`;
  return [
    ...names,
    total,
    formula(planned, 0),
    number(0, "inputWhole"),
    formula("$E$ROW-$D$ROW", 0),
    formula(status, target.total === 0 ? "reached" : "on track", "text"),
    left,
    formula(perDay, levelThrough(target.total, 1, days.workingDays)),
  ];
}
