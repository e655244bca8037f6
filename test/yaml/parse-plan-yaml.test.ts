import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { pathText } from "../../src/schema/issue.js";
import { parsePlan } from "../../src/plan/parse.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { parsePlanYaml, readYaml, safeParsePlanYaml } from "../../src/yaml/index.js";
import { plans } from "../generators/plans.js";
import { fullPlan } from "../plan/full-plan.js";
import { runs } from "../laws/runs.js";

const GOAL = "goal: { metric: customers, amount: 10, period: 2026-01 }\n";
const FUNNEL = "funnel: [{ stage: demo, rate: 25% }]\n";

/** The issues of a text, as `line:column code at path`; none for a plan. */
function issuesOf(text: string): string[] {
  const result = safeParsePlanYaml(text);
  if (result.success) return [];
  return result.error.issues.map(
    ({ line, column, code, path }) => `${line ?? "?"}:${column ?? "?"} ${code} at ${pathText(path)}`,
  );
}

/** All that is said about a text. */
function sentences(text: string): string {
  const result = safeParsePlanYaml(text);
  return result.success ? "a plan" : result.error.issues.map(({ message }) => message).join("\n");
}

describe("a text is the plan that its data is", () => {
  it("whether YAML or JSON", () => {
    fc.assert(
      fc.property(plans({ lags: true, open: true }), (plan) => {
        expect(parsePlanYaml(stringify(plan))).toEqual(parsePlan(plan));
        expect(parsePlanYaml(JSON.stringify(plan, null, 2))).toEqual(parsePlan(plan));
      }),
    );
    expect(parsePlanYaml(stringify(fullPlan()))).toEqual(parsePlan(fullPlan()));
  });

  it("with dates, years, yes and no as people mean them", () => {
    const { data } = readYaml("day: 2026-01-05\nyear: 2026\nanswer: no\nempty:\nquoted: '007'\n");
    expect(data).toEqual({ day: "2026-01-05", year: 2026, answer: "no", empty: null, quoted: "007" });
  });

  it("with anchors, a byte order mark, Windows line ends and comments", () => {
    const text = `\uFEFF# a plan\r\n${GOAL}funnel:\r\n  - &demo { stage: demo, rate: &half 50% }\r\n  - { stage: close, rate: *half }\r\n`;
    expect(parsePlanYaml(text).funnel).toEqual([
      { stage: "demo", rate: "50%" },
      { stage: "close", rate: "50%" },
    ]);
  });

  it("with numbers of more digits than a double holds kept as text", () => {
    const text = `goal: { metric: customers, amount: 12345678901234567890, period: 2026-01 }\n${FUNNEL}`;
    expect(parsePlanYaml(text).goal?.amount).toBe("12345678901234567890");
  });
});

describe("every issue has the line and column", () => {
  it("of the value, of an unknown key, of the part that lacks something; in the order of the text", () => {
    const text = [
      "goal:",
      "  metric: customers",
      "  amount: -10",
      "  period: 2026-01",
      "funnel:",
      "  - stage: demo",
      "    rate: 25",
      "  - rate: 50%",
      "    owner: sales",
      "colour: red",
    ].join("\n");
    expect(issuesOf(text)).toEqual([
      "3:11 number.negative at goal.amount",
      "7:11 rate.invalid at funnel[0].rate",
      "8:5 value.missing at funnel[1].stage",
      "10:1 key.unknown at colour",
    ]);
  });

  it("of the value, not of its anchor; of the alias; of a name used as key", () => {
    const text = `${GOAL}${FUNNEL}buffer: &far 30\npipeline: { dmeo: 4 }\nchecks: { minAttainment: *far }\n`;
    expect(issuesOf(text)).toEqual([
      "3:14 rate.invalid at buffer",
      "4:13 stage.unknown at pipeline.dmeo",
      "5:26 rate.invalid at checks.minAttainment",
    ]);
  });

  it("parsePlanYaml throws them as one PlanError", () => {
    expect(() => parsePlanYaml("goal: 1")).toThrow(PlanError);
  });

  it("of every place of a reading", () => {
    const { positionOf, sourceOf } = readYaml("a:\n  - b: 1e3\n    c: [x, yy]\n");
    expect(positionOf(["a", 0, "c", 1])).toEqual({ line: 3, column: 12 });
    expect(positionOf(["a", 0, "c"], "key")).toEqual({ line: 3, column: 5 });
    expect(positionOf(["a", 0, "missing", 7])).toEqual({ line: 2, column: 5 });
    expect(positionOf([])).toEqual({ line: 1, column: 1 });
    expect(sourceOf(["a", 0, "b"])).toBe("1e3");
  });
});

