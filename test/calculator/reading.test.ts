import { parsePlan } from "reverse-funnel";
import { describe, expect, test } from "vitest";

import { readingAnswers } from "../../docs/calculator/files/reading.js";
import { readAnyText } from "../../docs/calculator/files/plan-text.js";

const PLAN = parsePlan({
  goal: { metric: "new-mrr", amount: 4_000, period: "2026-01" },
  currency: "USD",
  deal: { value: 1_000 },
  funnel: [{ stage: "demo", rate: "50%" }],
});
const TODAY = "2026-01-20";

/** Two demos in January, one of them won. */
const DEALS = "id,stage,on\n1,demo,2026-01-05\n1,won,2026-01-12\n2,demo,2026-01-07\n";

describe("an export", () => {
  test("is counted in the plan's period, up to its last day or the one that is asked for", () => {
    const answer = readingAnswers("deals.csv", [DEALS], null);
    const counted = answer({ kind: "count", plan: PLAN, today: TODAY });
    if (counted.kind !== "happened") throw new Error("expected counts");
    expect(counted.happened.document).toMatchObject({
      asOf: "2026-01-12",
      entered: {
        demo: [
          { on: "2026-01-05", count: 1 },
          { on: "2026-01-07", count: 1 },
        ],
      },
      won: [{ on: "2026-01-12" }],
    });
    expect(counted.happened.from?.file).toBe("deals.csv");
    const earlier = answer({ kind: "count", plan: PLAN, today: TODAY, asOf: "2026-01-06" });
    expect(earlier.kind === "happened" && earlier.happened.document).toMatchObject({ asOf: "2026-01-06" });
  });

  test("tells the rates and the week at once", () => {
    const learned = readingAnswers("deals.csv", [DEALS], null)({ kind: "learn", plan: PLAN, today: TODAY });
    expect(learned.kind === "learned" && learned.happened?.document["asOf"]).toBe("2026-01-12");
  });

  test("that names no stage of the plan says which it names", () => {
    const plan = parsePlan({ ...PLAN, funnel: [{ stage: "call", rate: "50%" }] });
    const answer = readingAnswers("deals.csv", [DEALS], null)({ kind: "count", plan, today: TODAY });
    expect(answer.kind === "problem" && answer.problem).toContain("it names demo");
  });

  test("in several currencies counts each deal with the plan's own value, and says so", () => {
    const file =
      "id,stage,created,status,closed,amount,money\n" +
      "1,demo,2026-01-05,won,2026-01-12,900,USD\n2,demo,2026-01-07,won,2026-01-13,800,EUR\n";
    const columns = { created: "created", closed: "closed", status: "status", value: "amount" };
    const mapping = { crm: "csv", columns: { id: "id", stage: "stage", currency: "money", ...columns } };
    const answer = readingAnswers("deals.csv", [file], mapping)({ kind: "count", plan: PLAN, today: TODAY });
    if (answer.kind !== "happened") throw new Error(JSON.stringify(answer));
    expect(answer.happened.document["won"]).toEqual([{ on: "2026-01-12" }, { on: "2026-01-13" }]);
    expect(answer.happened.from?.lines[0]).toContain("the plan’s own deal value");
  });

  test("is read once for all rates of a plan, and anew for other stages", () => {
    let reads = 0;
    const texts = Object.defineProperty([""], 0, {
      get: () => {
        reads += 1;
        return DEALS;
      },
    });
    const answer = readingAnswers("deals.csv", texts, null);
    const readsFor = (stage: string, rate: string) => {
      const before = reads;
      const plan = parsePlan({ ...PLAN, funnel: [{ stage, rate }] });
      answer({ kind: "count", plan, today: TODAY });
      return reads - before;
    };
    expect(readsFor("demo", "50%")).toBeGreaterThan(0);
    expect(readsFor("demo", "40%")).toBe(0);
    expect(readsFor("call", "40%")).toBeGreaterThan(0);
  });

  test("whose map is wrong says where", () => {
    const answer = readingAnswers("deals.csv", [DEALS], { crm: "abacus" })({ kind: "plan", today: TODAY });
    expect(answer.kind === "problem" && answer.problem).toContain("abacus");
  });
});

describe("a text that is opened", () => {
  test.each([
    ["asOf: 2026-01-16\nwon: 3\n", "snapshot"],
    ["crm: hubspot\n", "mapping"],
    ["goal: { metric: customers, amount: 3, period: 2026-01 }\n", "plan"],
    ["- 1\n", "plan"],
    ["goal: [", "plan"],
  ])("%j is read as a %s", (text, kind) => {
    expect(readAnyText(text).kind).toBe(kind);
  });
});
