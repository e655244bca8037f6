import { expect, test } from "vitest";

import { calibrationText, lookAtHalfTime } from "./chance-periods.js";

// Over 10,500 periods (seeds from 1, 100,001 and 200,001) 57.1% was told and 58.3% reached it; in each tenth of chances the two
// differ by 3.3 points at most. 3,500 more from 300,001: 57.3% and 56.6%.
test("of looks at half time, as many reach the goal as their chances add up to", () => {
  const looks = Array.from({ length: 250 }, (_, seed) => lookAtHalfTime(20_261_128 + seed)).flatMap(
    (look) => look ?? [],
  );
  expect(looks.length).toBeGreaterThan(200);
  const expected = looks.reduce((sum, { chance }) => sum + chance, 0);
  const variance = looks.reduce((sum, { chance }) => sum + chance * (1 - chance), 0);
  const reached = looks.filter((look) => look.reached).length;
  // Independent periods: the count has this mean and variance; four standard deviations.
  expect(Math.abs(reached - expected), calibrationText(looks)).toBeLessThan(4 * Math.sqrt(variance));
  // Squares of how far off each is, beside those of luck alone: a chance that is too bold or too shy shows here.
  const off = looks.reduce((sum, { chance, reached: came }) => sum + ((came ? 1 : 0) - chance) ** 2, 0);
  const spread = looks.reduce((sum, { chance }) => sum + chance * (1 - chance) * (1 - 2 * chance) ** 2, 0);
  expect(Math.abs(off - variance), calibrationText(looks)).toBeLessThan(4 * Math.sqrt(spread));
});
