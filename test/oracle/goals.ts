import type { Solution } from "../../src/solve/answer.js";
import { bridgeOf, keptShare, type OracleBridge } from "./bridge.js";
import { compare, type Comparison } from "./compare.js";
import { withPlainDates } from "./plain-dates.js";
import type { PlainPlan } from "./plain-plan.js";
import { whole, type Rational } from "./rational.js";
import { OracleRefusal } from "./refusal.js";
import { withSharedRates } from "./same-as.js";
import { ceilingsOf, type OracleAnswer, type OracleCeiling } from "./solve.js";
import { readAmount } from "./written.js";

/** A plan with several goals; the first says the period, and with it whatever holds for all. */
export interface PlainGoalsPlan extends Omit<PlainPlan, "goal"> {
  readonly goals: readonly [PlainPlan["goal"], ...Omit<PlainPlan["goal"], "period">[]];
}

/** Each goal as the plan of its own that it would be. */
export function goalsAlone({ goals, ...rest }: PlainGoalsPlan): readonly PlainPlan[] {
  const [{ period, profile, chance }] = goals;
  const once = { period, ...(profile && { profile }), ...(chance !== undefined && { chance }) };
  return goals.map((goal) => withPlainDates({ ...rest, goal: { ...goal, ...once } }));
}

/** The bridge of each goal; undefined where a win adds nothing to it. */
function bridges(plan: PlainGoalsPlan): readonly (OracleBridge | undefined)[] {
  return goalsAlone(plan).map((alone) => {
    try {
      return bridgeOf(alone);
    } catch (error) {
      if (error instanceof OracleRefusal) return undefined;
      throw error;
    }
  });
}

/** The place of the goal that needs most whole wins, of those the one that needs most exact ones, of those the first. */
export function needsMost(plan: PlainGoalsPlan): number {
  const all = bridges(plan);
  return all.reduce<number>((most, bridge, place) => (isMore(bridge, all[most]) ? place : most), 0);
}

function isMore(one: OracleBridge | undefined, other: OracleBridge | undefined): boolean {
  if (other === undefined || one === undefined) return one === undefined && other !== undefined;
  if (one.wins !== other.wins) return one.wins > other.wins;
  return one.exactWins.compare(other.exactWins) > 0;
}

/** What so many wins bring of a goal: what it asks for, and what each win beyond its exact ones adds and keeps. */
export function broughtBy(alone: PlainPlan, { exactWins, worth }: OracleBridge, wins: bigint): Rational {
  const beyond = whole(wins).minus(exactWins);
  return readAmount(alone.goal.amount).plus(beyond.times(worth).times(keptShare(alone)));
}

/** The limits on losses of all goals: one for each thing that is counted, customers or MRR. */
function allCeilings(alone: readonly PlainPlan[]): OracleAnswer["lossLimits"] {
  const all = new Map<string, OracleCeiling>();
  for (const plan of alone)
    for (const ceiling of ceilingsOf(withSharedRates(plan)))
      if (!all.has(ceiling.item)) all.set(ceiling.item, ceiling);
  return [...all.values()];
}

/** Solves a plan with several goals twice: its answer must be that of the goal that needs most, and say what each takes and gets. */
export function compareGoals(plan: PlainGoalsPlan, solve: (plan: unknown) => Solution): Comparison {
  const alone = goalsAlone(plan);
  const most = needsMost(plan);
  const binding = alone[most];
  if (binding === undefined) throw new RangeError("compareGoals requires goals; got none");
  let answer: Solution | undefined;
  const { outcome, differences } = compare(
    binding,
    () => (answer = solve(plan)),
    (own) => ({ ...own, lossLimits: allCeilings(alone) }),
  );
  const targets = answer?.targets ?? null;
  if (outcome === "too large" || answer === undefined || targets === null) return { outcome, differences };
  const all = bridges(plan);
  const { wins } = targets;
  const rows = (targets.goals ?? []).flatMap((row, place) => {
    const [one, own] = [alone[place], all[place]];
    if (one === undefined || own === undefined) return [`goals[${place}]: there should be none`];
    const brought = broughtBy(one, own, BigInt(wins)).toString();
    return [
      ...(row.exactWins === own.exactWins.toString() ? [] : [`goals[${place}].exactWins: ${row.exactWins}`]),
      ...(BigInt(row.wins) === own.wins ? [] : [`goals[${place}].wins: ${row.wins}`]),
      ...(row.brought === brought ? [] : [`goals[${place}].brought: ${row.brought}, not ${brought}`]),
    ];
  });
  const apart = [
    ...(answer.binds === most ? [] : [`binds: ${String(answer.binds)}, not ${most}`]),
    ...(targets.goals?.length === alone.length ? [] : ["goals: not all"]),
    ...rows,
  ];
  return { outcome, differences: [...differences, ...apart] };
}
