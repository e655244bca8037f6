import { describe, expect, it } from "vitest";
import { VERBS } from "../../src/cli/verbs.js";
import { solve } from "../../src/solve/solve.js";
import { parsePlanYaml } from "../../src/yaml/index.js";
import { schemaAddress } from "../../src/plan/schema-address.js";
import { inWorld } from "./world.js";

// Origin of 15 and 30: worked by hand, as in the first story.
const plan = `goal: { metric: net-new-mrr, amount: 10000, period: 2026-01 }
deal: { value: 1000 }
churn: { customers: 5 }
funnel:
  - { stage: demo request, rate: 50% }
`;
const short = plan.replace("50%", "50%, available: 20");
const files = { "plan.yaml": plan, "short.yaml": short, "bad.yaml": plan.replace("50%", "25, ownr: x") };

describe("solve", () => {
  it("prints targets of a plan in a file, and exits with 0", async () => {
    const { code, out, err } = await inWorld(["solve", "plan.yaml"], { files });
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/demo request +50% +30 +7 +2\n/);
  });

  it("reads YAML or JSON from standard input", async () => {
    const json = JSON.stringify(parsePlanYaml(plan), null, "\t");
    const fromYaml = await inWorld(["solve", "-", "--json"], { input: plan });
    const fromJson = await inWorld(["solve", "-", "--json"], { input: json });
    expect(fromYaml).toMatchObject({ code: 0, err: "" });
    expect(fromJson.out).toBe(fromYaml.out);
  });

  it("prints with --json the answer and nothing else", async () => {
    const { out, err } = await inWorld(["solve", "plan.yaml", "--json"], { files });
    expect(JSON.parse(out)).toEqual(solve(parsePlanYaml(plan)));
    expect(err).toBe("");
  });

  it("exits with 1 when the answer is no, and says so on standard output", async () => {
    const { code, out, err } = await inWorld(["solve", "short.yaml"], { files });
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("It cannot be reached");
  });

  it("prints every issue of bad input with its place, and exits with 2", async () => {
    const { code, out, err } = await inWorld(["solve", "bad.yaml", "--json"], { files });
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n")).toHaveLength(3);
    expect(err).toMatch(/^bad\.yaml:5:34 funnel\[0\]\.rate: .*write "25%"\.$/m);
    expect(err).toMatch(/^bad\.yaml:5:38 funnel\[0\]\.ownr: .*"owner"/m);
  });

  it("gives issues that only solving finds their place too", async () => {
    const input = plan.replace("10000", "1e300");
    const { code, err } = await inWorld(["solve", "-"], { input });
    expect(code).toBe(2);
    expect(err).toMatch(/^<stdin>:\d+:\d+ \S+: /);
  });
});

