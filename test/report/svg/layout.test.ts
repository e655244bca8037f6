import { makeFormat } from "../../../src/format/format.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePlan } from "../../../src/plan/parse.js";
import type { PlanInput } from "../../../src/plan/plan.js";
import { drawPicture } from "../../../src/charts/draw-picture.js";
import { figuresOf } from "../../../src/charts/drawing/figures.js";
import { plans } from "../../generators/plans.js";
import { followed } from "../../track/followed.js";
import { dayWithin, strayed } from "../../track/strayed.js";
import { picturesOf } from "./pictures-of.js";
import { textFaults } from "./text-boxes.js";
import { runs } from "../../laws/runs.js";

const widths = fc.integer({ min: 280, max: 1400 });

function faultsOf(pictures: ReturnType<typeof picturesOf>, width: number): string[] {
  const figures = figuresOf(makeFormat(undefined, { currency: "USD" }));
  return pictures.flatMap((picture) =>
    textFaults(drawPicture(picture, { width, titled: true, headed: true, figures })).map(
      (fault) => `${picture.kind}: ${fault}`,
    ),
  );
}

describe("no text lies on another and none is cut", () => {
  test("whatever the plan and the width", () => {
    const drawn = plans({ available: true, zeroRates: true, lags: true, short: true, stages: 4, depth: 1 });
    fc.assert(
      fc.property(drawn, widths, (plain, width) => {
        expect(faultsOf(picturesOf(parsePlan(plain)), width)).toEqual([]);
      }),
      runs(0.15),
    );
  });

  test("whatever the numbers", () => {
    fc.assert(
      fc.property(
        plans({ size: "huge", period: "dated", short: true, stages: 2, depth: 1 }),
        widths,
        (plain, width) => {
          const pictures = picturesThatCount(parsePlan(plain));
          fc.pre(pictures !== undefined);
          expect(faultsOf(pictures, width)).toEqual([]);
        },
      ),
      runs(0.2),
    );
  });

  test("however it is going", () => {
    const small = plans({ period: "dated", lags: true, stages: 2, depth: 1, activities: false });
    const drawn = fc.tuple(
      small,
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.array(fc.nat(4), { minLength: 1 }),
    );
    fc.assert(
      fc.property(drawn, widths, ([plain, share, factors], width) => {
        const plan = parsePlan(plain);
        const snapshot = strayed(followed(plan, dayWithin(plan, share)), factors);
        expect(faultsOf(picturesOf(plan, snapshot), width)).toEqual([]);
      }),
      runs(0.15),
    );
  });

  test("whatever the names", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 6, maxLength: 6 }), widths, (names, width) => {
        expect(faultsOf(picturesOf(named(names)), width)).toEqual([]);
      }),
      runs(0.3),
    );
  });
});

/** Some huge goals need counts that no answer holds. */
function picturesThatCount(plan: PlanInput): ReturnType<typeof picturesOf> | undefined {
  try {
    return picturesOf(plan);
  } catch (error) {
    if ((error as { code?: unknown }).code === "count.too-large") return undefined;
    throw error;
  }
}

function named([
  plan = "",
  deal = "",
  last = "",
  first = "",
  channel = "",
  unit = "",
]: readonly string[]): PlanInput {
  const suffix = (text: string) => `${text} 1`;
  return {
    name: plan,
    goal: { metric: "units", unit, amount: 10, period: "2026-01" },
    deal: { owner: suffix(deal) },
    funnel: [
      {
        stage: suffix(last),
        rate: "1/3",
        owner: suffix(deal),
        cost: 3,
        minutes: 10,
        sources: [
          { channel: suffix(channel), share: "40%", funnel: [{ stage: suffix(first), rate: "50%" }] },
          { channel: `${channel} 2`, rest: true, funnel: [{ stage: `${first} 2`, rate: "20%", cost: 12 }] },
        ],
      },
    ],
    teams: { [suffix(deal)]: { headcount: 2, minutesPerDay: 1 } },
  };
}
