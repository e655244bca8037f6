import { goalAt } from "../model/chosen-goal.js";
import { sayFix, type FixData, type Fix } from "../words/fixes.js";
import { planFormat } from "../words/plan-format.js";
import { sayAlignFix } from "../words/conflicts.js";
import { at, must } from "../number/invariant.js";
import { encodeExact } from "../number/exact-string.js";
import { amountWritten, withGoal } from "../model/with-goal.js";
import { ceiling, floor } from "../number/ceiling.js";
import { larger, multiply, ratio, ZERO } from "../number/ratio.js";
import { exactWins, plannedWins } from "../model/bridge.js";
import { keptBy } from "../model/kept-parts.js";
import { withChange, type Change } from "../plan/change.js";
import { safeParsePlan } from "../plan/parse.js";
import { parseRate } from "../plan/rate.js";
import type { FixableReason, Overload } from "../diagnose/fixable-reason.js";
import { findFixes } from "../diagnose/fixes.js";
import { findNearestGoal, stepsPerUnit, type NearestGoal } from "../diagnose/nearest-goal.js";
import { canBeReached } from "../diagnose/reasons.js";
import { greatestStep, leastStep } from "../diagnose/step-search.js";
import { formatDay } from "../calendar/day.js";
import type { AlignFix } from "./answer.js";
import { buildAllocation, fitTogether, layOut, sumShortfall, type Allocation } from "./allocation.js";
import { listAsks, cellOf, buildMember, type Member } from "./member.js";
import { listOwners } from "./owners.js";
import { reaching } from "./scale.js";
import type { Teams } from "./shared-teams.js";

/** All plans with their shared teams: what a change is tried on. */
export interface Table {
  readonly members: readonly Member[];
  readonly teams: Teams;
  readonly board: Allocation;
}

/**
 * The single changes after which the plans of a conflict fit together, each found by trying it: for each plan a lower
 * goal or chance, higher rates, a higher value, less work for each unit, more time or a later start; for the shared teams
 * more people or higher limits.
 */
export function findConflictFixes(table: Table, set: readonly Member[]): readonly AlignFix[] {
  const { board } = table;
  const shared = overloadsOf(board, set);
  return set.flatMap((member, index) => {
    const tries = (change: Change): boolean => resolves(table, set, member, change);
    const reasons = set.length === 1 ? member.reasons : shared;
    const nearest = nearestGoal(board, set, member);
    const all = [
      ...findFixes({ ...member.compiled, workDays: board.days }, reasons, nearest, tries),
      ...lowerChance(member, tries),
      ...laterPeriod(member, tries),
      ...laterTasks(board, set, member, tries),
    ];
    // What the shared teams need is the same for every plan of the set.
    return all.flatMap((fix) => inPlan(fix, member, index));
  });
}

function inPlan(fix: Fix, { name, plan }: Member, index: number): AlignFix[] {
  if (fix.path[0] === "teams") return index === 0 ? [{ plan: null, ...fix }] : [];
  return [{ plan: name, ...fix, text: sayAlignFix({ ...fix, plan: name }, planFormat(plan)) }];
}

/** The greatest goal of one plan with which the set fits, the others as they are; with the chance that it asks for. */
function nearestGoal(board: Allocation, set: readonly Member[], member: Member): NearestGoal | null {
  const { compiled, planned } = member;
  if (planned === undefined) return null;
  const fits = (changed: Member): boolean => fitTogether(board, replaced(set, member, changed));
  const isLevel = planned.margin === null && compiled.plan.goal.chance === undefined;
  // Where the goal holds for each month, the base of each runs on from the goals before: fewer wins do not say which.
  if (isLevel && compiled.months.length === 0)
    return findNearestGoal(compiled, Number(planned.volumes.wins), (volumes) =>
      canBeReached(compiled, volumes)
        ? fits({ ...member, reasons: [], asks: listAsks(compiled, volumes) })
        : false,
    );
  const steps = ratio(stepsPerUnit(compiled));
  const amountOf = (step: number) => ratio(step, steps.num);
  const step = greatestStep(Number(floor(multiply(amountWritten(compiled), steps))), (tried) => {
    const changed = reaching(member, amountOf(tried));
    return changed !== undefined && fits(changed);
  });
  if (step === undefined) return null;
  const amount = amountOf(step);
  const { bridge } = withGoal(compiled, amount);
  const wins = isLevel ? plannedWins(bridge) : ceiling(larger(ZERO, exactWins(bridge) ?? ZERO));
  return { amount: encodeExact(amount), wins: Number(must(wins, "the wins for a goal that is reached")) };
}

