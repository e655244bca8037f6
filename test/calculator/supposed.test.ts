import { describe, expect, test } from "vitest";

import { supposedSpecs } from "../../docs/calculator/form/supposed-fields.js";
import { startPlan } from "../../docs/calculator/state/start-plan.js";
import { firstState } from "../../docs/calculator/state/state.js";
import { update } from "../../docs/calculator/state/update.js";

const PLAN = startPlan("2025-12-10");
const rate = { path: ["funnel", 0, "rate"], to: "60%", what: 'the rate of "demo request"' };

describe("a version beside the plan", () => {
  test("changes nothing of the plan until it is made the plan", () => {
    const tried = update(firstState(PLAN), { kind: "suppose", one: rate });
    expect(tried.document).toBe(PLAN);
    const notice = { kind: "done", text: "Done." } as const;
    const adopted = update(tried, { kind: "adopt", notice });
    expect(adopted.document).toMatchObject({ funnel: [{ stage: "demo request", rate: "60%" }] });
    expect([adopted.supposed, adopted.notice, adopted.fresh]).toEqual([[], notice, false]);
  });

  test("has one number for each place, and none once it is left as planned", () => {
    const once = update(firstState(PLAN), { kind: "suppose", one: rate });
    const twice = update(once, { kind: "suppose", one: { ...rate, to: "65%" } });
    expect(twice.supposed).toEqual([{ ...rate, to: "65%" }]);
    expect(update(twice, { kind: "let be", path: rate.path }).supposed).toEqual([]);
  });

  const path = ["funnel"];
  const notice = { kind: "done", text: "Done." } as const;
  const document = startPlan("2026-02-10");
  test.each([
    { kind: "add", path, item: { stage: "call", rate: "10%" } },
    { kind: "remove", path, at: 0, mustStay: true },
    { kind: "move", path, at: 0, by: 1 },
    { kind: "mend", document, notice },
    { kind: "go on", document, notice },
    { kind: "adopt", notice },
  ] as const)("is forgotten on $kind: what stood at its places may be another number", (action) => {
    const two = update(firstState(PLAN), { kind: "add", path, item: { stage: "demo", rate: "20%" } });
    const tried = update(two, { kind: "suppose", one: rate });
    expect(update(tried, action).supposed).toEqual([]);
  });

  test("stays while the plan is typed in", () => {
    const tried = update(firstState(PLAN), { kind: "suppose", one: rate });
    const typed = update(tried, { kind: "write", path: ["goal", "amount"], to: 5 });
    expect(typed.supposed).toEqual([rate]);
  });

  test("is typed in as the form would have it, under the lever's name", () => {
    expect(supposedSpecs(PLAN, [rate])).toEqual([
      { path: rate.path, kind: "rate", label: 'The rate of "demo request"' },
    ]);
  });
});
