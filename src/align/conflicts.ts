import { add, compare, ZERO } from "../number/ratio.js";
import { showExact, showRatio } from "../model/display.js";
import { parseQuantity } from "../schema/quantity.js";
import type { AlignedUse, AlignFix, Conflict } from "./answer.js";
import { sumShortfall, type Allocation, type Late } from "./allocation.js";
import type { Member } from "./member.js";
import { computeTeamLoad } from "./team-load.js";

/** Says what a set of plans collides over: whose time, in which weeks, by how much, and what would resolve it. */
export function buildConflict(
  board: Allocation,
  set: readonly Member[],
  fixes: readonly AlignFix[],
): Conflict {
  const { totals, over, late } = sumShortfall(board, set);
  const [only] = set;
  const alone = set.length === 1 && only !== undefined ? only.reasons.map(({ text }) => text) : [];
  const figures = computeTeamLoad(board, set, totals, new Set(over));
  const reasons = alone.length > 0 ? alone : [...overTexts(figures), ...late.map(lateText)];
  const lateTeams = late.map(({ reason }) => reason.team);
  const aloneTeams = set.flatMap((member) =>
    set.length > 1
      ? []
      : member.reasons.flatMap((reason) => (reason.code === "capacity" ? [reason.team] : [])),
  );
  const names = set.map(({ name }) => `"${name}"`);
  const who =
    names.length === 1
      ? `${names[0] ?? ""} cannot be met even alone`
      : `${listed(names)} do not fit together`;
  const weeks = [...figures.map(({ week }) => week), ...late.map(({ reason }) => reason.worst.week)];
  return {
    plans: set.map(({ name }) => name),
    teams: [...new Set([...figures.map(({ team }) => team), ...lateTeams, ...aloneTeams])],
    weeks: [...new Set(weeks)].sort(),
    figures,
    reasons,
    text: `${who}: ${reasons.join(" ")}`,
    fixes,
  };
}

/** One sentence for each limit of a team that is over. */
function overTexts(figures: readonly AlignedUse[]): string[] {
  const limits = new Map<string, AlignedUse[]>();
  for (const use of figures) {
    const key = JSON.stringify([use.team, use.of]);
    limits.set(key, [...(limits.get(key) ?? []), use]);
  }
  return [...limits.values()].map(overText);
}

function overText(weeks: readonly AlignedUse[]): string {
  const [first] = weeks;
  if (first === undefined) return "";
  const worst = weeks.reduce((most, use) =>
    compare(parseQuantity(use.over), parseQuantity(most.over)) > 0 ? use : most,
  );
  const short = weeks.reduce((total, { over }) => add(total, parseQuantity(over)), ZERO);
  const unit = first.of === "minutes" ? "minutes" : `× ${first.of}`;
  const when =
    weeks.length === 1
      ? `in the week of ${first.week}`
      : `in ${weeks.length} weeks from ${first.week} to ${weeks.at(-1)?.week ?? ""}, most in that of ${worst.week}`;
  const parts = worst.plans.map(
    ({ plan, demand, activity }) => `${showExact(demand)} by "${plan}" (mostly "${activity}")`,
  );
  const inAll = weeks.length === 1 ? "too many" : "too many in all these weeks";
  return `they ask team "${first.team}" for ${showExact(worst.demand)} of ${showExact(worst.capacity)} ${unit} ${when} (${parts.join(", ")}): ${showRatio(short)} ${inAll}.`;
}

/** The sentence about a need that is late. */
function lateText({ reason }: Late): string {
  return reason.text;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
