import { describe, expect, it } from "vitest";
import * as classic from "zod";
import * as mini from "zod/mini";
import { planSchema, snapshotSchema } from "../../src/plan/zod-schemas.js";
import { planWith } from "./plan-with.js";

/** What a service might take: a plan, and what has happened, beside something of its own. */
const request = {
  classic: classic.object({ id: classic.string(), plan: planSchema, seen: classic.optional(snapshotSchema) }),
  mini: mini.object({ id: mini.string(), plan: planSchema, seen: mini.optional(snapshotSchema) }),
};

describe.each(Object.entries(request))(
  "planSchema and snapshotSchema inside of an object of zod (%s)",
  (_, schema) => {
    it("give the plan and the snapshot, read and frozen", () => {
      const plan = planWith({});
      const data = schema.parse({ id: "a", plan, seen: { asOf: "2026-01-14", won: 3 } });
      expect(data).toEqual({ id: "a", plan, seen: { asOf: "2026-01-14", won: 3 } });
      expect(Object.isFrozen(data.plan.funnel) && Object.isFrozen(data.seen)).toBe(true);
      expect(Object.isFrozen(plan["funnel"])).toBe(false);
    });

    it("say what is wrong at its place: our sentence is the message, our code stands in params", () => {
      const result = schema.safeParse({
        id: 7,
        plan: planWith({ "funnel.0.rate": 25 }),
        seen: { asOf: "2026-01-14", wonn: 3 },
      });
      expect(result.error?.issues.map(({ path, code }) => `${code} at ${path.join(".")}`)).toEqual([
        "invalid_type at id",
        "custom at plan.funnel.0.rate",
        "custom at seen.wonn",
      ]);
      expect(result.error?.issues[1]).toMatchObject({
        message: 'expected a rate from 0 to 1 (included), but got 25: write "25%".',
        params: { code: "rate.invalid", expected: "a rate from 0 to 1 (included)", received: "25" },
      });
      expect(result.error?.issues[2]).toMatchObject({ params: { code: "key.unknown" } });
    });

    it("say that a plan is missing, at its key", () => {
      const result = schema.safeParse({ id: "a" });
      expect(result.error?.issues).toMatchObject([{ path: ["plan"], params: { code: "value.missing" } }]);
    });

    it("leave the places of an issue to each that holds them: reading twice says the same", () => {
      const data = { id: "a", plan: planWith({ buffer: 10 }) };
      const paths = () => schema.safeParse(data).error?.issues.map(({ path }) => path);
      expect(paths()).toEqual([["plan", "buffer"]]);
      expect(paths()).toEqual([["plan", "buffer"]]);
    });
  },
);

it("planSchema is a Standard Schema, by zod", () => {
  const { version, vendor, validate } = planSchema["~standard"];
  expect([version, vendor]).toEqual([1, "zod"]);
  expect(validate(planWith({}))).toEqual({ value: planWith({}) });
  expect(validate(planWith({ buffer: 10 }))).toMatchObject({
    issues: [{ path: ["buffer"], message: expect.stringMatching(/^expected a share/) as string }],
  });
});

it("of a list of a hundred thousand wrong entries a composed schema says a thousand", () => {
  const plan = planWith({ pipeline: { demo: new Array(100_000).fill({ entered: 5 }) } });
  const { error } = request.classic.safeParse({ id: "a", plan });
  expect(error?.issues[0]?.path).toEqual(["plan", "pipeline", "demo", 0, "entered"]);
  expect(error?.issues.length).toBeLessThan(1100);
});