describe("traps of YAML get their own sentences", () => {
  const amount = (written: string) =>
    `goal: { metric: customers, amount: ${written}, period: 2026-01 }\n${FUNNEL}`;
  const stage = (written: string) => `${GOAL}funnel: [{ stage: ${written}, rate: 25% }]\n`;
  const traps: readonly (readonly [title: string, text: string, issue: string, says: string])[] = [
    [
      "a comma in a number",
      amount("10,000"),
      "1:36 yaml.comma at goal.amount",
      "a comma ends the value: write 10000.",
    ],
    ["commas in a number", amount("1,000,000.50"), "1:36 yaml.comma at goal.amount", "write 1000000.50."],
    [
      "a decimal comma",
      `${GOAL}funnel: [{ stage: demo, rate: 12,5% }]\n`,
      "2:31 yaml.comma at funnel[0].rate",
      "write 12.5%.",
    ],
    [
      "a comma in a name",
      stage("demo, follow up"),
      "2:19 yaml.comma at funnel[0].stage",
      'quote it, "demo, follow up"',
    ],
    ["underscores", amount("10_000"), "1:36 number.invalid at goal.amount", "write 10000, without grouping"],
    [".nan", amount(".nan"), "1:36 number.invalid at goal.amount", "got .nan: write a number such as 1000"],
    [".inf", amount(".inf"), "1:36 number.invalid at goal.amount", "got .inf: no number is that large"],
    ["1e400", amount("1e400"), "1:36 number.invalid at goal.amount", "got 1e400: no number is that large"],
    ["a number as a name", stage("2024"), "2:19 name.type at funnel[0].stage", 'quote it: "2024"'],
    ["zeros before a name", stage("007"), "2:19 name.type at funnel[0].stage", 'quote it: "007"'],
    ["an exponent as a name", stage("1e3"), "2:19 name.type at funnel[0].stage", 'quote it: "1e3"'],
    ["a truth as a name", stage("true"), "2:19 name.type at funnel[0].stage", 'quote it: "true"'],
    ["null as a name", stage("null"), "2:19 name.type at funnel[0].stage", 'quote it: "null"'],
    ["a tab", "goal:\n\tmetric: customers\n", "2:1 yaml.syntax at plan", "indent with spaces"],
    [
      "an open bracket",
      `${GOAL}funnel: [{ stage: demo\n`,
      "3:1 yaml.syntax at plan",
      "close what was opened",
    ],
    ["an open quote", `name: "Q1\n${GOAL}`, "3:1 yaml.syntax at plan", "quote to be closed"],
    [
      "two keys in a line",
      "goal: metric: customers",
      "1:7 yaml.syntax at plan",
      "put the second key on its own line",
    ],
    [
      "a percent sign first",
      "buffer: %10",
      "1:9 yaml.syntax at plan",
      "quote a text that begins with this sign",
    ],
    ["a tag", "name: !!js/function x", "1:7 yaml.syntax at plan", "leave anchors, tags and directives out"],
    ["a key twice", `${GOAL}${FUNNEL}${GOAL}`, "3:1 key.duplicate at goal", "keep one of them"],
    ["a key twice in JSON", '{"name": "a", "name": "b"}', "1:15 key.duplicate at name", "keep one of them"],
    ["a key that is a list", `${GOAL}${FUNNEL}? [a]\n: 1\n`, "3:3 yaml.key at plan", "quote the key"],
    ["a merge key", `${GOAL}${FUNNEL}<<: { buffer: 10% }\n`, '3:1 key.unknown at ["<<"]', "leave it out"],
    [
      "two documents",
      `${GOAL}${FUNNEL}---\n${GOAL}`,
      "3:1 yaml.documents at plan",
      "got 2: leave out the line ---",
    ],
    ["an empty text", "", "1:1 yaml.empty at plan", "write at least a goal and a funnel"],
    ["comments only", "# nothing\n", "1:1 yaml.empty at plan", "write at least a goal and a funnel"],
    ["a text that is no map", "ten customers", "1:1 value.type at plan", "write keys such as name"],
    ["an alias of nothing", "name: *other", "1:7 yaml.aliases at name", "quote a text that begins with *"],
    ["an alias inside of itself", "a: &a [*a]", "1:8 yaml.aliases at plan", "hold one another or multiply"],
    [
      "__proto__",
      `${GOAL}${FUNNEL}__proto__: { a: 1 }\n`,
      "3:12 name.reserved at __proto__",
      "choose another",
    ],
  ];
  it.each(traps)("%s", (_title, text, issue, says) => {
    expect(issuesOf(text)).toContain(issue);
    expect(sentences(text)).toContain(says);
  });

  it("several of them come at once", () => {
    expect(issuesOf("a: [1\nb: 'x\n")).toHaveLength(2);
    const text =
      "goal: { metric: custmers, amount: 10,000, period: 2026-13 }\nfunnel: [{ stage: 1, rate: 25, }]\n";
    expect(issuesOf(text)).toEqual([
      "1:17 value.choice at goal.metric",
      "1:35 yaml.comma at goal.amount",
      "1:51 period.invalid at goal.period",
      "2:19 name.type at funnel[0].stage",
      "2:28 rate.invalid at funnel[0].rate",
    ]);
  });
});

