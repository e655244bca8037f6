import { parsePlan, solve } from "reverse-funnel";
import { describe, expect, test } from "vitest";

import { hiringPlan, startPlan } from "../../docs/calculator/state/start-plan.js";
import { firstState, type State } from "../../docs/calculator/state/state.js";
import { update } from "../../docs/calculator/state/update.js";

const START = firstState(startPlan("2025-12-10"));
const answer = solve({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "50%" }],
});

function answered(state: State): State {
  return update(state, { kind: "answered", of: state.document, answer });
}

describe("the page", () => {
  test("keeps what is typed as it was typed until the field is left", () => {
    const path = ["goal", "amount"];
    const typed = update(START, { kind: "write", path, to: 10_000, draft: "10,000" });
    expect(typed.draft).toEqual({ path, text: "10,000" });
    expect(update(typed, { kind: "leave", path }).draft).toBeNull();
  });

  test("has no churn once its last amount is emptied and left, whoever was to answer for it", () => {
    const owned = update(START, { kind: "write", path: ["churn", "owner"], to: "success" });
    const path = ["churn", "customers"];
    const emptied = update(owned, { kind: "write", path, to: undefined, draft: "" });
    expect(emptied.document["churn"]).toEqual({ owner: "success" });
    expect(update(emptied, { kind: "leave", path }).document["churn"]).toBeUndefined();
    expect(update(owned, { kind: "leave", path }).document["churn"]).toEqual({
      customers: 5,
      owner: "success",
    });
  });

  test("keeps the last answer while something is half typed, and knows that it is old", () => {
    const half = update(answered(START), { kind: "write", path: ["goal", "amount"], to: "x" });
    expect([half.answer, half.fresh]).toEqual([answer, false]);
  });

  test("forgets the answer with the plan, when another one is opened", () => {
    const other = update(answered(START), { kind: "replace", document: startPlan("2026-05-01") });
    expect(other.answer).toBeNull();
    expect(other.earlierPlans).toBe(START.earlierPlans + 1);
  });

  test("keeps the answer in sight when a way out is taken", () => {
    const notice = { kind: "done", text: "Done." } as const;
    const mended = update(answered(START), { kind: "mend", document: startPlan("2026-05-01"), notice });
    expect([mended.answer, mended.fresh, mended.notice]).toEqual([answer, false, notice]);
  });

  test("takes no answer to a plan that has changed since", () => {
    const changed = update(START, { kind: "write", path: ["goal", "amount"], to: 5 });
    expect(update(changed, { kind: "answered", of: START.document, answer })).toBe(changed);
  });

  // 6 ÷ 75% = 8 offers, ÷ 40% = 20, ÷ 25% = 80, ÷ 10% = 800 applications.
  test.each([
    ["2025-12-10", "2026-01-01"],
    ["2026-02-01", "2026-04-01"],
  ])("has a hiring plan to start from on %s, for the quarter from %s on", (today, start) => {
    const { targets } = solve(parsePlan(hiringPlan(today)));
    expect(targets?.period).toMatchObject({ kind: "dated", start });
    expect(targets?.path[0]).toMatchObject({ stage: "application", total: 800 });
  });

  test("adds, moves and removes stages", () => {
    const path = ["funnel"];
    const two = update(START, { kind: "add", path, item: { stage: "call", rate: "10%" } });
    const moved = update(two, { kind: "move", path, at: 1, by: -1 });
    expect(moved.document["funnel"]).toMatchObject([{ stage: "call" }, { stage: "demo request" }]);
    const one = update(moved, { kind: "remove", path, at: 0, mustStay: true });
    expect(one.document).toEqual(START.document);
  });
});
