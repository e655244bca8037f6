import { expect } from "vitest";
import type { Target } from "../../src/schedule/target.js";
import type { Targets } from "../../src/solve/answer.js";
import { sum, whole, ZERO } from "../oracle/rational.js";
import type { Rational } from "../oracle/rational.js";
import { readNumber } from "../oracle/written.js";

const ROUNDING = ["already reached", "buffer", "whole win"];

/** Law: the bridge's items add up to the exact wins, and with what lifts and rounds them to the wins to go for. */
export function bridgeAddsUp({ bridge, exactWins, wins }: Targets): void {
  const inWins = (items: Targets["bridge"]): Rational => sum(items.map((item) => readNumber(item.wins)));
  const before = bridge.filter(({ item }) => !ROUNDING.includes(item));
  expect(String(inWins(before))).toBe(String(readNumber(exactWins)));
  expect(String(inWins(bridge))).toBe(String(wins));
}

/** Law: days add up to the total, in the order of dates, and lie within the window; marks rise to the total. */
export function daysAddUp({ path }: Targets): void {
  for (const target of path) {
    const { days, total, window, milestones } = target;
    if (days.length > 0) {
      expect(days.reduce((due, { count }) => due + count, 0)).toBe(total);
      expect([days.at(0)?.on, days.at(-1)?.on]).toEqual([window?.from, window?.startBy]);
      // A short day counts in part; how much, the oracle says.
      expect(days.length).toBeGreaterThanOrEqual(window?.workingDays ?? 0);
    }
    expect(rising(target)).toBe(true);
    for (const mark of milestones) expect(mark.total).toBeLessThanOrEqual(total);
    if (target.kind === "work" && milestones.length > 0) expect(milestones.at(-1)?.total).toBe(total);
  }
}

function rising({ days, milestones }: Target): boolean {
  const dates = days.every(({ on }, index) => on > (days[index - 1]?.on ?? ""));
  const marks = milestones.every(({ on, total }, index) => {
    const before = milestones[index - 1];
    return before === undefined || (on > before.on && total >= before.total);
  });
  return dates && marks && days.every(({ count }) => count >= 0);
}

/** Law: without lags, what is due by each day is never below the exact need's level part of it. */
export function neverFallsShort({ path }: Targets): void {
  for (const { kind, days, exact, total } of path) {
    if (kind !== "work" || days.length === 0) continue;
    expect(readNumber(exact).compare(whole(total))).toBeLessThanOrEqual(0);
  }
}

/** Law: what channels bring adds up to what their stage needs, unless units alone exceed it; the rest is surplus. */
export function channelsAddUp({ path }: Targets, plan: { readonly funnel: readonly Stage[] }): void {
  const exact = (name: string | undefined): Rational =>
    readNumber(path.find(({ stage }) => stage === name)?.exact ?? "0");
  const rate = (name: string | undefined): Rational =>
    readNumber(path.find(({ stage }) => stage === name)?.rate ?? "0");
  for (const { stage, sources = [] } of stagesOf(plan.funnel)) {
    if (sources.length === 0) continue;
    const leaving = sources.map(({ funnel }) =>
      exact(funnel.at(-1)?.stage).times(rate(funnel.at(-1)?.stage)),
    );
    const surplus = readNumber(path.find((target) => target.stage === stage)?.surplus ?? "0");
    expect(String(sum(leaving).minus(surplus))).toBe(String(exact(stage)));
    if (surplus.compare(ZERO) > 0) {
      const shared = sources.flatMap((source, index) =>
        source.units === undefined ? [leaving[index] ?? ZERO] : [],
      );
      expect(sum(shared).isZero()).toBe(true);
    }
  }
}

interface Stage {
  readonly stage: string;
  readonly sources?: readonly { readonly units?: unknown; readonly funnel: readonly Stage[] }[];
}

function stagesOf(funnel: readonly Stage[]): Stage[] {
  return funnel.flatMap((stage) => [
    ...(stage.sources ?? []).flatMap((source) => stagesOf(source.funnel)),
    stage,
  ]);
}
