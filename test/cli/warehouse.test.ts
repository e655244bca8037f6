import { describe, expect, it } from "vitest";
import { fillDuckDb, openDuckDb, askDuckDb } from "../sql/duckdb.js";
import { COLUMNS, type HistoryRow } from "../sql/cases.js";
import { toCsv } from "../../src/rows/to-csv.js";
import { inWorld, type Setting } from "./world.js";

const plan = `currency: EUR
goal: { metric: customers, amount: 10, period: 2026-Q3 }
deal: { value: 100 }
funnel:
  - stage: demo
    rate: 40% # a guess
  - stage: proposal
    rate: 50%
`;
const map = `crm: csv
columns: { id: id, stage: stage, on: "on", owner: owner, channel: channel, value: value, currency: currency }
stages: { "Demo booked": demo }
`;
const files = { "plan.yaml": plan, "map.yaml": map };
const asOf = ["--as-of", "2026-06-30"];

/** Twelve deals: 9 go on from the demo after 10 days, 6 of them are won 20 days later; the others are lost. By hand. */
const rows = Array.from({ length: 12 }, (_, deal) => {
  const texts = { id: `d${deal}`, owner: "Ana", channel: null, value: "100.00", currency: "EUR" };
  const row = (stage: string, on: string): HistoryRow => ({ ...texts, stage, on });
  const month = `2026-0${1 + (deal % 3)}`;
  const first = row("Demo booked", `${month}-01`);
  if (deal >= 9) return [first, row("lost", `${month}-05`)];
  const second = [first, row("proposal", `${month}-11`)];
  return [
    ...second,
    deal < 6 ? row("won", `${month}-31`.replace("02-31", "03-03")) : row("lost", `${month}-20`),
  ];
}).flat();

const run = (words: readonly string[], more: Setting = {}) =>
  inWorld(words, { today: "2026-12-31", ...more, files: { ...files, ...more.files } });

const statementsIn = (text: string) => text.split(/;\n\n?/).filter((part) => part !== "");

async function answered(printed: string): Promise<string> {
  const connection = await openDuckDb();
  await fillDuckDb(connection, rows);
  const told = await askDuckDb(connection, statementsIn(printed));
  const plain = told.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, typeof cell === "bigint" ? Number(cell) : cell]),
    ),
  );
  return toCsv(plain as Record<string, string | number | null>[]);
}

