import { describe, expect, it } from "vitest";
import { learn } from "../../../src/history/learning/learn.js";
import { scoreInterval } from "../../../src/number/score-interval.js";
import { toNumber } from "../../../src/number/exact-string.js";
import { formatDay } from "../../../src/calendar/day.js";
import {
  simulateJourneys,
  trueLag,
  trueRate,
  type SimulatedLag,
  type SimulatedStage,
} from "../../oracle/journey-simulator.js";

const RUNS = 400;
const TODAY = 20_800;
const evenly = (from: number, to: number): SimulatedLag =>
  Array.from({ length: to - from + 1 }, (_, index) => [from + index, 1 / (to - from + 1)] as const);

const demo: SimulatedStage = { stage: "demo", rate: 0.4, lag: evenly(5, 60), lossLag: evenly(0, 10) };
const proposal: SimulatedStage = {
  stage: "proposal",
  rate: 0.5,
  lag: evenly(10, 50),
  lossLag: evenly(20, 90),
  skip: 0.3,
};

interface Cohort {
  readonly stages: readonly SimulatedStage[];
  readonly deals: number;
  /** Deals begin evenly over so many days up to today. */
  readonly days: number;
  /** Nothing that ended more than so many days ago is recorded. */
  readonly recordedDays?: number;
}

/** In how many of 400 histories does an interval hold the truth, for each stage? */
function coverage({ stages, deals, days, recordedDays }: Cohort) {
  const tally = stages.map(() => ({ mature: 0, given: 0, corrected: 0, naive: 0 }));
  const observedFrom = recordedDays === undefined ? undefined : TODAY - recordedDays;
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const from = observedFrom === undefined ? {} : { observedFrom };
    const journeys = simulateJourneys({
      seed,
      deals,
      stages,
      begin: [TODAY - days, TODAY],
      asOf: TODAY,
      ...from,
    });
    const learned = learn(journeys, {
      stages: stages.map(({ stage }) => stage),
      asOf: formatDay(TODAY),
      observedFrom: observedFrom === undefined ? undefined : formatDay(observedFrom),
    });
    stages.forEach((stage, index) => {
      const seen = learned.stages[stage.stage];
      const row = tally[index];
      if (seen?.corrected === undefined || seen.corrected === null || row === undefined) return;
      const truth = trueRate(stage);
      const { low, high } = seen.corrected;
      if (seen.mature) row.mature += 1;
      if (low !== null && high !== null) row.given += 1;
      if (low !== null && high !== null && toNumber(low) <= truth && truth <= toNumber(high))
        row.corrected += 1;
      const naive = scoreInterval(toNumber(seen.naive ?? "0"), seen.entered);
      if (naive.low <= truth && truth <= naive.high) row.naive += 1;
    });
  }
  return tally.map(({ mature, given, corrected, naive }) => ({
    mature: mature / RUNS,
    corrected: corrected / given,
    naive: naive / RUNS,
  }));
}

/** What a 90% interval must do in 400 runs. */
function expectHonest(shares: readonly { mature: number; corrected: number }[]): void {
  for (const { mature, corrected } of shares) {
    expect(mature).toBeGreaterThan(0.9);
    expect(corrected).toBeGreaterThanOrEqual(0.85);
    expect(corrected).toBeLessThanOrEqual(0.95);
  }
}

