import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromRows } from "../../src/adapters/from-rows.js";
import { snapshotCounts } from "../../src/history/counts/snapshot-counts.js";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { snapshotSql } from "../../src/sql/snapshot-sql.js";
import { anyCase, COLUMNS } from "./cases.js";
import { askDuckDb, fillDuckDb, openDuckDb } from "./duckdb.js";

const GOAL = { metric: "customers", amount: 10, period: "2025-Q4" } as const;

describe("a snapshot in DuckDB", () => {
  it("says what the snapshot of the rows of the table says", async () => {
    const connection = await openDuckDb();
    const starts = fc.constantFrom(undefined, "2025-06-15");
    await fc.assert(
      fc.asyncProperty(anyCase(40), starts, async ({ rows, question }, from) => {
        const { funnel, stages, asOf, form } = question;
        const plan: PlanInput = { goal: GOAL, currency: "EUR", funnel: [...funnel].map(asStage) };
        const exchange = { USD: "0.9" };
        const read = fromRows(
          rows.map((row) => ({ ...row })),
          { funnel, columns: COLUMNS, layout: "history", stages, asOf },
        );
        await fillDuckDb(connection, rows);
        const table = { dialect: "duckdb", table: "history", columns: COLUMNS } as const;
        const told = await askDuckDb(connection, snapshotSql(plan, { ...table, stages, asOf, from, form }));
        expect(snapshotCounts(told, plan, { exchange })).toEqual(
          snapshot(read.journeys, plan, { asOf, from, exchange }),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("names the rows that it cannot read, and refuses those of no day", () => {
    const plan: PlanInput = { goal: GOAL, funnel: [{ stage: "demo", rate: "50%" }] };
    const issues = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        if (error instanceof PlanError) return error.issues;
        throw error;
      }
      return [];
    };
    const rows = [
      { kind: "as of", on: "2026-02-30" },
      { kind: "open", stage: "dmeo", deal: "1" },
      { kind: "won", on: "2026-01-09", value: "much" },
      { kind: "closed" },
    ];
    expect(issues(() => snapshotCounts(rows, plan)).map(({ path, code }) => [...path, code])).toEqual([
      [0, "on", "date.invalid"],
      [1, "stage", "stage.unknown"],
      [2, "deal", "value.missing"],
      [2, "value", "number.invalid"],
      [3, "kind", "value.choice"],
    ]);
    expect(issues(() => snapshotCounts([], plan))[0]?.code).toBe("counts.day");
  });
});

function asStage(stage: PlanInput["funnel"][number] | string): PlanInput["funnel"][number] {
  return typeof stage === "string" ? { stage, rate: "50%" } : stage;
}