/** What the set collides over, as far as it decides which changes are tried. */
function overloadsOf(board: Allocation, set: readonly Member[]): FixableReason[] {
  const { over, late } = sumShortfall(board, set);
  const limits = new Map<string, Overload>();
  for (const key of over) {
    const { team, of } = cellOf(key);
    for (const { asks } of set) {
      const ask = asks.get(key);
      if (ask === undefined) continue;
      const overload: Overload = { code: "capacity", team, of, activity: ask.activity };
      limits.set(JSON.stringify(overload), overload);
    }
  }
  return [...limits.values(), ...late.map(({ reason }) => reason)];
}

function replaced(set: readonly Member[], member: Member, by: Member): readonly Member[] {
  return set.map((each) => (each === member ? by : each));
}

/** Whether the plans of the set fit together once this change is made. */
function resolves(table: Table, set: readonly Member[], member: Member, change: Change): boolean {
  const isOfTeams = change.path[0] === "teams";
  if (isOfTeams) {
    const teams = withChange({ teams: table.teams }, change).teams;
    const others = set.map(({ name, plan, compiled }) =>
      buildMember(name, plan, teams, { of: compiled, parts: "time" }),
    );
    return fitTogether(layOut(table.board, teamsOf(set, teams)), others);
  }
  const plan = withChange(member.plan, change);
  const changed = buildMember(member.name, plan, table.teams, keptBy(member.compiled, change.path));
  const changedSet = replaced(set, member, changed);
  const isMoved = change.path[0] === "workFrom" || change.path[1] === "period";
  const board = isMoved
    ? buildAllocation(replaced(table.members, member, changed), teamsOf(set, table.teams))
    : table.board;
  return fitTogether(board, changedSet);
}

/** The least later date of each late task with which all would fit. */
function laterTasks(
  board: Allocation,
  set: readonly Member[],
  { name, plan, compiled }: Member,
  tries: (change: Change) => boolean,
): Fix[] {
  const late = sumShortfall(board, set).late.filter((each) => each.plan === name);
  return late.flatMap(({ task }): Fix[] => {
    const written = must(
      compiled.tasks.find((each) => each.name === task),
      "a task that is late",
    );
    const days = compiled.workDays.filter((day) => day > written.due);
    const path = [...written.path, "due"];
    const dayAt = (step: number): string => formatDay(at(days, step - 1));
    const step = leastStep(0, days.length, (tried) => tries({ path, to: dayAt(tried) }));
    if (step === undefined) return [];
    return [said(plan, { code: "later-task", task, path, from: written.dueText, to: dayAt(step) })];
  });
}

function said(plan: Member["plan"], fix: FixData): Fix {
  return { ...fix, text: sayFix(fix, planFormat(plan)) };
}

/** Only the teams that these plans give work to. */
function teamsOf(set: readonly Member[], teams: Teams): Teams {
  const owners = new Set(set.flatMap(({ plan }) => listOwners(plan)));
  return Object.fromEntries(Object.entries(teams).filter(([name]) => owners.has(name)));
}

/** The greatest whole percent of chance below the one that is asked for with which all would fit. */
function lowerChance({ plan, compiled }: Member, tries: (change: Change) => boolean): Fix[] {
  const from = compiled.plan.goal.chance;
  if (from === undefined) return [];
  const path = goalAt(compiled, "chance");
  const below = Number(ceiling(multiply(parseRate(from), ratio(100)))) - 1;
  const step = greatestStep(below - 1, (tried) => tries({ path, to: `${tried + 1}%` }));
  return step === undefined ? [] : [said(plan, { code: "lower-chance", path, from, to: `${step + 1}%` })];
}

/** A quarter later is another plan. */
const MOST_WEEKS_LATER = 13;

/** The least number of weeks by which the whole plan would have to move, where its work begins with its period. */
function laterPeriod({ plan, compiled }: Member, tries: (change: Change) => boolean): Fix[] {
  if (plan.workFrom !== undefined) return [];
  const { period } = compiled;
  const path = goalAt(compiled, "period");
  for (let weeks = 1; weeks <= MOST_WEEKS_LATER; weeks += 1) {
    const to = { start: formatDay(period.first + weeks * 7), end: formatDay(period.last + weeks * 7) };
    if (!safeParsePlan(withChange(plan, { path, to })).success || !tries({ path, to })) continue;
    return [said(plan, { code: "begin-later", weeks, path, from: compiled.plan.goal.period, to })];
  }
  return [];
}
