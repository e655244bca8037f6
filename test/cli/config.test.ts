import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { configJsonSchema } from "../../src/cli/config/config-json-schema.js";
import { safeParseConfig } from "../../src/cli/config/parse-config.js";
import { configSentences } from "../sentences/config-sentences.js";
import { inWorld, type Setting } from "./world.js";

const plan = `goal: { metric: customers, amount: 4, period: 2026-01 }
funnel:
  - { stage: call, rate: 10% }
  - { stage: meeting, rate: 50% }
`;
const config = `plan: plan.yaml
exports: deals.csv
map: map.yaml
log: calls.csv
report: { output: report.md }
style: { locale: de-DE }
checks: { minAttainment: 10% }
`;
const files = {
  "plan.yaml": plan,
  "map.yaml":
    "crm: csv\ncreatedIn: meeting\ncolumns: { id: id, stage: stage, status: status, created: created, owner: owner, won: won }\n",
  "deals.csv":
    "id,stage,status,created,owner,won\n1,meeting,won,2026-01-07,Ana,2026-01-14\n2,meeting,open,2026-01-09,Ana,\n",
  "calls.csv": "date,activity,count,person\n2026-01-05,call,1012,Ana\n",
  "reverse-funnel.yaml": config,
};
const today = "2026-01-19";
const run = (words: readonly string[], setting: Setting = {}) => inWorld(words, { files, today, ...setting });

