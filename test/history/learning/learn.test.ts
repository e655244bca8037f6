import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Journey } from "../../../src/history/journeys/journey.js";
import { learn } from "../../../src/history/learning/learn.js";
import type { LearnedStage } from "../../../src/history/learning/learned.js";
import { parseExact } from "../../../src/number/exact-string.js";
import { multiply, ONE, ratio, type Ratio } from "../../../src/number/ratio.js";
import { parseLagText } from "../../../src/lag/read-lag.js";
import { journeys as anyJourneys } from "../../generators/journeys.js";

const STAGES = ["A", "B", "C"] as const;
const asOf = "2026-12-31";
const deal = { owner: null, channel: null, value: null, currency: null, probability: null, expected: null };

function made(
  id: string,
  steps: readonly (readonly [string, string])[],
  state: Journey["state"],
  closed: string | null,
  more: Partial<Journey> = {},
): Journey {
  return { ...deal, id, steps: steps.map(([stage, on]) => ({ stage, on })), state, closed, ...more };
}

const finished = anyJourneys(STAGES).map((list) => list.filter(({ state }) => state !== "open"));

/** The stages that history knows, in their order. */
function known(stages: Readonly<Record<string, LearnedStage | undefined>>): readonly LearnedStage[] {
  return Object.values(stages).filter((stage) => stage !== undefined);
}

