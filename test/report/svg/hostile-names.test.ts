import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlanInput } from "../../../src/plan/plan.js";
import { toSvg } from "../../../src/charts/to-svg.js";
import { hostile, HOSTILE_NAMES } from "./cases.js";
import { picturesOf } from "./pictures-of.js";
import { numbersIn, readSvg } from "./read-svg.js";

const KNOWN = ["svg", "title", "desc", "style", "rect", "path", "text", "g"];

describe("an SVG is well-formed XML that holds nothing but a picture", () => {
  test.each(picturesOf(hostile()))("whatever the names are: $kind", (picture) => {
    const svg = toSvg(picture, { width: 400 });
    const elements = readSvg(svg);
    expect([...new Set(elements.map(({ name }) => name))].filter((name) => !KNOWN.includes(name))).toEqual(
      [],
    );
    const handlers = elements.flatMap(({ attributes }) =>
      Object.keys(attributes).filter((key) => /^on|href/.test(key)),
    );
    expect(handlers).toEqual([]);
    expect(svg).not.toMatch(/url\(|@import|<!|<\?/);
  });

  test("for any text as a name", () => {
    const name = fc
      .string({ unit: "binary", minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(name, (text) => {
        const stage = `${text} 1`;
        const plan: PlanInput = {
          name: text,
          goal: { metric: "customers", amount: 1, period: "2026-01" },
          funnel: [{ stage, rate: "50%", owner: stage }],
        };
        for (const picture of picturesOf(plan)) {
          const numbers = numbersIn(toSvg(picture));
          for (const { path } of numbers) if (path[0] === "stages") expect(path[1]).toBe(stage);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("and says names in full in its description, however they are cut in the drawing", () => {
    const [funnel] = picturesOf(hostile());
    if (funnel === undefined) throw new Error("a plan requires a funnel; got none");
    const desc = readSvg(toSvg(funnel)).find(({ name }) => name === "desc");
    expect(desc?.text).toContain(HOSTILE_NAMES[4]);
    expect(desc?.text).toContain('"><img src=x onerror=alert(1)>');
    expect(desc?.text).toContain("\\u202eevil");
  });
});