describe("a config file beside the plan", () => {
  it("names an earlier snapshot and the day of the rates, as seen from its folder", async () => {
    const added = `${config}previous: before.yaml\nratesAsOf: 2025-12-31\n`;
    const before = "asOf: 2026-01-09\nentered: { call: 20 }\nwon: 0\n";
    const own = { ...files, "reverse-funnel.yaml": added, "before.yaml": before };
    const { code, out } = await run(["track", "--json"], { files: own });
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { chance: { previous: { asOf: string } } };
    expect(answer.chance.previous.asOf).toBe("2026-01-09");
    const wrong = await run(["track"], {
      files: { ...own, "reverse-funnel.yaml": `${config}ratesAsOf: soon\n` },
    });
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('there is no day "soon"')]);
  });

  it("makes the weekly report one word long, and each replaces the last", async () => {
    const first = await run(["report"]);
    expect([first.code, first.out]).toEqual([0, ""]);
    expect(first.err).toContain("Wrote report.md.");
    const text = first.files.get("report.md") ?? "";
    // From the log, in the punctuation of the style.
    expect(text).toContain("1\\.012");
    expect(text).toContain("\n## Stages so far\n");
    const second = await run(["report"], { files: { ...files, "report.md": "last week's" } });
    expect(second.files.get("report.md")).toBe(text);
  });

  it("is what every verb is called with", async () => {
    const long = ["plan.yaml", "deals.csv", "--map", "map.yaml", "--log", "calls.csv", "--json"];
    for (const verb of ["track", "replan", "scorecard", "forecast"]) {
      const [short, typed] = [await run([verb, "--json"]), await run([verb, ...long], { files })];
      expect(short.out).toBe(typed.out);
      expect(short.code).toBe(typed.code);
    }
    const solved = await run(["solve", "--json"]);
    expect(solved.out).toBe((await run(["solve", "plan.yaml", "--json"])).out);
  });

  it("says what check insists on", async () => {
    const failed = await run(["check"], {
      files: { ...files, "reverse-funnel.yaml": config.replace("10%", "99%") },
    });
    expect(failed.out).toMatch(/FAIL|failed|✗/i);
    expect(failed.out).toContain("99");
    const { cases } = JSON.parse((await run(["check", "--json"])).out) as {
      readonly cases: readonly { readonly code: string; readonly status: string }[];
    };
    expect(cases.find(({ code }) => code === "attainment")?.status).toBe("passed");
  });

  it("is found from the folder upward, and its files are in its own folder", async () => {
    const above = Object.fromEntries(Object.entries(files).map(([name, text]) => [`../../${name}`, text]));
    const { code, out, err } = await run(["track", "--json"], { files: above, foldersAbove: 3 });
    expect(code).toBe(0);
    expect(err).toContain("As ../../reverse-funnel.yaml says.");
    expect(out).toBe((await run(["track", "--json"])).out);
    const tooFar = await run(["track"], { files: above, foldersAbove: 1 });
    expect(tooFar.code).toBe(2);
    expect(tooFar.err).toContain(
      "track needs a plan: a file, or - for standard input, or a reverse-funnel.yaml",
    );
  });

  it("is named by --config, and what is typed goes before it", async () => {
    const named = { ...files, "here/monday.yaml": config, "here/plan.yaml": plan.replace("4", "6") };
    const other = await run(["solve", "--config", "here/monday.yaml", "--json"], { files: named });
    expect(other.out).toContain('"amount": 6');
    const typed = await run(["solve", "plan.yaml", "--config", "here/monday.yaml"], { files: named });
    expect(typed.out).toContain("4 customers");
    const written = await run(["track", "--snapshot", "now.yaml", "--json"], {
      files: { ...files, "now.yaml": "asOf: 2026-01-09\nwon: 2\n" },
    });
    expect(written.out).toContain('"asOf": "2026-01-09"');
    const asked = await run(["report", "--format", "json"]);
    expect(JSON.parse(asked.out)).toMatchObject({ title: "Plan" });
  });

  it("leaves a call alone that names its plan", async () => {
    const { out } = await run(["solve", "plan.yaml"], {
      files: { ...files, "reverse-funnel.yaml": "nonsense: 1" },
    });
    expect(out).toContain("4 customers");
  });

  it.each([
    [
      "exprots: deals.csv",
      'reverse-funnel.yaml:1:10 exprots: expected a known key, but got "exprots": did you mean "exports".',
    ],
    ["plan: 3", "reverse-funnel.yaml:1:7 plan: expected a text, but got 3: write a text in quotes."],
    ["crm: hubspt", "did you mean"],
    ["map: map.yaml", "plan: "],
    [
      "plan: plan.yaml\nstyle: { exact: 1 }",
      "style.exact: expected true or false, but got 1: write true, or leave it out.",
    ],
    ["plan: plan.yaml\nchecks: { minChance: 80 }", "checks.minChance: expected a rate"],
    ["plan: [", "reverse-funnel.yaml:1:"],
  ])("with %j is answered like every bad input", async (text, message) => {
    const { code, out, err } = await run(["report"], { files: { ...files, "reverse-funnel.yaml": text } });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).toMatch(/^reverse-funnel\.yaml/);
  });

  it.each([
    [["track", "--config", "none.yaml"], "cannot read none.yaml: there is no such file"],
    [["report", "-o", "reverse-funnel.yaml", "--force"], "made of it"],
  ])("%j is refused", async (words, message) => {
    const { code, err } = await run(words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("says what is wrong with its codes, as data", () => {
    const result = safeParseConfig({ plan: "plan.yaml", crm: "hubspt" });
    expect(result.error?.issues).toEqual([
      expect.objectContaining({ code: "value.choice", path: ["crm"], expected: "a system" }),
    ]);
  });
});

describe("the JSON Schema of a config", () => {
  it("knows every key, with a sentence", async () => {
    const schema = configJsonSchema() as { readonly properties: Readonly<Record<string, unknown>> };
    expect(JSON.parse((await run(["schema", "config"])).out)).toEqual(schema);
    expect(schema).toMatchObject({
      $id: "https://unpkg.com/reverse-funnel/dist/config.schema.json",
      required: ["plan"],
      additionalProperties: false,
    });
    for (const property of Object.values(schema.properties))
      expect(property).toMatchObject({ description: expect.stringMatching(/\.$/) as unknown });
  });

  it("has the sentences of the sources", () => {
    const file = readFileSync(new URL("../../src/cli/config/config-sentences.ts", import.meta.url), "utf8");
    expect(file, "run npm run sentences").toBe(configSentences());
    expect(file).not.toContain(': "",');
  });
});