describe("learn in a warehouse", () => {
  const sql = [
    "learn",
    "--sql",
    "duckdb",
    "--table",
    "history",
    "--plan",
    "plan.yaml",
    "--map",
    "map.yaml",
    ...asOf,
  ];

  it("prints statements, and from what they give learns what it learns from the rows themselves", async () => {
    const printed = await run(sql);
    expect(printed.code).toBe(0);
    expect(printed.err).toContain("reverse-funnel learn counts.csv --counts --plan plan.yaml");
    const counts = await answered(printed.out);
    const told = await run(["learn", "counts.csv", "--counts", "--plan", "plan.yaml"], {
      files: { "counts.csv": counts },
    });
    const own = await run(["learn", "deals.csv", "--map", "map.yaml", "--plan", "plan.yaml", ...asOf], {
      files: { "deals.csv": toCsv(rows) },
    });
    expect(told.err).toBe("");
    const lines = (text: string) => text.slice(text.indexOf("History through"));
    expect(lines(told.out)).toBe(lines(own.out));
    // 9 of 12 go on from the demo, 6 of 9 from the proposal.
    expect(told.out).toContain("funnel[0].rate: 40% becomes 9 of 12");
    expect(told.out).toContain("funnel[1].rate: 50% becomes 6 of 9");
    expect(told.code).toBe(0);
  });

  it("writes what was learned into the plan, and prints it as JSON", async () => {
    const counts = await answered((await run(sql)).out);
    const words = ["learn", "-", "--counts", "--plan", "plan.yaml", "--write", "--json"];
    const { code, out, files: after } = await run(words, { input: counts });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { learned: { journeys: number } }).learned.journeys).toBe(12);
    expect(after.get("plan.yaml")).toContain("rate: { won: 9, of: 12 } # a guess");
  });

  it("takes the rows as JSON and as tab-separated text with NULL in it", async () => {
    const counts = await answered((await run(sql)).out);
    const [head = "", ...lines] = counts.trim().split("\r\n");
    const tabs = [
      head,
      ...lines.map((line) =>
        line
          .split(",")
          .map((cell) => cell || "NULL")
          .join(","),
      ),
    ]
      .map((line) => `${line.replaceAll(",", "\t")}\n`)
      .join("");
    const columns = head.split(",");
    const objects = lines.map((line) =>
      Object.fromEntries(line.split(",").map((cell, at) => [columns[at] ?? "", cell])),
    );
    const learned = async (text: string) =>
      (await run(["learn", "-", "--counts", "--plan", "plan.yaml"], { input: text })).out;
    expect(await learned(tabs)).toBe(await learned(counts));
    expect(await learned(JSON.stringify(objects))).toBe(await learned(counts));
  });

  it("prints one query without an end where a model of dbt is to hold it", async () => {
    const { out } = await run([...sql, "--query"]);
    expect(out.startsWith('WITH "reverse_funnel_deals"')).toBe(true);
    expect(out).not.toContain(";");
    const told = await run(["learn", "-", "--counts", "--plan", "plan.yaml"], { input: await answered(out) });
    expect(told.out).toContain("funnel[0].rate: 40% becomes 9 of 12");
  });

  it("names the rows of a result that it cannot read by their lines", async () => {
    const counts = "kind,value,count\nas of,2026-06-30,1\nleft,,x\n";
    const { code, err } = await run(["learn", "-", "--counts", "--plan", "plan.yaml"], { input: counts });
    expect(code).toBe(2);
    expect(err).toMatch(/^<stdin>:3:1 count: expected a whole number from 0, but got "x"/);
  });

  it("lists the names in the table that stand for no stage", async () => {
    const without = sql.filter((word) => !["--map", "map.yaml"].includes(word));
    const counts = await answered((await run(without)).out);
    const { out } = await run(["learn", "-", "--counts", "--plan", "plan.yaml"], { input: counts });
    expect(out).toContain("Stages in the table that the plan does not have");
    expect(out).toContain("  Demo booked: 12 rows");
  });

  it("says where in the plan units come back, which the statements would count once", async () => {
    const back = { "back.yaml": `${plan}    returns: { to: demo, rate: 50% }\n` };
    const { code, err } = await run(["snapshot", "back.yaml", "--sql", "duckdb", "--table", "t"], {
      files: back,
    });
    expect(code).toBe(2);
    expect(err).toMatch(/^back\.yaml:9:\d+ funnel\[1\]\.returns: expected no units that come back/);
    expect(err).not.toContain("snapshotSql");
  });

  it("says what is missing or does not go together", async () => {
    const err = async (...words: string[]) => (await run(words)).err;
    expect(await err("learn", "--sql", "duckdb", "--plan", "plan.yaml")).toContain(
      "--table crm.stage_history",
    );
    expect(await err("learn", "--sql", "duckdb", "--table", "t")).toContain("--plan plan.yaml");
    expect(await err("learn", "--sql", "dukdb", "--table", "t", "--plan", "plan.yaml")).toContain(
      "did you mean duckdb?",
    );
    expect(await err("learn", "--sql", "spark", "--table", "a..b", "--plan", "plan.yaml")).toContain(
      'got "a..b"',
    );
    expect(await err("learn", "--sql", "spark", "--table", "${x}", "--plan", "plan.yaml")).toContain(
      "without ${",
    );
    expect(await err(...sql, "--columns", "deal=x")).toContain('got "deal=x"');
    expect(await err("learn", "plan.yaml", "--counts", "--as-of", "2026-01-01")).toContain(
      "goes without --as-of",
    );
    expect(await err("learn", "a.csv", "b.csv", "--counts")).toContain("the one file");
    expect(await err("learn", "missing.csv", "--counts")).toContain("there is no such file");
  });
});

describe("snapshot", () => {
  it("of a warehouse is the one of the export, and the file that track takes", async () => {
    const words = ["snapshot", "plan.yaml", "--sql", "duckdb", "--table", "history", ...asOf];
    const pairs = Object.entries(COLUMNS).map(([role, name]) => `${role}=${name}`);
    const printed = await run([...words, "--columns", pairs.join(","), "--map", "map.yaml"]);
    const told = await run(["snapshot", "plan.yaml", "rows.csv", "--counts", "-o", "snapshot.json"], {
      files: { "rows.csv": await answered(printed.out) },
    });
    expect(told.code).toBe(0);
    const own = await run(["snapshot", "plan.yaml", "deals.csv", "--map", "map.yaml", ...asOf], {
      files: { "deals.csv": toCsv(rows) },
    });
    expect(told.files.get("snapshot.json")).toBe(own.out);
    const tracked = await run(["track", "plan.yaml", "--snapshot", "snapshot.json"], {
      files: { "snapshot.json": own.out },
    });
    expect(tracked.err).toBe("");
  });

  it("says what it needs", async () => {
    const { code, err } = await run(["snapshot", "plan.yaml"]);
    expect(code).toBe(2);
    expect(err).toContain("snapshot needs what has happened");
  });
});
