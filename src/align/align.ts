import { formatDay } from "../calendar/day.js";
import type { Format } from "../format/format.js";
import { at } from "../number/invariant.js";
import type { PlanInput, TeamInput } from "../plan/plan.js";
import type { Compiled } from "../solve/compiled.js";
import { deepFreeze } from "../solve/freeze.js";
import { buildTargets } from "../solve/targets.js";
import { plansFormat } from "../words/plan-format.js";
import { sayReason } from "../words/reasons.js";
import { findConflictFixes, type Table } from "./conflict-fixes.js";
import type { Alignment, LateTask } from "./answer.js";
import { buildAllocation, sumShortfall, type Late } from "./allocation.js";
import { buildConflict } from "./build-conflict.js";
import { findHandoffs, type Solved } from "./find-handoffs.js";
import { howSure } from "./goals-together.js";
import { buildMember, type Member } from "./member.js";
import { minimalSets } from "./minimal-sets.js";
import { readPlans } from "./read-plans.js";
import { buildPlanRollUp } from "./plan-roll-up.js";
import { commonScale } from "./scale.js";
import { computeTeamLoad, useAnswer } from "./team-load.js";

/** How plans are aligned. */
interface AlignOptions {
  /**
   * The name of the plan whose goal the others are parts of. Its own work is then not counted beside theirs; their goals
   * are added up against its. None unless given.
   */
  readonly company?: string | undefined;
  /** For how many conflicts, the first ones, fixes are searched for, which takes most of the time; 12 unless given. */
  readonly fixes?: number | undefined;
  /** Whether to tell how sure the goals are, each by itself and together; true unless given. */
  readonly chance?: boolean | undefined;
}

const MOST_FIXED = 12;

/**
 * Can these plans be met together, by the same people in the same weeks? Each plan may be fine alone.
 *
 * What every plan asks of every team is added up by week and compared with what the team can do. Conflicts are minimal:
 * without any one of its plans, the others of a conflict fit. Each has its weeks, its figures and the single changes that
 * resolve it. Beside them: what one plan hands to another and the other counts on differently, tasks that are late,
 * the share to which all goals would have to shrink alike, and how sure it is that the goals of plans that share stages are
 * all reached. Each plan asks for the work that its own `goal.chance` takes.
 *
 * @param plans each with a name of its own and a period with dates; habits and tasks count; they are
 *   read, or were compiled
 * @param teams the shared teams by name; teams written in the plans are shared too and must be described alike
 * @throws PlanError with every issue of every plan, below `plans` and its place
 * @throws RangeError where no plan has the name of `company`
 *
 * @example
 * ```ts
 * const teams = { support: { headcount: 1, minutesPerDay: 60 } };
 * const plan = (name: string) => ({
 *   name,
 *   goal: { metric: "customers", amount: 20, period: "2026-01-05/2026-01-09" },
 *   deal: { activities: [{ name: "onboarding", owner: "support", minutes: 10 }] },
 *   funnel: [{ stage: "demo", rate: "50%" }],
 * } as const);
 * const { status, conflicts } = align([plan("Basic"), plan("Plus")], teams);
 * status; // => "conflict"
 * conflicts[0]?.plans; // => ["Basic", "Plus"]
 * conflicts[0]?.figures[0]?.over; // => "100"
 * ```
 */
export function align(
  plans: readonly (PlanInput | Compiled)[],
  teams?: Readonly<Record<string, TeamInput>>,
  { company, fixes = MOST_FIXED, chance = true }: AlignOptions = {},
): Alignment {
  const read = readPlans(plans, teams);
  if (company !== undefined && !read.names.includes(company))
    throw new RangeError(`align requires company to be the name of a plan; got ${JSON.stringify(company)}`);
  const format = plansFormat(read.plans);
  const all = read.plans.map((plan, index) => buildMember(at(read.names, index), plan, read.teams));
  const members = all.filter(({ name }) => name !== company);
  const board = buildAllocation(members, read.teams);
  const table: Table = { members, teams: read.teams, board };
  const { totals, late } = sumShortfall(board, members);
  const conflicts = minimalSets(board, members).map((set, index) =>
    buildConflict(board, set, index < fixes ? findConflictFixes(table, set) : [], format),
  );
  const handoffs = findHandoffs(members.map(solvedOf), format);
  const rollUp = company === undefined ? null : buildPlanRollUp(company, all, format);
  const fine = conflicts.length === 0 && handoffs.length === 0 && (rollUp === null || rollUp.short === "0");
  return deepFreeze({
    status: fine ? "aligned" : "conflict",
    plans: read.names,
    period: periodOf(all),
    teams: read.teams,
    use: computeTeamLoad(board, members, totals).map(useAnswer),
    conflicts,
    handoffs,
    tasks: late.map((task) => lateTask(task, format)),
    scale: commonScale(board, members),
    ...(chance ? howSure(members, format) : { chances: [], together: [] }),
    rollUp,
  });
}

function periodOf(members: readonly Member[]): Alignment["period"] {
  const firsts = members.map(({ compiled: { period } }) => period.first);
  const lasts = members.map(({ compiled: { period } }) => period.last);
  return { start: formatDay(Math.min(...firsts)), end: formatDay(Math.max(...lasts)) };
}

function lateTask({ plan, task, reason }: Late, format: Format): LateTask {
  const { team, worst, short } = reason;
  return { plan, task, team, due: worst.week, short, text: sayReason(reason, format) };
}

function solvedOf(member: Member): Solved {
  const { compiled, planned } = member;
  if (planned === undefined || planned.volumes.blocked.length > 0) return { member, targets: null };
  return { member, targets: buildTargets(compiled, planned.volumes, planned) };
}