describe("no text exhausts the machine", () => {
  const bomb = "bcdefghijk"
    .split("")
    .reduce(
      (text, name, index) => `${text}${name}: &${name} [${`*${"abcdefghij".charAt(index)},`.repeat(10)}]\n`,
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n",
    );
  const chain = Array.from({ length: 5000 }, (_, at) => `x${at + 1}: &x${at + 1} [*x${at}]\n`).join("");
  const texts: Readonly<Record<string, readonly [text: string, says: string]>> = {
    "an alias bomb": [bomb, "multiply without end"],
    "a chain of aliases": [`x0: &x0 [1]\n${chain}`, "multiply without end"],
    "100,000 brackets": ["[".repeat(100_000), "nest it less deeply"],
    "100,000 braces": ["{a: ".repeat(100_000), "nest it less deeply"],
    "100,000 dashes": ["- ".repeat(100_000), "nest it less deeply"],
    "100,000 question marks": ["? ".repeat(100_000), "nest it less deeply"],
    "200 brackets": [`${"[".repeat(200)}${"]".repeat(200)}`, "nest it less deeply"],
    "10 MB of stages": [`funnel:\n${"- { stage: demo, rate: 1 }\n".repeat(400_000)}`, "shorten it"],
    "10 MB of commas": [`[${",".repeat(10_000_000)}]`, "shorten it"],
    "10 MB of one text": ["x".repeat(10_000_000), "write keys such as"],
    "10 MB between quotes": [`name: "${"x".repeat(10_000_000)}"\n`, "write goal:"],
  };
  it.each(Object.keys(texts))("%s", (name) => {
    const [text, says] = texts[name] ?? ["", ""];
    const start = process.cpuUsage();
    expect(sentences(text)).toContain(says);
    // Time at work, whatever else the machine does. Generous, for slow ones: each takes about a second at most.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000);
  });

  it("a random text throws nothing but PlanError", () => {
    const pieces = fc.constantFrom(
      "goal",
      ": ",
      "\n",
      "  ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ",",
      '"',
      "'",
      "&a ",
      "*a",
      "#",
      "!",
      "|",
      ">",
      "?",
      "%",
      "@",
      "---\n",
      "10",
      "\t",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join("")),
        ),
        (text) => {
          const result = safeParsePlanYaml(text);
          if (result.success) throw new Error("expected issues");
          expect(result.error.issues.length).toBeGreaterThan(0);
          for (const { line, column } of result.error.issues) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(column).toBeGreaterThanOrEqual(1);
          }
        },
      ),
      runs(2),
    );
  });
});
