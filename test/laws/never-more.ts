import { expect } from "vitest";
import type { Targets } from "../../src/solve/answer.js";

/** Law: no stage asks for more work after a change for the better than before it. */
export function neverMore(better: Targets, worse: Targets): void {
  expect(better.wins).toBeLessThanOrEqual(worse.wins);
  for (const target of better.path) {
    const before = worse.path.find(({ stage, kind }) => stage === target.stage && kind === target.kind);
    expect(target.total, target.stage).toBeLessThanOrEqual(before?.total ?? 0);
    expect(target.perDay ?? 0, target.stage).toBeLessThanOrEqual(before?.perDay ?? 0);
    expect(target.perWeek ?? 0, target.stage).toBeLessThanOrEqual(before?.perWeek ?? 0);
  }
}
