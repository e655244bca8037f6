import fc from "fast-check";
import { expect, it } from "vitest";
import { safeParse } from "zod/mini";
import { withChange } from "../../src/plan/change.js";
import { planShape } from "../../src/plan/plan-schema.js";
import type { Path } from "../../src/schema/issue.js";
import { fits } from "../../src/schema/fits.js";
import { fullPlan } from "../plan/full-plan.js";

/** Every place of some data, from the whole to each number. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, member]) => placesIn(member, [...path, keyIn(value, key)])),
  ];
}

const keyIn = (value: object, key: string): string | number => (Array.isArray(value) ? Number(key) : key);

const plan = JSON.parse(JSON.stringify(fullPlan())) as object;
const places = placesIn(plan);

it("fits a schema exactly when zod finds nothing wrong, wherever what is put into a full plan", () => {
  // Each entry of a list used to be handed to zod: a plan of 8,000 open deals was read in twice the time that it had taken.
  const anything = fc.oneof(
    fc.constantFrom<unknown>(undefined, null, 0, 1, -1, 25, "25%", "", "won", "2026-02-30", [], {}, [[]]),
    fc.constantFrom<unknown>(...places.map((path) => valueOf(plan, path))),
    fc.jsonValue(),
  );
  let right = 0;
  const law = fc.property(fc.constantFrom(...places), anything, (path, to) => {
    const data = path.length === 0 ? to : withoutUndefined(withChange(plan as never, { path, to }));
    const { success } = safeParse(planShape, data);
    right += Number(success);
    expect(fits(planShape, data), JSON.stringify(path)).toBe(success);
  });
  fc.assert(law, { numRuns: 2000 });
  expect(fits(planShape, plan)).toBe(true);
  expect(right).toBeGreaterThan(20);
});

it("asks for nothing twice: each value of right data is looked at once", () => {
  // Counted are the looks at a list of open deals, each with three values.
  const looks = (size: number): number => {
    let count = 0;
    const item = { entered: "2026-01-02", value: 100, expected: "2026-02-10" };
    const watched = (data: object): object =>
      new Proxy(data, { get: (of, key) => ((count += 1), Reflect.get(of, key) as unknown) });
    const pipeline = { meeting: Array.from({ length: size }, () => watched({ ...item })) };
    expect(fits(planShape, { ...plan, pipeline })).toBe(true);
    return count;
  };
  expect(looks(400)).toBe(2 * looks(200));
  expect(looks(100)).toBeLessThanOrEqual(100 * 4);
});

function valueOf(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], data);
}

/** As plain data is copied: what is undefined is not there. */
function withoutUndefined(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data)) as unknown;
}
