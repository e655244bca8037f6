import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignToPeople } from "../../src/workload/assign.js";
import type { TeamCapacity } from "../../src/model/team-capacity.js";

/** A team by the parts of each person's days. */
function teamOf(parts: readonly (readonly number[])[]): TeamCapacity {
  const days = (parts[0] ?? []).map((_, day) => day);
  const people = parts.map((own, index) => ({ name: `person ${index}`, parts: own }));
  const whole = days.map((day) => parts.reduce((total, own) => total + (own[day] ?? 0), 0));
  return { name: "team", days, scale: 100, people, parts: whole, minutes: undefined, maxPerDay: {} };
}

/** The rule as it is written, one unit after the other over everybody, in unbounded integers. */
function dealtPlainly(parts: readonly (readonly number[])[], counts: readonly number[]): number[][] {
  const capacity = parts.map(() => 0n);
  const units = parts.map(() => 0n);
  const dealt = parts.map(() => counts.map(() => 0));
  counts.forEach((count, day) => {
    parts.forEach((own, index) => (capacity[index] = (capacity[index] ?? 0n) + BigInt(own[day] ?? 0)));
    for (let unit = 0; unit < count; unit += 1) {
      let best = -1;
      parts.forEach((own, index) => {
        if ((own[day] ?? 0) === 0) return;
        const mine = (capacity[index] ?? 0n) * (2n * (units[best] ?? 0n) + 1n);
        const others = (capacity[best] ?? 0n) * (2n * (units[index] ?? 0n) + 1n);
        if (best < 0 || mine > others) best = index;
      });
      units[best] = (units[best] ?? 0n) + 1n;
      const row = dealt[best];
      if (row !== undefined) row[day] = (row[day] ?? 0) + 1;
    }
  });
  return dealt;
}

const rosters = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }))
  .chain(([people, days]) =>
    fc.record({
      parts: fc.array(
        fc.array(fc.constantFrom(0, 25, 50, 100, 100, 33), { minLength: days, maxLength: days }),
        {
          minLength: people,
          maxLength: people,
        },
      ),
      counts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: days, maxLength: days }),
    }),
  )
  .map(({ parts, counts }) => ({
    parts,
    // Nobody can do anything on a day on which nobody is there.
    counts: counts.map((count, day) => (parts.some((own) => (own[day] ?? 0) > 0) ? count : 0)),
  }));

describe("units dealt to people", () => {
  it("go, one after the other, to the one with the greatest capacity so far ÷ (2 · units + 1)", () => {
    const property = fc.property(rosters, ({ parts, counts }) => {
      const dealt = assignToPeople(teamOf(parts), counts).map(({ counts: own }) => own);
      expect(dealt).toEqual(dealtPlainly(parts, counts));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it("add up to the team's on every day (law 5)", () => {
    const property = fc.property(rosters, ({ parts, counts }) => {
      const dealt = assignToPeople(teamOf(parts), counts);
      counts.forEach((count, day) => {
        expect(dealt.reduce((total, { counts: own }) => total + (own[day] ?? 0), 0)).toBe(count);
      });
    });
    fc.assert(property);
  });

  it("differ by one at most, at every date, between people who are equal on every day (law 8)", () => {
    const property = fc.property(rosters, ({ parts, counts }) => {
      const twice = [...parts, parts[0] ?? []];
      const dealt = assignToPeople(teamOf(twice), counts);
      const [one, other] = [dealt[0], dealt.at(-1)];
      let apart = 0;
      counts.forEach((_, day) => {
        apart += (one?.counts[day] ?? 0) - (other?.counts[day] ?? 0);
        expect(Math.abs(apart)).toBeLessThanOrEqual(1);
      });
    });
    fc.assert(property);
  });

  it("are never taken away from anyone by one unit more on a later day", () => {
    const property = fc.property(rosters, ({ parts, counts }) => {
      const last = counts.length - 1;
      if (parts.every((own) => own[last] === 0)) return;
      const more = counts.map((count, day) => (day === last ? count + 1 : count));
      const [before, after] = [counts, more].map((each) => assignToPeople(teamOf(parts), each));
      before?.forEach(({ counts: own }, index) => {
        own.forEach((count, day) => {
          expect(after?.[index]?.counts[day]).toBeGreaterThanOrEqual(count);
        });
      });
    });
    fc.assert(property);
  });
});
