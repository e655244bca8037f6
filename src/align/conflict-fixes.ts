import { sayFix, type FixData } from "../words/fixes.js";
import { planFormat } from "../words/plan-format.js";
import { encodeExact } from "../number/exact-string.js";
import { exactWins, wholeWins } from "../model/bridge.js";
import { withChange, type Change } from "../plan/change.js";
import { parseWrittenDay } from "../plan/dates.js";
import { safeParsePlan } from "../plan/parse.js";
import type { Fix } from "../diagnose/fix.js";
import type { CapacityReason } from "../diagnose/reason.js";
import { findFixes } from "../diagnose/fixes.js";
import { keptBy } from "../model/kept-parts.js";
import { findNearestGoal } from "../diagnose/nearest-goal.js";
import { canBeReached } from "../diagnose/reasons.js";
import { leastStep } from "../diagnose/step-search.js";
import { formatDay } from "../calendar/day.js";
import type { AlignFix } from "./answer.js";
import { buildAllocation, fitTogether, layOut, sumShortfall, type Allocation } from "./allocation.js";
import { listAsks, cellOf, buildMember, type Member } from "./member.js";
import { listOwners } from "./owners.js";
import type { Teams } from "./shared-teams.js";

/** All plans with their shared teams: what a change is tried on. */
export interface Table {
  readonly members: readonly Member[];
  readonly teams: Teams;
  readonly board: Allocation;
}

/**
 * The single changes after which the plans of a conflict fit together, each found by trying it: for each plan a lower
 * goal, higher rates, a higher value, less work for each unit, more time or a later start; for the shared teams more people
 * or higher limits.
 */
export function findConflictFixes(table: Table, set: readonly Member[]): readonly AlignFix[] {
  const shared = reasonsOf(table.board, set);
  return set.flatMap((member, index) => {
    const tries = (change: Change) => resolves(table, set, member, change);
    const wins = exactWins(member.prepared.bridge);
    const nearest =
      wins === undefined
        ? null
        : findNearestGoal(member.prepared, Number(wholeWins(member.prepared.bridge, wins)), (volumes) =>
            canBeReached(member.prepared, volumes)
              ? fitTogether(
                  table.board,
                  replaced(set, member, { ...member, reasons: [], asks: listAsks(member.prepared, volumes) }),
                )
              : false,
          );
    const reasons = set.length === 1 ? member.reasons : shared;
    const all = findFixes({ ...member.prepared, workDays: table.board.days }, reasons, nearest, tries);
    const later = [...laterPeriod(member, tries), ...laterNeeds(table.board, set, member, tries)];
    // What the shared teams need is the same for every plan of the set.
    return [...all, ...later].flatMap((fix) => told(fix, member, index));
  });
}

function told(fix: Fix, { name }: Member, index: number): AlignFix[] {
  if (fix.path[0] === "teams") return index === 0 ? [{ plan: null, ...fix }] : [];
  return [{ plan: name, ...fix, text: `In "${name}": ${fix.text}` }];
}

/** What the set collides over, as the reasons of a plan would say it. */
function reasonsOf(board: Allocation, set: readonly Member[]): CapacityReason[] {
  const { over, late, totals } = sumShortfall(board, set);
  const asked = over.map((key): CapacityReason => {
    const { team, of, week } = cellOf(key);
    const demand = encodeExact(totals.get(key) ?? { num: 0, den: 1 });
    const capacity = encodeExact(board.capacity.get(key) ?? { num: 0, den: 1 });
    const worst = { week, demand, capacity };
    return { code: "capacity", path: [], text: "", team, of, weeks: [week], short: "0", worst, activity: "" };
  });
  const activities = over.flatMap((key) => set.flatMap(({ asks }) => asks.get(key)?.activity ?? []));
  const [first] = asked;
  const driven =
    first === undefined
      ? []
      : [...new Set(activities)].map((activity) => ({ ...first, of: "minutes", activity }));
  return [...new Map(asked.map((each) => [JSON.stringify([each.team, each.of]), each])).values()].concat(
    driven,
    late.map(({ reason }) => reason),
  );
}

function replaced(set: readonly Member[], member: Member, by: Member): readonly Member[] {
  return set.map((each) => (each === member ? by : each));
}

/** Whether the plans of the set fit together once this change is made. */
function resolves(table: Table, set: readonly Member[], member: Member, change: Change): boolean {
  const isOfTeams = change.path[0] === "teams";
  if (isOfTeams) {
    const teams = withChange({ teams: table.teams }, change).teams;
    const others = set.map(({ name, plan, prepared }) =>
      buildMember(name, plan, teams, { of: prepared, parts: "time" }),
    );
    return fitTogether(layOut(table.board, teamsOf(set, teams)), others);
  }
  const plan = withChange(member.plan, change);
  const changed = buildMember(member.name, plan, table.teams, keptBy(member.prepared, change.path));
  const changedSet = replaced(set, member, changed);
  const isMoved = change.path[0] === "workFrom" || change.path[1] === "period";
  const board = isMoved
    ? buildAllocation(replaced(table.members, member, changed), teamsOf(set, table.teams))
    : table.board;
  return fitTogether(board, changedSet);
}

/** The least later date of each late need with which all would fit. */
function laterNeeds(
  board: Allocation,
  set: readonly Member[],
  { name, plan, prepared }: Member,
  tries: (change: Change) => boolean,
): Fix[] {
  const late = sumShortfall(board, set).late.filter((each) => each.plan === name);
  return late.flatMap(({ task }): Fix[] => {
    const index = (plan.tasks ?? []).findIndex((each) => each.name === task);
    const now = plan.tasks?.[index]?.due;
    const days = prepared.workDays.filter((day) => now !== undefined && day > parseWrittenDay(now));
    const path = ["tasks", index, "due"];
    const at = (step: number) => formatDay(days[step - 1] ?? 0);
    const step = leastStep(0, days.length, (tried) => tries({ path, to: at(tried) }));
    if (step === undefined || now === undefined) return [];
    const fix: FixData = { code: "later-task", task, path, from: now, to: at(step) };
    return [{ ...fix, text: sayFix(fix, planFormat(plan)) }];
  });
}

/** Only the teams that these plans give work to. */
function teamsOf(set: readonly Member[], teams: Teams): Teams {
  const owners = new Set(set.flatMap(({ plan }) => listOwners(plan)));
  return Object.fromEntries(Object.entries(teams).filter(([name]) => owners.has(name)));
}

/** A quarter later is another plan. */
const MOST_WEEKS_LATER = 13;

/** The least number of weeks by which the whole plan would have to move, where its work begins with its period. */
function laterPeriod({ plan, prepared }: Member, tries: (change: Change) => boolean): Fix[] {
  const { period } = prepared;
  if (period.kind === "undated" || plan.workFrom !== undefined) return [];
  const path = ["goal", "period"];
  for (let weeks = 1; weeks <= MOST_WEEKS_LATER; weeks += 1) {
    const to = { start: formatDay(period.first + weeks * 7), end: formatDay(period.last + weeks * 7) };
    if (!safeParsePlan(withChange(plan, { path, to })).success || !tries({ path, to })) continue;
    const fix: FixData = { code: "begin-later", weeks, path, from: plan.goal.period, to };
    return [{ ...fix, text: sayFix(fix, planFormat(plan)) }];
  }
  return [];
}
