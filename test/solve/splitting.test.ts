import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "../../src/schedule/target.js";
import type { Targets } from "../../src/solve/answer.js";
import { plans } from "../generators/plans.js";
import { timedPlans } from "../generators/timed-plans.js";
import { runs } from "../laws/runs.js";
import { targetsOf } from "../laws/solved.js";
import type { PlainSource, PlainStage } from "../oracle/plain-plan.js";
import { ONE, whole } from "../oracle/rational.js";
import type { Rational } from "../oracle/rational.js";
import { readNumber, readRate } from "../oracle/written.js";

const written = (value: Rational): string => `${String(value.numerator)}/${String(value.denominator)}`;

describe("splitting a stage in two whose rates make the same", () => {
  it.each([
    ["without lags", plans({ rounding: "least", depth: 0, metrics: ["customers", "new-mrr", "units"] })],
    ["with lags", timedPlans({ rounding: "least", depth: 0, open: false, flows: false })],
  ] as const)("changes no number of any other stage, %s", (_, drawn) => {
    const parts = fc.integer({ min: 1, max: 9 });
    const property = fc.property(drawn, fc.nat(), parts, (plan, pick, part) => {
      const at = pick % plan.funnel.length;
      const [before, after] = [targetsOf(plan), targetsOf({ ...plan, funnel: split(plan.funnel, at, part) })];
      if (before === undefined || after === undefined) return;
      const kept = before.path.filter(({ stage }) => stage !== plan.funnel[at]?.stage);
      for (const target of kept) expect(found(after, target)).toEqual(target);
      expect(after.wins).toBe(before.wins);
    });
    fc.assert(property, runs(0.25));
  });
});

describe("splitting a channel in two alike ones", () => {
  it("changes no exact volume, and whole totals by less than one for each channel", () => {
    const property = fc.property(plans({ rounding: "least", depth: 1 }), fc.nat(), (plan, pick) => {
      const [fed] = plan.funnel;
      const sources = fed?.sources ?? [];
      const halved = sources[pick % (sources.length || 1)];
      if (fed === undefined || halved?.rest !== undefined || halved === undefined) return;
      const others = sources.filter((source) => source !== halved);
      const twins = { ...fed, sources: [...others, half(halved, "a"), half(halved, "b")] };
      const [before, after] = [
        targetsOf(plan),
        targetsOf({ ...plan, funnel: [twins, ...plan.funnel.slice(1)] }),
      ];
      if (before === undefined || after === undefined) return;
      for (const target of before.path) sameExact(target, after);
    });
    fc.assert(property);
  });
});

function sameExact(target: Target, after: Targets): void {
  const same = after.path.filter(({ stage }) =>
    [target.stage, `${target.stage} a`, `${target.stage} b`].includes(stage),
  );
  const exact = same.reduce((sum, each) => sum.plus(readNumber(each.exact)), whole(0));
  expect(String(exact)).toBe(String(readNumber(target.exact)));
  const total = same.reduce((sum, each) => sum + each.total, 0);
  expect(total - target.total).toBeGreaterThanOrEqual(0);
  expect(total - target.total).toBeLessThan(same.length);
}

function found({ path }: Targets, { stage, kind }: Target): Target | undefined {
  return path.find((target) => target.stage === stage && target.kind === kind);
}

/** The stage keeps its name, its lag and `part` tenths of the way to 100%; a new one after it has the rest. */
function split(funnel: readonly PlainStage[], at: number, part: number): PlainStage[] {
  return funnel.flatMap((stage, index) => {
    if (index !== at) return [stage];
    const rate = readRate(stage.rate);
    const first = rate.plus(ONE.minus(rate).times(whole(part)).over(whole(10)));
    return [
      { ...stage, rate: written(first) },
      { stage: `${stage.stage} split`, rate: written(rate.over(first)) },
    ];
  });
}

/** Half of what a channel brings, from stages of other names. */
function half(source: PlainSource, name: string): PlainSource {
  const two = whole(2);
  const renamed = (list: readonly PlainStage[]): PlainStage[] =>
    list.map((stage) => ({ ...stage, stage: `${stage.stage} ${name}` }));
  return {
    channel: `${source.channel} ${name}`,
    funnel: renamed(source.funnel),
    ...(source.share === undefined ? {} : { share: written(readRate(source.share).over(two)) }),
    ...(source.units === undefined ? {} : { units: String(readNumber(source.units).over(two)) }),
  };
}
