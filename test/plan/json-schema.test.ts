import { expect, it } from "vitest";
import { planJsonSchema } from "../../src/plan/json-schema.js";
import { fullPlan } from "./full-plan.js";

/** Every key of the data, at any depth, but the names that the user chose. */
function keysOf(data: unknown, at = ""): string[] {
  if (data === null || typeof data !== "object") return [];
  if (Array.isArray(data)) return data.flatMap((item) => keysOf(item, at));
  const named = ["teams", "pipeline", "maxPerDay", "profile"].includes(at);
  return Object.entries(data).flatMap(([key, member]) => [...(named ? [] : [key]), ...keysOf(member, key)]);
}

it("the JSON Schema is plain JSON and knows every key and every word that a plan knows", () => {
  const schema = planJsonSchema();
  const text = JSON.stringify(schema);
  expect(JSON.parse(text)).toEqual(schema);
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    additionalProperties: false,
    required: [],
    oneOf: [{ required: ["goal"] }, { required: ["goals"] }],
    anyOf: [{ required: ["funnel"] }, { required: ["habits"] }],
  });
  const missing = keysOf(fullPlan()).filter((key) => !text.includes(`"${key}":`));
  expect(missing).toEqual([]);
  for (const word of ["net-new-mrr", "cascade", "mon", "quarter"]) expect(text).toContain(`"${word}"`);
});
