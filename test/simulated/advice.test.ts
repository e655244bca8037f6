import { expect, test } from "vitest";
import { carriedGoals, raisedHabits } from "./advice.js";

// docs/why/judgements.md has 400 cases of each kind, and 2,000 pipelines. 100 cases are uncertain by 4 points.
test("a habit is worth raising where it is beaten, and hardly ever where it is just met", () => {
  expect(raisedHabits(20, 20, 100, 1).raised).toBeLessThan(0.06);
  const beaten = raisedHabits(20, 32, 100, 1);
  expect(beaten.raised).toBeGreaterThan(0.85);
  // The least of four weeks is missed by the fifth in one of five, if all are alike.
  expect(beaten.missed).toBeLessThan(0.32);
});

test("open work that covers the goal mostly reaches it, and other work mostly does not", () => {
  const { carried, reachedIfCarried, reachedIfNot } = carriedGoals(200, 1);
  expect(carried).toBeGreaterThan(0.3);
  expect(reachedIfCarried).toBeGreaterThan(0.65);
  expect(reachedIfNot).toBeLessThan(0.45);
});
