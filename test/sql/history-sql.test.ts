import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyCase,
  comparable,
  countsOfRows,
  learnedFromCounts,
  learnedFromRows,
  statementsOf,
} from "./cases.js";
import { askDuckDb, fillDuckDb, openDuckDb } from "./duckdb.js";

describe("learning in DuckDB", () => {
  it("says digit for digit what learning from the rows of the table says", async () => {
    const connection = await openDuckDb();
    await fc.assert(
      fc.asyncProperty(anyCase(40), async (one) => {
        await fillDuckDb(connection, one.rows);
        const counts = await askDuckDb(connection, statementsOf(one, "duckdb", "history"));
        expect(comparable(counts, one)).toEqual(comparable(countsOfRows(one), one));
        expect(JSON.stringify(learnedFromCounts(counts, one))).toBe(JSON.stringify(learnedFromRows(one)));
      }),
      { numRuns: 40 },
    );
  });
});
