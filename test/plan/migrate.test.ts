import { describe, expect, it } from "vitest";
import { migrate } from "../../src/plan/migrate.js";
import { safeParsePlan } from "../../src/plan/parse.js";
import { safeParseSnapshot } from "../../src/plan/parse-snapshot.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";
import { fullPlan } from "./full-plan.js";

/** A plan as it was written before the words of the trade, with every old key. */
const OLD_PLAN = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  rounding: "handover",
  calendar: { season: { jan: "80%" } },
  open: { demo: 3 },
  needs: [{ name: "hire", minutes: 60, by: "2026-01-30" }],
  teams: {
    sales: { size: 2, busyMinutesPerDay: 60 },
    needs: { people: [{ name: "Ana", fullTime: "80%", timeOff: ["2026-01-05"] }] },
  },
  funnel: [
    {
      stage: "demo",
      rate: "25%",
      sources: [{ channel: "ads", rest: true, funnel: [{ stage: "size", rate: 1 }] }],
    },
  ],
};

const NEW_PLAN = {
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  rounding: "cascade",
  calendar: { seasonality: { jan: "80%" } },
  pipeline: { demo: 3 },
  tasks: [{ name: "hire", minutes: 60, due: "2026-01-30" }],
  teams: {
    sales: { headcount: 2, overheadMinutesPerDay: 60 },
    needs: { people: [{ name: "Ana", fte: "80%", absences: ["2026-01-05"] }] },
  },
  funnel: [
    {
      stage: "demo",
      rate: "25%",
      sources: [{ channel: "ads", rest: true, funnel: [{ stage: "size", rate: 1 }] }],
    },
  ],
};

function issuesOf({
  error,
}: {
  error?: { issues: readonly { code: string; path: readonly unknown[]; message: string }[] } | undefined;
}) {
  return (error?.issues ?? []).map(({ code, path }) => `${code} at ${path.join(".")}`);
}

describe("old words", () => {
  it("of a plan become new ones, names that a user chose stay, keys keep their order", () => {
    expect(migrate(OLD_PLAN)).toEqual(NEW_PLAN);
    expect(JSON.stringify(migrate(OLD_PLAN))).toBe(JSON.stringify(NEW_PLAN));
  });

  it("of a snapshot become new ones; who did something stays `by`", () => {
    const old = {
      through: "2026-01-14",
      open: { demo: 3 },
      entered: { demo: [{ on: "2026-01-05", count: 2, by: "Ana" }] },
    };
    const { entered } = old;
    expect(migrate(old)).toEqual({ asOf: "2026-01-14", pipeline: { demo: 3 }, entered });
  });

  it("are not there in a plan of today, and data that is no plan comes back", () => {
    expect(migrate(fullPlan())).toEqual(fullPlan());
    for (const data of [undefined, null, 7, "open", [{ open: 1 }]]) expect(migrate(data)).toEqual(data);
    const circle: Record<string, unknown> = {};
    circle["open"] = circle;
    expect(migrate(circle)).toBe(circle);
  });

  it("never overwrite a new key that stands beside", () => {
    expect(migrate({ open: { demo: 1 }, pipeline: { demo: 2 } })).toEqual({
      open: { demo: 1 },
      pipeline: { demo: 2 },
    });
  });

  it("are issues that name the new word, and nothing is called missing or unknown besides", () => {
    const found = issuesOf(safeParsePlan(OLD_PLAN));
    expect(found.sort()).toEqual(
      [
        "key.renamed at calendar.season",
        "key.renamed at needs",
        "key.renamed at open",
        "key.renamed at teams.needs.people.0.fullTime",
        "key.renamed at teams.needs.people.0.timeOff",
        "key.renamed at teams.sales.busyMinutesPerDay",
        "key.renamed at teams.sales.size",
        "value.choice at rounding",
      ].sort(),
    );
    const { error } = safeParsePlan({ ...NEW_PLAN, tasks: OLD_PLAN.needs });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'expected the key "due", but got "by": it is called due now; reverse-funnel migrate rewrites old files.',
    ]);
    expect(issuesOf(safeParseSnapshot({ through: "2026-01-14" }))).toEqual(["key.renamed at through"]);
    expect(issuesOf(safeParseMapping({ pipeline: "Sales" }))).toEqual(["key.renamed at pipeline"]);
  });
});

it("a plan may say that it is of version 1, and of no other", () => {
  expect(issuesOf(safeParsePlan({ version: 1, ...NEW_PLAN }))).toEqual([]);
  expect(issuesOf(safeParsePlan({ version: 2, ...NEW_PLAN }))).toEqual(["version.unknown at version"]);
});