describe("explain", () => {
  it("says why a number is what it is, up to the goal", async () => {
    const words = ["explain", "plan.yaml", "stages", "demo request", "total"];
    const { code, out } = await inWorld(words, { files });
    expect(code).toBe(0);
    expect(out).toContain("15 wins ÷ 50% = 30");
    expect(out).toContain("The goal is 10,000 of net new MRR");
  });

  it("prints the explanation as data with --json", async () => {
    const { out } = await inWorld(["explain", "plan.yaml", "path", "0", "perDay", "--json"], { files });
    expect(JSON.parse(out)).toMatchObject({ path: ["targets", "path", 0, "perDay"] });
  });

  it.each([
    [["stages", "dmo request", "total"], /did you mean stages "demo request"\?/],
    [["stages", "demo request"], /go on with one of/],
    [[], /explain needs the path of a number/],
  ])("names the nearest path where no number stands: %j", async (path, message) => {
    const { code, out, err } = await inWorld(["explain", "plan.yaml", ...path], { files });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});

describe("schema", () => {
  it("prints the JSON Schema of a plan", async () => {
    const { code, out } = await inWorld(["schema"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: "Plan",
      oneOf: [{ required: ["goal"] }, { required: ["goals"] }],
    });
  });
});

describe("init", () => {
  const kinds = ["saas", "services", "agency", "units"];
  const days = ["2025-12-31", "2026-02-28", "2026-11-30"];
  const cases = kinds.flatMap((kind) => days.map((today) => [kind, today] as const));

  it.each(cases)("prints a starter plan that is valid and can be met: %s on %s", async (kind, today) => {
    const { code, out } = await inWorld(["init", kind], { today });
    expect(code).toBe(0);
    expect(solve(parsePlanYaml(out)).status).toBe("feasible");
    const [first, line] = out.split("\n");
    expect(first).toBe(`# yaml-language-server: $schema=${schemaAddress("plan")}`);
    expect(line).toMatch(/^# A plan for /);
  });

  it("writes a file, and never over another one unless told to", async () => {
    const first = await inWorld(["init", "-o", "new.yaml"]);
    expect([first.code, first.out]).toEqual([0, ""]);
    expect(first.files.get("new.yaml")).toContain("goal:");
    const again = await inWorld(["init", "--output", "plan.yaml"], { files });
    expect([again.code, again.files.get("plan.yaml")]).toEqual([2, plan]);
    expect(again.err).toContain("cannot write plan.yaml: it is there already");
    const forced = await inWorld(["init", "-o", "plan.yaml", "--force"], { files });
    expect([forced.code, forced.files.get("plan.yaml") === plan]).toEqual([0, false]);
  });

  it("names the nearest starter", async () => {
    expect((await inWorld(["init", "sas"])).err).toContain("did you mean saas?");
  });
});

describe("the command", () => {
  it("without words says how it is used, and exits with 2", async () => {
    const { code, out, err } = await inWorld([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage: reverse-funnel <verb>");
  });

  it("prints help and its version on standard output, and exits with 0", async () => {
    expect(await inWorld(["--help"])).toMatchObject({ code: 0, err: "" });
    expect(await inWorld(["--version"])).toMatchObject({ code: 0, out: "1.2.3\n" });
  });

  it.each(VERBS.map(({ name }) => name))(
    "says with %s --help what the verb does, with an example",
    async (name) => {
      const { code, out } = await inWorld([name, "--help"]);
      expect(code).toBe(0);
      expect(out).toMatch(new RegExp(`Example:\n  reverse-funnel ${name}`));
      for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    },
  );

  it.each([
    [["slove", "plan.yaml"], /there is no verb "slove"; did you mean solve\?/],
    [["frobnicate"], /there is no verb "frobnicate"; known are init, solve/],
    [["solve", "plan.yaml", "--jsno"], /there is no option "--jsno"; did you mean --json\?/],
    [["solve", "plan.yaml", "-x"], /there is no option "-x"/],
    [["solve", "plan.yaml", "--json=yes"], /--json takes no value/],
    [["init", "-o"], /-o needs a value: -o <file>/],
    [["solve"], /solve needs a plan/],
    [["solve", "plan.yaml", "other.yaml"], /solve has no use for "other.yaml"/],
    [["solve", "nowhere.yaml"], /cannot read nowhere.yaml: there is no such file/],
    [["slo\u001b[31mve"], /there is no verb "slo\\u001b/],
  ])("refuses %j with what was most likely meant, and exits with 2", async (words, message) => {
    const { code, out, err } = await inWorld(words, { files });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err).not.toContain("\u001b");
  });
});

describe("colours", () => {
  const coloured = async (setting: object, ...more: string[]) =>
    (await inWorld(["solve", "plan.yaml", ...more], { files, ...setting })).out.includes("\u001b[");

  it("are for terminals, unless NO_COLOR, a dumb terminal or --no-color says otherwise", async () => {
    expect(await coloured({ isTerminal: true })).toBe(true);
    expect(await coloured({ isTerminal: true, env: { NO_COLOR: "" } })).toBe(true);
    expect(await coloured({ isTerminal: false })).toBe(false);
    expect(await coloured({ isTerminal: true, env: { NO_COLOR: "1" } })).toBe(false);
    expect(await coloured({ isTerminal: true, env: { TERM: "dumb" } })).toBe(false);
    expect(await coloured({ isTerminal: true }, "--no-color")).toBe(false);
    expect(await coloured({ isTerminal: true }, "--json")).toBe(false);
  });
});

describe("an error of ours", () => {
  const broken = { readFile: undefined };

  it("exits with 3 and a message without a stack, unless REVERSE_FUNNEL_DEBUG asks for one", async () => {
    const { run } = await import("../../src/cli/run.js");
    const world = (env: object) => {
      let err = "";
      const code = run({
        ...broken,
        words: ["schema"],
        env,
        out: () => {
          throw new Error("no ink");
        },
        err: (text: string) => (err += text),
      } as never);
      return code.then((exit) => ({ exit, err }));
    };
    expect(await world({})).toEqual({
      exit: 3,
      err: "reverse-funnel: a bug in reverse-funnel, please report it: no ink\n",
    });
    expect((await world({ REVERSE_FUNNEL_DEBUG: "1" })).err).toContain("at ");
  });
});
