import type { Format } from "../../format/format.js";
import type { AlignedUse, Alignment, Conflict } from "../../align/answer.js";
import { at } from "../../number/invariant.js";
import { sayAlignFix, sayConflictReason } from "../../words/conflicts.js";
import { chanceWords } from "../../words/chance.js";
import { sayGoalsTogether } from "../../words/goals-together.js";
import { sayHandoff } from "../../words/handoffs.js";
import { sayRollUp } from "../../words/roll-ups.js";
import { countCell, numberCell, rateCell } from "../figures.js";
import { left, right, sentence, table, type Block, type Section } from "../report.js";
import { fullestWeeks } from "./fullest-weeks.js";

/** Whether the plans fit together. */
export function verdictSection({ status, plans, conflicts, handoffs }: Alignment, format: Format): Section {
  const names = plans.map((name) => `"${name}"`).join(", ");
  const found = [
    ...(conflicts.length > 0 ? [format.plural(conflicts.length, "conflict")] : []),
    ...(handoffs.length === 0
      ? []
      : [
          format.plural(handoffs.length, "handoff") +
            (handoffs.length === 1 ? " that does not match" : " that do not match"),
        ]),
  ];
  const verdict =
    status === "aligned"
      ? sentence("They can all be met together.", "good")
      : sentence(`They do not fit together${found.length > 0 ? `: ${found.join(", ")}` : ""}.`, "bad");
  return { title: "Plans", blocks: [sentence(`${names}.`), verdict] };
}

/** One section for each conflict: what collides, with each plan's part, and what would resolve it. */
export function conflictSections({ conflicts }: Alignment, format: Format): Section[] {
  return conflicts.map((conflict) => ({
    title: `Conflict: ${conflict.plans.join(" and ")}`,
    blocks: [
      { kind: "list", items: conflict.reasons.map((reason) => sayConflictReason(reason, format)) },
      ...figuresOf(conflict, format),
      ...(conflict.fixes.length === 0
        ? []
        : [
            sentence("Any one of these would resolve it:"),
            { kind: "list", items: conflict.fixes.map((fix) => sayAlignFix(fix, format)) } as const,
          ]),
    ],
  }));
}

/** More weeks than this would be a wall of numbers. */
const MOST_WEEKS = 13;

function figuresOf({ figures, plans }: Conflict, format: Format): Block[] {
  if (figures.length === 0) return [];
  const columns = [
    left("Team"),
    left("Week"),
    left("Of"),
    ...plans.map(right),
    right("Asked"),
    right("Possible"),
    right("Over"),
  ];
  const rows = figures
    .slice(0, MOST_WEEKS)
    .map((use) => [
      use.team,
      format.date(use.week),
      use.of,
      ...plans.map((name) => numberCell(format, use.plans.find(({ plan }) => plan === name)?.demand ?? null)),
      numberCell(format, use.demand),
      numberCell(format, use.capacity),
      numberCell(format, use.over),
    ]);
  const more = figures.length - MOST_WEEKS;
  const rest = more > 0 ? [sentence(`… and ${format.plural(more, "more week")}.`)] : [];
  return [table(columns, rows), ...rest];
}

/** What plans hand to each other and count on differently. */
export function handoffSection({ handoffs }: Alignment, format: Format): Section {
  const items = handoffs.map((handoff) => sayHandoff(handoff, format));
  return {
    title: "Handoffs that do not match",
    blocks: items.length === 0 ? [] : [{ kind: "list", items }],
  };
}

/** How full each team is in its fullest week, and who fills it. */
export function sharedTeamsSection({ use }: Alignment, format: Format): Section {
  const rows = fullestWeeks(use).map(({ use: each, share }) => [
    each.team,
    each.of,
    format.date(each.week),
    numberCell(format, each.demand),
    numberCell(format, each.capacity),
    rateCell(format, share),
    sharesOf(each, format),
  ]);
  const columns = [
    left("Team"),
    left("Of"),
    left("Fullest week"),
    right("Asked"),
    right("Possible"),
    right("Used"),
    left("By"),
  ];
  return { title: "Teams", blocks: rows.length === 0 ? [] : [table(columns, rows)] };
}

/** Who fills a week, in figures that add up to what is asked. */
function sharesOf({ plans }: AlignedUse, format: Format): string {
  const figures = format.parts(plans.map(({ demand }) => demand));
  return plans.map(({ plan }, index) => `${plan} ${at(figures, index)}`).join(", ");
}

/** How far all goals would have to shrink alike. */
export function scaleSection({ scale, status }: Alignment, format: Format): Section {
  const title = "If all goals shrink alike";
  if (scale === null) return { title, blocks: [sentence("Not even goals of 0 would fit.", "bad")] };
  if (status === "aligned" || scale.share === "1") return { title, blocks: [] };
  const goals = scale.goals.map(({ plan, amount, wins }) => [
    plan,
    numberCell(format, amount),
    countCell(format, wins),
  ]);
  const share = format.rate(scale.share);
  return {
    title,
    blocks: [
      sentence(`They fit at ${share} of what they are.`),
      table([left("Plan"), right("Goal"), right("Wins")], goals),
    ],
  };
}

/** The parts' goals against the company's. */
export function rollUpSection({ rollUp }: Alignment, format: Format): Section {
  if (rollUp === null) return { title: "The goal above them", blocks: [] };
  return {
    title: "The goal above them",
    blocks: [sentence(sayRollUp(rollUp, format), rollUp.short === "0" ? "plain" : "bad")],
  };
}

/** How sure the goals are, each by itself and those that share stages together. */
export function sureSection({ chances, together }: Alignment, format: Format): Section {
  const told = chances.filter(({ reached }) => reached !== null);
  const rows = told.map(({ plan, asked, reached }) => [
    plan,
    asked === null ? "" : chanceWords(asked, format),
    reached === null ? "" : chanceWords(reached, format),
  ]);
  const columns = [left("Plan"), right("Asked for"), right("Reached")];
  const texts = together.map((goals) => sentence(sayGoalsTogether(goals, format)));
  return {
    title: "How sure the goals are",
    blocks: rows.length === 0 ? [] : [table(columns, rows), ...texts],
  };
}