// Truth: the rates and lags that the simulator was given.
describe("90% intervals hold the truth in 85% to 95% of 400 histories", { timeout: 120_000 }, () => {
  it("with unfinished deals, skipped stages, fast and slow losses, where naive rates are visibly wrong", () => {
    const shares = coverage({ stages: [demo, proposal], deals: 600, days: 240 });
    expectHonest(shares);
    expect(shares[0]?.naive).toBeLessThan(0.3);
  });

  it("in small cohorts", () => {
    expectHonest(coverage({ stages: [demo, proposal], deals: 120, days: 240 }));
  });

  it("where losing takes longer than winning, so that open deals are mostly lost ones", () => {
    const slow = { stage: "a", rate: 0.2, lag: evenly(0, 20), lossLag: evenly(30, 60) };
    expectHonest(coverage({ stages: [slow], deals: 300, days: 120 }));
  });

  it("where history begins late: what ended before a day was never recorded", () => {
    const shares = coverage({ stages: [demo, proposal], deals: 1200, days: 480, recordedDays: 240 });
    expectHonest(shares);
    expect(shares[1]?.naive).toBeLessThan(0.5);
  });

  it("with everything finished", () => {
    const shares = coverage({
      stages: [{ ...demo, lag: [[0, 1]], lossLag: [[0, 1]] }],
      deals: 150,
      days: 100,
    });
    expectHonest(shares);
    // Wider only where months happen to differ by more than luck gives in four of five cases.
    expect(shares[0]?.corrected).toBeGreaterThanOrEqual(shares[0]?.naive ?? 1);
  });
});

describe("what is not seen yet is not claimed", () => {
  it("a cohort younger than its longest lag is not mature, and its interval leaves room for all that are open", () => {
    const young: SimulatedStage = { stage: "a", rate: 0.4, lag: evenly(0, 60), lossLag: evenly(0, 90) };
    const shares = coverage({ stages: [young], deals: 400, days: 50 });
    expect(shares[0]?.mature).toBeLessThan(0.02);
    expect(shares[0]?.corrected).toBeGreaterThan(0.95);
    const journeys = simulateJourneys({
      seed: 1,
      deals: 400,
      stages: [young],
      begin: [TODAY - 40, TODAY],
      asOf: TODAY,
    });
    const stage = learn(journeys, { stages: ["a"], asOf: formatDay(TODAY) }).stages.a;
    expect(stage?.mature).toBe(false);
    const { low, high } = stage?.corrected ?? {};
    // Within 40 of 60 days, about a quarter of all have gone on; most others are open or lost since.
    expect(toNumber(low ?? "1")).toBeLessThan(0.3);
    expect(toNumber(high ?? "0")).toBeGreaterThan(0.6);
    expect(stage?.unknown[0]?.text).toMatch(/still open and were watched for 40 days at most/);
  });

  it("is mature where the user knows the longest lag, and deals were watched for that long", () => {
    const stage: SimulatedStage = { stage: "a", rate: 0.4, lag: evenly(0, 60), lossLag: evenly(0, 90) };
    const journeys = simulateJourneys({
      seed: 3,
      deals: 900,
      stages: [stage],
      begin: [TODAY - 66, TODAY],
      asOf: TODAY,
    });
    const known = (longestLag?: number) =>
      learn(journeys, { stages: ["a"], asOf: formatDay(TODAY), longestLag }).stages.a;
    expect(known()?.mature).toBe(false);
    expect(known(60)?.mature).toBe(true);
  });
});

describe("lags are recovered to sampling error", () => {
  it("also from unfinished deals, with skipped stages: the curve is nowhere off by more than chance allows", () => {
    const journeys = simulateJourneys({
      seed: 11,
      deals: 6000,
      stages: [demo, proposal],
      begin: [TODAY - 240, TODAY],
      asOf: TODAY,
    });
    const learned = learn(journeys, { stages: ["demo", "proposal"], asOf: formatDay(TODAY) });
    for (const stage of [demo, proposal]) {
      const seen = learned.stages[stage.stage as "demo"];
      const truth = trueLag(stage.stage === "demo" ? { ...demo } : stage);
      const table = new Map((seen?.lag ?? []).map(({ days, share }) => [days, toNumber(share)]));
      let [learnedSum, trueSum, furthest] = [0, 0, 0];
      for (let days = 0; days <= 90; days += 1) {
        learnedSum += table.get(days) ?? 0;
        trueSum += truth.get(days) ?? 0;
        furthest = Math.max(furthest, Math.abs(learnedSum - trueSum));
      }
      // Kolmogorov: with n that went on, the greatest distance exceeds 1.95 ÷ √n in one case in a thousand; censoring
      // leaves fewer, so n is counted at half.
      expect(furthest).toBeLessThan(1.95 / Math.sqrt((seen?.wentOn ?? 0) / 2));
    }
  });
});
