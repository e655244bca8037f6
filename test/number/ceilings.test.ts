import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ceilingOfQuotient } from "../../src/number/ceiling.js";
import { ceilingsOfQuotients } from "../../src/number/ceilings.js";

describe("ceilingsOfQuotients", () => {
  const sizes = fc.oneof(
    fc.integer({ min: 1, max: 10_000 }),
    fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  );
  const quotients = fc.array(fc.tuple(sizes, sizes), { maxLength: 8 });

  it("writes what ceilingOfQuotient gives, and stops before the first product beyond 2^53 − 1", () => {
    fc.assert(
      fc.property(sizes, quotients, (units, list) => {
        const into = new Float64Array(list.length).fill(-1);
        const dens = Float64Array.from(list, ([den]) => den);
        const nums = Float64Array.from(list, ([, num]) => num);
        const beyond = list.findIndex(
          ([den]) => BigInt(units) * BigInt(den) > BigInt(Number.MAX_SAFE_INTEGER),
        );
        const written = ceilingsOfQuotients(units, dens, nums, into);
        expect(written).toBe(beyond < 0 ? list.length : beyond);
        const expected = list.map(([den, num], index) =>
          index < written ? ceilingOfQuotient(units, den, num) : -1,
        );
        expect([...into]).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
