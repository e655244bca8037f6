import { describe, expect, test } from "vitest";
import { asJointGoal, findSharedRates, type NamedModel } from "../../src/align/shared-rates.js";
import type { ChanceRate } from "../../src/chance/chance-model.js";
import { winsNeeded } from "../../src/chance/wins-needed.js";

const sample = { won: 3.5, lost: 6.5 };

/** Stages one after the other, the first one with new work. */
function funnel(
  rates: Readonly<Record<string, ChanceRate>>,
  shared = [] as NamedModel["model"]["shared"],
): NamedModel {
  const names = Object.keys(rates);
  const stages = Object.values(rates).map((rate, place) => ({
    next: place + 1 < names.length ? place + 1 : null,
    rate,
    open: [],
    landing: place === 0 ? [1] : [],
  }));
  return { names, model: { stages, shared, spread: 0, notEnough: winsNeeded(2) }, work: [[9]] };
}

describe("rates that plans share", () => {
  test("are those of stages of one name and one sample, also where a plan uses the rate for two stages", () => {
    const one = funnel({ call: { shared: 0 }, demo: { shared: 0 } }, [sample]);
    const other = funnel({ demo: sample, trial: { won: 1.5, lost: 1.5 } });
    const rates = findSharedRates([one, other]) ?? [];
    expect(rates.map(({ beta, names }) => ({ beta, names: [...names] }))).toEqual([
      { beta: sample, names: ["call", "demo"] },
    ]);
    expect(asJointGoal(one, rates).model.stages.map(({ rate }) => rate)).toEqual([
      { shared: 0 },
      { shared: 0 },
    ]);
    expect(asJointGoal(one, rates).model.shared).toEqual([sample]);
    expect(asJointGoal(other, rates)).toMatchObject({
      draws: [0],
      model: { stages: [{ rate: { shared: 0 } }, { rate: { won: 1.5 } }] },
    });
  });

  test("are none where only one plan is unsure of a rate, and its own common rate stays its own", () => {
    const one = funnel({ call: { shared: 0 }, demo: { shared: 0 } }, [sample]);
    const other = funnel({ demo: { known: 0.35 } });
    expect(findSharedRates([one, other])).toEqual([]);
    expect(asJointGoal(one, [])).toMatchObject({ draws: [], model: one.model });
  });

  test("are not known where the samples differ, or where one plan draws once for what another draws twice for", () => {
    const one = funnel({ call: { shared: 0 }, demo: { shared: 0 } }, [sample]);
    expect(findSharedRates([one, funnel({ call: sample, demo: sample })])).toBeUndefined();
    expect(findSharedRates([one, funnel({ demo: { won: 4.5, lost: 5.5 } })])).toBeUndefined();
  });
});
