import { describe, expect, test } from "vitest";

import { AS_OF, happenedFields } from "../../docs/calculator/form/happened-fields.js";
import { happenedAs, isKnown, NOTHING_YET, snapshotOf } from "../../docs/calculator/state/happened.js";
import { startPlan } from "../../docs/calculator/state/start-plan.js";
import { isSameCount } from "../../docs/calculator/state/same-count.js";
import { firstState } from "../../docs/calculator/state/state.js";
import { update } from "../../docs/calculator/state/update.js";

const PLAN = startPlan("2025-12-10");

describe("the counts of a week", () => {
  test("are asked for by the plan's own stages, in a manager's words", () => {
    const { counts, more } = happenedFields(PLAN);
    expect(counts.map(({ label }) => label)).toEqual(["Demo requests", "Won", "Customers who left"]);
    expect(more.map(({ label }) => label)).toEqual(["Lost", "Open now: demo request"]);
  });

  test("leave out who left where the goal does not count them, and have the work that is counted on its own", () => {
    const { counts, more } = happenedFields({
      goal: { metric: "customers" },
      funnel: [
        {
          stage: "demo",
          activities: [{ name: "call" }],
          sources: [{ channel: "fair", funnel: [{ stage: "badge" }] }],
        },
      ],
      deal: { activities: [{ name: "onboarding call" }] },
    });
    expect(counts.map(({ path }) => path)).toEqual([["entered", "badge"], ["entered", "demo"], ["won"]]);
    expect(more.slice(0, 2).map(({ path }) => path)).toEqual([
      ["activities", "call"],
      ["activities", "onboarding call"],
    ]);
  });

  test("are up to today until another day is chosen, and nothing is known by a day alone", () => {
    const path = AS_OF.path;
    const state = firstState(PLAN);
    expect(snapshotOf(state.happened, "2026-01-16")).toEqual({ asOf: "2026-01-16" });
    const other = update(state, { kind: "count", action: { kind: "write", path, to: "2026-01-09" } });
    expect(snapshotOf(other.happened, "2026-01-16")).toEqual({ asOf: "2026-01-09" });
    expect(isKnown(other.happened)).toBe(false);
    const won = update(other, { kind: "count", action: { kind: "write", path: ["won"], to: 3, draft: "3" } });
    expect(isKnown(won.happened)).toBe(true);
    expect([won.document, won.fresh]).toEqual([PLAN, state.fresh]);
  });

  test("that come too late are dropped: of another plan, up to another day, from another file", () => {
    const from = { file: "deals.csv", lines: [] };
    const asked = firstState(PLAN, { happened: happenedAs({ asOf: "2026-01-16", won: 3 }, from) });
    const left = update(asked, { kind: "count", action: { kind: "leave", path: AS_OF.path } });
    expect(isSameCount(asked, left)).toBe(true);
    const day = update(asked, {
      kind: "count",
      action: { kind: "write", path: AS_OF.path, to: "2026-01-09" },
    });
    const typed = update(asked, { kind: "write", path: ["goal", "amount"], to: 5 });
    const other = update(asked, { kind: "happen", happened: happenedAs({ asOf: "2026-01-16", won: 4 }) });
    expect([day, typed, other].map((now) => isSameCount(asked, now))).toEqual([false, false, false]);
  });

  test("outlive a step back, and end with the plan that they belong to", () => {
    const happened = happenedAs({ won: 3 });
    const state = firstState(PLAN, { happened, view: "week" });
    const back = update(state, { kind: "follow", document: startPlan("2026-02-10"), view: "plan" });
    expect([back.happened, back.view]).toEqual([happened, "plan"]);
    const other = update(state, { kind: "replace", document: startPlan("2026-02-10") });
    expect([other.happened, other.view]).toEqual([NOTHING_YET, "week"]);
    const notice = { kind: "done", text: "Done." } as const;
    const rest = update(state, { kind: "go on", document: startPlan("2026-02-10"), notice });
    expect([rest.happened, rest.notice]).toEqual([NOTHING_YET, notice]);
  });
});
