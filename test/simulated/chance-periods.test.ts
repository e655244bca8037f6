import { expect, test } from "vitest";

import {
  areReliable,
  isLuckOnly,
  looksFrom,
  reliabilityOf,
  reliabilityText,
  squareOfLooks,
} from "./chance-periods.js";

const RESTS = 100;

// A first reading of 10,500 periods lived through once (57.1% told, 58.3% reached) looked like a bias of three standard errors.
// Each look is now followed by many rests, which tells luck from bias sixteen times as well; the table is in
// docs/why/chance.md.
test("of looks at half time, as many reach the goal as were told, in each tenth of chances and by each status", () => {
  const looks = looksFrom(20_261_128, 120, RESTS);
  expect(looks.length).toBeGreaterThan(100);
  const rows = reliabilityOf(looks, RESTS);
  expect(areReliable(rows), reliabilityText(rows)).toBe(true);
  const square = squareOfLooks(looks, RESTS);
  expect(isLuckOnly(square), `${square.mean} of ${square.looks}`).toBe(true);
});
