import { type FlowStage, isWork, unitsBrought } from "../model/flow.js";
import { stagesOfUnitsChannels } from "../model/pipeline-wins.js";
import { add, divide, isZero, multiply, ONE, ZERO, type Ratio } from "../number/ratio.js";
import { parseWrittenDay } from "../plan/dates.js";
import type { Snapshot } from "../plan/snapshot.js";
import { NO_LAG } from "../lag/read-lag.js";
import { onDay, type PlannedCourse } from "./course.js";
import type { DatedPrepared } from "./dated.js";
import { countSnapshot } from "./observed.js";
import type { Factor } from "./shapley.js";
import { shareGone } from "./timing.js";

/**
 * What a part of the gap is due to: the work that was done (`effort`), the share that went on (`conversion`), when it went
 * on (`timing`), and what became of all that several channels passed on to one stage (`arrival`).
 */
export interface FunnelLever {
  readonly lever: "effort" | "conversion" | "timing" | "arrival";
  readonly stage: string;
}

/** A number as it is, and as it was planned. */
export interface Pair {
  readonly actual: Ratio;
  readonly planned: Ratio;
}

/** One stage, or the win: its units, and the factors by which they come from the stages before and go on. */
export interface GapStep {
  readonly units: Pair;
  /** What channels with fixed units brought to it; planned and taken as done. */
  readonly brought: Ratio;
  /** How what is there compares with what was passed on. */
  readonly arrival: Factor<FunnelLever>;
  /** The share that should have gone on by now, times the rate. */
  readonly timing: Factor<FunnelLever>;
  readonly rate: Ratio;
  /** Units that were open in it when work began and should have gone on by now. */
  readonly openGoneOn: Ratio;
}

/** The steps of the funnel by stage, with the win at the end; undefined inside channels that bring fixed units. */
export function gapSteps(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  wins: Ratio,
): readonly (GapStep | undefined)[] {
  const { flow } = prepared;
  const own = stagesOfUnitsChannels(flow);
  const asOf = parseWrittenDay(snapshot.asOf);
  const into: Pair[] = [...flow, null].map(() => ({ actual: ZERO, planned: ZERO }));
  const steps = flow.map((stage, index) => {
    if (own[index] === true) return undefined;
    const step = stepAt(prepared, course, snapshot, stage, index, into[index]);
    const next = stage.next < 0 ? flow.length : stage.next;
    into[next] = both(add, into[next], goneOn(step));
    return step;
  });
  const units = { actual: wins, planned: onDay(course, course.wins, asOf) };
  const key: FunnelLever = { lever: "conversion", stage: flow.at(-1)?.name ?? "" };
  return [...steps, winStep(key, units, into[flow.length])];
}

function stepAt(
  prepared: DatedPrepared,
  course: PlannedCourse,
  snapshot: Snapshot,
  stage: FlowStage,
  index: number,
  passedOn: Pair | undefined,
): GapStep {
  const { flow } = prepared;
  const asOf = parseWrittenDay(snapshot.asOf);
  const brought = isZero(unitsBrought(stage)) ? ZERO : onDay(course, course.brought[index] ?? [], asOf);
  const expected = both(add, passedOn, { actual: brought, planned: brought });
  const planned = onDay(course, course.entered[index] ?? [], asOf);
  const counted = countSnapshot(snapshot.entered, stage.name);
  const source = isWork(flow, index);
  const units = { actual: counted?.total ?? (source ? planned : expected.actual), planned };
  const gone = onDay(course, course.goneOn[index] ?? [], asOf);
  const lag = flow[index]?.lag ?? NO_LAG;
  const seen = counted === undefined ? undefined : shareGone(counted, lag, asOf, prepared.calendar);
  const shouldHave = quotient(gone, multiply(planned, stage.rate));
  return {
    units,
    brought,
    arrival: comparison(arrivalKey(flow, index), units, expected),
    timing: {
      key: { lever: "timing", stage: stage.name },
      actual: seen ?? shouldHave ?? ONE,
      planned: shouldHave ?? seen ?? ONE,
    },
    rate: stage.rate,
    openGoneOn: onDay(course, course.openGoneOn[index] ?? [], asOf),
  };
}

function winStep(key: FunnelLever, units: Pair, passedOn: Pair | undefined): GapStep {
  const expected = passedOn ?? { actual: ZERO, planned: ZERO };
  const none = { key: { lever: "timing", stage: "win" } as const, actual: ONE, planned: ONE };
  return {
    units,
    brought: ZERO,
    arrival: comparison(key, units, expected),
    timing: none,
    rate: ONE,
    openGoneOn: ZERO,
  };
}

/** Named after the one stage that passes units on, else after the stage where several meet. */
function arrivalKey(flow: readonly FlowStage[], index: number): FunnelLever {
  const own = stagesOfUnitsChannels(flow);
  const before = flow.filter(({ next }, from) => next === index && own[from] !== true);
  const [only] = before;
  return before.length === 1 && only !== undefined
    ? { lever: "conversion", stage: only.name }
    : { lever: "arrival", stage: flow[index]?.name ?? "" };
}

/** A comparison with nothing below takes its planned value; the planned one is 1 where nothing was planned. */
function comparison(key: FunnelLever, units: Pair, expected: Pair): Factor<FunnelLever> {
  const planned = quotient(units.planned, expected.planned) ?? ONE;
  return { key, actual: quotient(units.actual, expected.actual) ?? planned, planned };
}

function goneOn({ units, timing, rate, openGoneOn }: GapStep): Pair {
  const on = (count: Ratio, share: Ratio): Ratio => add(multiply(multiply(count, share), rate), openGoneOn);
  return { actual: on(units.actual, timing.actual), planned: on(units.planned, timing.planned) };
}

function both(combine: (one: Ratio, other: Ratio) => Ratio, one: Pair | undefined, other: Pair): Pair {
  return {
    actual: combine(one?.actual ?? ZERO, other.actual),
    planned: combine(one?.planned ?? ZERO, other.planned),
  };
}

function quotient(part: Ratio, whole: Ratio): Ratio | undefined {
  return isZero(whole) ? undefined : divide(part, whole);
}
