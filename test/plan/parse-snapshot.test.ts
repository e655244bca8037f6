import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/plan/parse.js";
import { parseSnapshot, safeParseSnapshot } from "../../src/plan/parse-snapshot.js";

const plan = parsePlan({
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  funnel: [{ stage: "demo", rate: "25%" }],
});

function codes(data: unknown): readonly string[] {
  const result = safeParseSnapshot(data, plan);
  return result.success ? [] : result.error.issues.map(({ code, path }) => `${code} ${path.join(".")}`);
}

describe("safeParseSnapshot", () => {
  it("takes counts, dated rows and open work as a plan writes it, frozen", () => {
    const data = {
      asOf: "2026-01-14",
      entered: { demo: [{ on: "2026-01-05", count: 3, by: "Ana" }] },
      pipeline: { demo: [{ entered: "2026-01-02", value: "1200" }] },
      won: 2,
      lost: [{ on: "2026-01-10" }],
      outcome: [{ on: "2026-01-14", value: 1800 }],
    };
    const snapshot = parseSnapshot(data, plan);
    expect(snapshot).toEqual(data);
    expect(Object.isFrozen(snapshot.entered)).toBe(true);
  });

  it("says everything that is wrong at once, each with its place", () => {
    expect(codes({ asOf: "2026-01-14", won: -1, lost: "x", entred: {} })).toEqual([
      "number.negative won",
      "number.invalid lost",
      "key.unknown entred",
    ]);
  });

  it("refuses what lies after its day, and stages that the plan does not have", () => {
    const late = {
      asOf: "2026-01-14",
      won: [{ on: "2026-01-15" }],
      pipeline: { demo: [{ entered: "2026-02-01" }] },
    };
    expect(codes(late)).toEqual(["snapshot.late pipeline.demo.0.entered", "snapshot.late won.0.on"]);
    expect(codes({ asOf: "2026-01-14", entered: { dmeo: 3 } })).toEqual(["stage.unknown entered.dmeo"]);
  });

  it("throws one PlanError with all issues when asked to", () => {
    expect(() => parseSnapshot({})).toThrow("asOf");
  });
});
