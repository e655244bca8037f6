import { describe, expect, it } from "vitest";
import { learnCounts } from "../../src/history/counts/learn-counts.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { dialectOf, SQL_DIALECTS } from "../../src/sql/dialect.js";
import { historySql } from "../../src/sql/history-sql.js";
import { askDuckDb, openDuckDb } from "./duckdb.js";

/** What people, and others, may call a stage. */
const HOSTILE = [
  `Bobby'); DROP TABLE history; --`,
  `"double" and 'single'`,
  "back\\slash\\",
  "line\nbreak\tand tab",
  "`tick` ${env:HOME} {{ jinja }}",
  "/* comment */ -- ; $$",
  "ünïcödé 😀",
  "%s_?:name @x",
];

describe("names in statements", () => {
  it("stand for themselves in DuckDB, whatever they hold: tables, columns, stages, owners", async () => {
    const connection = await openDuckDb();
    const { name, text } = dialectOf("duckdb");
    for (const hostile of HOSTILE) {
      const table = ["main", hostile];
      const columns = { id: `${hostile} id`, stage: hostile, on: `${hostile} on`, owner: `${hostile} owner` };
      const made = [columns.id, columns.stage, columns.on, columns.owner].map(
        (column) => `${name(column)} VARCHAR`,
      );
      await connection.run(`CREATE TABLE ${table.map(name).join(".")} (${made.join(", ")})`);
      const row = (stage: string, on: string) => `(${["1", stage, on, hostile].map(text).join(", ")})`;
      const rows = [row(hostile, "2026-01-05"), row("won", "2026-01-12")].join(", ");
      await connection.run(`INSERT INTO ${table.map(name).join(".")} VALUES ${rows}`);
      const counts = await askDuckDb(
        connection,
        historySql({ dialect: "duckdb", table, columns, funnel: [hostile], asOf: "2026-02-01", by: "owner" }),
      );
      const learned = learnCounts(counts, { stages: [hostile] });
      expect(learned.stages[hostile]?.lag).toEqual([{ days: 7, share: "1" }]);
      expect(learned.groups.map((group) => group.name)).toEqual([hostile]);
    }
  });

  it("end where they end: no quote, backslash or setting opens a way out, in any dialect", () => {
    // What stands between the quotes, read back as each engine documents it, by hand.
    expect(dialectOf("duckdb").text("a'b\\")).toBe("'a''b\\'");
    expect(dialectOf("postgres").text("a'b\\")).toBe(" E'a''b\\\\'");
    expect(dialectOf("spark").text("a'b\\")).toBe("CAST(X'6127625C' AS STRING)");
    expect(dialectOf("spark").text("${x}ü")).toBe("CAST(X'247B787DC3BC' AS STRING)");
    expect(dialectOf("duckdb").name('a"b')).toBe('"a""b"');
    expect(dialectOf("spark").name("a`b")).toBe("`a``b`");
  });

  it("are refused where nothing makes them safe", () => {
    const ask = (table: string, dialect: (typeof SQL_DIALECTS)[number]) => () =>
      historySql({ dialect, table, funnel: ["demo"], asOf: "2026-02-01" });
    expect(ask("a.${b}", "spark")).toThrow("without ${ for Spark");
    for (const dialect of SQL_DIALECTS)
      for (const table of ["", "a..b", "a\0b", "a\uD800"]) expect(ask(table, dialect)).toThrow(RangeError);
    const stage = () => historySql({ dialect: "postgres", table: "t", funnel: ["a\0"], asOf: "2026-02-01" });
    expect(stage).toThrow("texts of whole characters");
    expect(ask("t", "oracle" as "spark")).toThrow(
      'requires one of duckdb, postgres, spark as dialect; got "oracle"',
    );
    const date = () => historySql({ dialect: "spark", table: "t", funnel: ["demo"], asOf: "soon" });
    expect(date).toThrow('historySql requires dates such as 2026-01-31; got "soon"');
    const none = () => historySql({ dialect: "spark", table: "t", funnel: [], asOf: "2026-02-01" });
    expect(none).toThrow("requires a funnel with a stage");
    const strange = () =>
      historySql({
        ...{ dialect: "spark", table: "t", funnel: ["demo"], asOf: "2026-02-01" },
        stages: { Demo2: "dmeo" as "demo" },
      });
    expect(strange).toThrow(PlanError);
    expect(strange).toThrow('did you mean "demo"');
  });
});
