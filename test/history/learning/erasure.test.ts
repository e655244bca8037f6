import { describe, expect, it } from "vitest";
import { coverageOfErasure, ERASURES, leastHeld } from "../../oracle/erasure.js";

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

// Truth: the rates that the simulator was given. `npm run verify` does the same with thousands of histories.
describe(
  "no interval misses the truth more often than it promises, whatever was erased",
  { timeout: 180_000 },
  () => {
    it.each(Object.keys(ERASURES))("%s", (model) => {
      for (const deals of [60, 500]) {
        const { given, held } = coverageOfErasure(model, deals, seeds);
        if (given > 0) expect(held / given).toBeGreaterThanOrEqual(leastHeld(given / 2));
      }
    });

    it("gives no stage a rate where the stages of losses are erased, only all stages together", () => {
      // 40 histories of three intervals each: only that over all stages is given.
      expect(coverageOfErasure("stage of each loss", 500, seeds).given).toBeLessThanOrEqual(40);
    });
  },
);
