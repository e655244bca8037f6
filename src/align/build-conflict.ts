import { encodeExact } from "../number/exact-string.js";
import { must } from "../number/invariant.js";
import { compare, sum, type Ratio } from "../number/ratio.js";
import type { Format } from "../format/format.js";
import { planFormat } from "../words/plan-format.js";
import {
  sayConflict,
  sayConflictReason,
  type AlignFix,
  type Conflict,
  type ConflictReason,
} from "../words/conflicts.js";
import { sayReason } from "../words/reasons.js";
import { sumShortfall, type Allocation, type Late } from "./allocation.js";
import type { Member } from "./member.js";
import { computeTeamLoad, useAnswer, type TeamLoad } from "./team-load.js";

/** Says what a set of plans collides over: whose time, in which weeks, by how much, and what would resolve it. */
export function buildConflict(
  board: Allocation,
  set: readonly Member[],
  fixes: readonly AlignFix[],
  format: Format,
): Conflict {
  const { totals, over, late } = sumShortfall(board, set);
  const [only] = set;
  const alone = set.length === 1 && only !== undefined ? reasonsAlone(only) : [];
  const loads = computeTeamLoad(board, set, totals, new Set(over));
  const reasons =
    alone.length > 0 ? alone : [...overloads(loads, format), ...late.map((each) => lateReason(each, format))];
  const plans = set.map(({ name }) => name);
  const lateTeams = late.map(({ reason }) => reason.team);
  const aloneTeams = alone.flatMap((reason) => (reason.code === "capacity" ? [reason.team] : []));
  const weeks = [...loads.map(({ week }) => week), ...late.map(({ reason }) => reason.worst.week)];
  return {
    plans,
    teams: [...new Set([...loads.map(({ team }) => team), ...lateTeams, ...aloneTeams])],
    weeks: [...new Set(weeks)].sort(),
    figures: loads.map(useAnswer),
    reasons,
    text: sayConflict({ plans, reasons }, alone.length > 0 && only ? planFormat(only.plan) : format),
    fixes,
  };
}

function reasonsAlone({ name, reasons }: Member): ConflictReason[] {
  return reasons.map((reason) => ({ ...reason, plan: name }));
}

function lateReason({ plan, reason }: Late, format: Format): ConflictReason {
  return { ...reason, plan, text: sayReason(reason, format) };
}

/** One reason for each limit of a team that is over. */
function overloads(loads: readonly TeamLoad[], format: Format): ConflictReason[] {
  const limits = new Map<string, TeamLoad[]>();
  for (const load of loads) {
    const key = JSON.stringify([load.team, load.of]);
    limits.set(key, [...(limits.get(key) ?? []), load]);
  }
  return [...limits.values()].map((weeks) => overload(weeks, format));
}

function overload(weeks: readonly TeamLoad[], format: Format): ConflictReason {
  const first = must(weeks[0], "a week that is over");
  const worst = weeks.reduce((most, load) => (compare(load.over, most.over) > 0 ? load : most));
  const short: Ratio = sum(weeks.map(({ over }) => over));
  const reason = {
    code: "overload",
    team: first.team,
    of: first.of,
    weeks: weeks.map(({ week }) => week),
    short: encodeExact(short),
    worst: useAnswer(worst),
  } as const;
  return { ...reason, text: sayConflictReason(reason, format) };
}