describe("learn", () => {
  it("takes unfinished deals into account: worked by hand after Aalen and Johansen", () => {
    // Four deals enter on 1 January. One goes on after 2 days, one is lost after 4, one is won after 6, one was only watched
    // for 4 days (it entered 4 days before the end): at risk 4, 4, 2 → 1/4 + 1/2·1/1 … the table below.
    const list = [
      made("1", [["A", "2026-01-01"]], "won", "2026-01-03"),
      made("2", [["A", "2026-01-01"]], "lost", "2026-01-05"),
      made("3", [["A", "2026-01-01"]], "won", "2026-01-07"),
      made("4", [["A", "2026-01-03"]], "open", null),
    ];
    const stage = learn(list, { stages: ["A"], asOf: "2026-01-07" }).stages.A;
    // age 2: at risk 4, one goes on: 1/4, undecided 3/4. age 4: at risk 3, one lost: undecided 3/4 · 2/3 = 1/2.
    // age 6: at risk 1 (the open deal was watched for 4 days), one goes on: 1/4 + 1/2 = 3/4.
    expect(stage).toMatchObject({ entered: 4, wentOn: 2, lost: 1, open: 1, naive: "0.5", mature: false });
    expect(stage?.corrected).toMatchObject({ rate: "0.75", won: 2, of: 4 });
    // Ages with one deal at risk are too few: by day 4 a quarter went on and a quarter was lost. An effective size of 4 each:
    // Wilson's lower end of 1 of 4 is 5.8%, and as much was lost at least.
    expect(stage?.corrected).toMatchObject({ low: "0.057907", high: "0.942093" });
    expect(stage?.lag).toEqual([
      { days: 2, share: "0.333333" },
      { days: 6, share: "0.666667" },
    ]);
    expect(stage?.lossLag).toEqual([{ days: 4, share: "1" }]);
  });

  it("gives for 48 won of 120 Wilson's interval", () => {
    // Worked by hand from Wilson's formula with z = 1.6449: 0.3294 to 0.4750.
    const list = Array.from({ length: 120 }, (_, index) =>
      made(String(index), [["A", "2026-01-01"]], index < 48 ? "won" : "lost", "2026-01-05"),
    );
    const rate = learn(list, { stages: ["A"], asOf }).stages.A?.corrected;
    expect(rate).toMatchObject({ rate: "0.4", won: 48, of: 120 });
    expect(Number(rate?.low)).toBeCloseTo(0.3294, 4);
    expect(Number(rate?.high)).toBeCloseTo(0.475, 4);
  });

  it("is went on ÷ entered exactly with nothing unfinished, and its lags are the counts", () => {
    fc.assert(
      fc.property(finished, (list) => {
        for (const stage of known(learn(list, { stages: STAGES, asOf }).stages)) {
          expect(stage.corrected?.rate ?? null).toBe(stage.naive);
          expect(stage.mature).toBe(stage.notKnown === null);
          expect(stage.open).toBe(0);
        }
      }),
    );
  });

  it("keeps the product of rates exactly won ÷ entered on a finished cohort, skips included", () => {
    fc.assert(
      fc.property(finished, (list) => {
        const { stages } = learn(list, { stages: STAGES, asOf });
        const rows = known(stages);
        const [first] = rows;
        // A deal that was lost in a stage that nobody wrote down, or a history of wins alone, tells no rates.
        if (first === undefined || rows.some(({ notKnown }) => notKnown === "loss-stage-unknown")) return;
        if (first.naive === null) return;
        const won = list.filter(
          ({ state, closed, steps }) =>
            state === "won" && (closed !== null || steps.some(({ on }) => on !== null)),
        );
        let product: Ratio = ONE;
        for (const stage of rows) product = multiply(product, parseExact(stage.naive ?? "0") ?? ONE);
        expect(product).toEqual(ratio(won.length, first.entered));
      }),
    );
  });

  it("counts every deal: entered = went on + lost (here, or here or later) + open, and who went on entered the next stage", () => {
    fc.assert(
      fc.property(anyJourneys(STAGES), (list) => {
        const learned = learn(list, { stages: STAGES, asOf: "2026-03-15" });
        const rows = known(learned.stages);
        rows.forEach((stage, index) => {
          expect(stage.entered).toBe(stage.wentOn + stage.lost + stage.open + stage.lostHereOrLater);
          const next = rows[index + 1];
          if (next !== undefined) expect(next.entered).toBe(stage.wentOn);
        });
        expect(learned.journeys + learned.unused).toBe(list.length);
        if (rows.length > 0) expect(rows[0]?.entered).toBe(learned.journeys);
      }),
    );
  });

  it("does not depend on the order of journeys, and answers in plain frozen data", () => {
    fc.assert(
      fc.property(anyJourneys(STAGES), (list) => {
        const options = { stages: STAGES, asOf: "2026-03-15", by: ["owner", "month"] } as const;
        const learned = learn(list, options);
        expect(learn([...list].reverse(), options)).toEqual(learned);
        expect(JSON.parse(JSON.stringify(learned))).toEqual(learned);
        expect(Object.isFrozen(learned.stages)).toBe(true);
      }),
    );
  });

  it("gives lags that a plan accepts, and rates between their ends", () => {
    fc.assert(
      fc.property(anyJourneys(STAGES), (list) => {
        for (const stage of known(learn(list, { stages: STAGES, asOf: "2026-03-15" }).stages)) {
          for (const lag of [stage.lag, stage.lossLag])
            if (lag !== null) expect(parseLagText(lag)).toBeDefined();
          const { rate, low, high } = stage.corrected ?? { rate: "0", low: null, high: null };
          if (low === null || high === null) continue;
          const [value, least, most] = [rate, low, high].map((text) => {
            const exact = parseExact(text) ?? ONE;
            return Number(exact.num) / Number(exact.den);
          });
          expect(least).toBeLessThanOrEqual(value ?? NaN);
          expect(value).toBeLessThanOrEqual(most ?? NaN);
        }
      }),
    );
  });

  it("leaves stages before the first that history knows out, and keeps one that is always skipped", () => {
    const list = [
      made(
        "1",
        [
          ["B", "2026-01-01"],
          ["D", "2026-01-05"],
        ],
        "won",
        "2026-01-09",
      ),
      // Without it there would be nothing but wins, which teach no rate.
      made("2", [["B", "2026-01-02"]], "lost", "2026-01-03"),
    ];
    const { stages } = learn<string>(list, { stages: ["A", "B", "C", "D"], asOf });
    expect(Object.keys(stages)).toEqual(["B", "C", "D"]);
    expect(stages["C"]?.naive).toBe("1");
  });

  it("drops what lies wholly before history begins, and says how much", () => {
    const list = [
      made(
        "old",
        [
          ["A", "2025-06-01"],
          ["B", "2025-07-01"],
        ],
        "won",
        "2026-02-01",
      ),
      made("new", [["A", "2026-01-10"]], "lost", "2026-01-20"),
    ];
    const { stages } = learn(list, { stages: ["A", "B"], asOf, observedFrom: "2026-01-01" });
    expect(stages.A).toMatchObject({ entered: 1, before: 1, lost: 1 });
    expect(stages.B).toMatchObject({ entered: 1, before: 0, wentOn: 1 });
  });

  it("pulls small groups toward the whole, and keeps raw counts beside", () => {
    const list = [
      ...Array.from({ length: 200 }, (_, index) =>
        made(`a${index}`, [["A", "2026-01-01"]], index < 80 ? "won" : "lost", "2026-01-05", { owner: "Ana" }),
      ),
      ...Array.from({ length: 2 }, (_, index) =>
        made(`b${index}`, [["A", "2026-02-01"]], "won", "2026-02-05", { owner: "Ben" }),
      ),
    ];
    const { groups } = learn(list, { stages: ["A"], asOf, by: ["owner", "month"], strength: 20 });
    const [ana, ben] = groups.flatMap(({ name, stages }) => (name === "Ana" || name === "Ben" ? stages : []));
    // Worked by hand: the whole is 82/202; Ana (200 · 0.4 + 20 · 82/202) ÷ 220, Ben (2 · 1 + 20 · 82/202) ÷ 22.
    expect(ana).toMatchObject({ rate: "0.40054", won: 80, of: 200, naive: "0.4" });
    expect(ben).toMatchObject({ rate: "0.459946", won: 2, of: 2, naive: "1" });
    expect(groups.map(({ by, name, journeys }) => [by, name, journeys])).toEqual([
      ["owner", "Ana", 200],
      ["owner", "Ben", 2],
      ["month", "2026-01", 200],
      ["month", "2026-02", 2],
    ]);
  });

  it("says what wins were worth, by currency, with the deals that stand far out", () => {
    const values = ["100", "200", "200", "300", "10000"];
    const list = [
      ...values.map((value, index) =>
        made(String(index), [["A", "2026-01-01"]], "won", "2026-01-05", { value, currency: "USD" }),
      ),
      made("e", [["A", "2026-01-01"]], "won", "2026-01-05", { value: "50", currency: "EUR" }),
      made("l", [["A", "2026-01-01"]], "lost", "2026-01-05", { value: "9", currency: "USD" }),
    ];
    expect(learn(list, { stages: ["A"], asOf }).values).toEqual([
      {
        currency: "EUR",
        count: 1,
        mean: "50",
        median: "50",
        quantiles: { p10: "50", p25: "50", p75: "50", p90: "50" },
        outliers: [],
      },
      {
        currency: "USD",
        count: 5,
        mean: "2160",
        median: "200",
        quantiles: { p10: "100", p25: "200", p75: "300", p90: "10000" },
        outliers: [{ id: "4", value: "10000" }],
      },
    ]);
    const together = learn(list, { stages: ["A"], asOf, currency: "USD", exchange: { EUR: 2 } }).values;
    expect(together).toMatchObject([{ currency: "USD", count: 6, mean: "5450/3" }]);
    expect(() => learn(list, { stages: ["A"], asOf, currency: "USD" })).toThrow("1 EUR");
  });

  it("refuses misuse in our grammar", () => {
    expect(() => learn([], { stages: ["A"], asOf: "soon" })).toThrow(RangeError);
    expect(() => learn([], { stages: ["A"], asOf, strength: -1 })).toThrow(
      "learn requires a strength from 0; got -1",
    );
    expect(() => learn([], { stages: ["A"], asOf, longestLag: 1.5 })).toThrow("longestLag of whole days");
  });
});
