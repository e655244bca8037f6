import { describe, expect, test } from "vitest";

import { remember, remembered, type Store } from "../../docs/calculator/files/remembered.js";
import { NOTHING_YET } from "../../docs/calculator/state/happened.js";
import { openedState } from "../../docs/calculator/state/opened-state.js";
import { startPlan } from "../../docs/calculator/state/start-plan.js";

const TODAY = "2026-01-16";
const KEPT = { document: startPlan("2025-12-10"), happened: { won: 3 }, from: null };

function storeOf(entries: Map<string, string>): () => Store {
  return () => ({
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  });
}

describe("what a browser remembers", () => {
  test("is nothing unless it was kept, and nothing once it is forgotten", () => {
    const entries = new Map<string, string>();
    const store = storeOf(entries);
    expect(remembered(store)).toBeNull();
    expect(remember(store, KEPT)).toBe(true);
    expect(remembered(store)).toEqual(KEPT);
    expect(remember(store, null)).toBe(true);
    expect(entries.size).toBe(0);
  });

  test("is nothing where the browser keeps nothing, or something else was written there", () => {
    const refuses = () => {
      throw new Error("not allowed");
    };
    expect([remembered(refuses), remember(refuses, KEPT)]).toEqual([null, false]);
    const odd = new Map([["reverse-funnel-calculator", "{"]]);
    expect(remembered(storeOf(odd))).toBeNull();
  });

  test("opens again by itself, but not over a plan that was sent, which does not take its place either", () => {
    const own = openedState(null, KEPT, "plan", TODAY);
    expect([own.document, own.happened.document, own.remembers]).toEqual([KEPT.document, { won: 3 }, true]);
    const sent = openedState({ document: startPlan(TODAY) }, KEPT, "week", TODAY);
    expect([sent.document, sent.happened, sent.view]).toEqual([startPlan(TODAY), NOTHING_YET, "week"]);
    expect(sent.remembers).toBe(false);
    const same = openedState({ document: KEPT.document }, KEPT, "plan", TODAY);
    expect([same.happened.document, same.remembers]).toEqual([{ won: 3 }, true]);
  });
});
