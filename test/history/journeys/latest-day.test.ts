import { describe, expect, it } from "vitest";
import { latestDay } from "../../../src/history/journeys/latest-day.js";

const deal = { id: "1", owner: null, channel: null, value: null, currency: null, probability: null };

describe("latestDay", () => {
  it("is the last day on which anything happened, not the one on which something is expected", () => {
    const open = {
      ...deal,
      steps: [
        { stage: "A", on: "2026-01-05" },
        { stage: "B", on: null },
      ],
      state: "open",
      closed: null,
      expected: "2026-09-01",
    } as const;
    const lost = { ...deal, steps: [], state: "lost", closed: "2026-01-04", expected: null } as const;
    expect(latestDay([lost, open])).toBe("2026-01-05");
  });

  it("is not known where nothing has a date", () => {
    expect(latestDay([])).toBeUndefined();
  });
});
