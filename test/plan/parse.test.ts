import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { definePlan } from "../../src/plan/define-plan.js";
import { pathText } from "../../src/schema/issue.js";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { plans } from "../generators/plans.js";
import { fullPlan } from "./full-plan.js";
import { planWith } from "./plan-with.js";
import { runs } from "../laws/runs.js";

/** The issues of data, as `code at path`; none for a plan. Nothing but a PlanError may be thrown on the way. */
function issuesOf(data: unknown): string[] {
  try {
    parsePlan(data);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(PlanError);
    const { issues, message } = error as PlanError;
    expect(message.length).toBeLessThan(100_000);
    return issues.map(({ code, path }) => `${code} at ${pathText(path)}`);
  }
}

function isFrozenDeep(data: unknown): boolean {
  if (data === null || typeof data !== "object") return true;
  return Object.isFrozen(data) && Object.values(data).every(isFrozenDeep);
}

describe("a plan is the same data after reading", () => {
  it("every part that the schema knows is read, and given back as it was written", () => {
    expect(parsePlan(fullPlan())).toEqual(fullPlan());
  });

  it("reading again is the identity, and so is a JSON round trip", () => {
    fc.assert(
      fc.property(plans({ lags: true, open: true }), (written) => {
        const plan = parsePlan(written);
        expect(plan).toEqual(written);
        expect(parsePlan(plan)).toEqual(plan);
        const back = parsePlan(JSON.parse(JSON.stringify(plan)));
        expect(back).toEqual(plan);
        expect(JSON.stringify(back)).toBe(JSON.stringify(plan));
      }),
    );
  });

  it("it is frozen at every depth, and what was handed in is neither frozen nor changed", () => {
    const written = fullPlan();
    expect(isFrozenDeep(parsePlan(written))).toBe(true);
    expect(written).toEqual(fullPlan());
    expect(Object.isFrozen(written) || Object.isFrozen(written.funnel)).toBe(false);
  });

  it("absent and undefined are the same, at every depth", () => {
    const plan = parsePlan({ ...planWith({ "goal.unit": undefined }), buffer: undefined });
    expect(Object.keys(plan)).toEqual(["goal", "funnel"]);
    expect(Object.keys(plan.goal ?? {})).toEqual(["metric", "amount", "period"]);
    expect(Object.is(parsePlan(planWith({ "goal.amount": -0 })).goal?.amount, 0)).toBe(true);
  });

  it("markup, formulas and megabytes are data", () => {
    const name = `<script>alert("1")</script>=HYPERLINK("x")${"x".repeat(10_000_000)}`;
    expect(parsePlan(planWith({ "funnel.0.stage": name })).funnel[0]?.stage).toBe(name);
  });

  it("definePlan reads like parsePlan, and throws the same error", () => {
    const goal = { metric: "customers", amount: 10, period: "2026-01" } as const;
    expect(definePlan({ goal, funnel: [{ stage: "demo", rate: "50%" }] }).funnel).toHaveLength(1);
    expect(() => definePlan({ goal, funnel: [{ stage: "won", rate: 25 }] })).toThrow(PlanError);
  });
});

describe("all issues come at once", () => {
  it("of shapes and of rules between parts", () => {
    const data = planWith({
      "goal.amount": -1,
      "funnel.0.rate": 25,
      "funnel.1.stage": "demo",
      "funnel.1.owner": "slaes",
      teams: { sales: { headcount: 2, minutesPerDay: "six hours" } },
      pipeline: { dmeo: 3 },
      churn: { rate: "2%" },
      foo: 1,
    });
    expect(issuesOf(data).sort()).toEqual([
      "key.unknown at foo",
      "name.duplicate at funnel[1].stage",
      "number.invalid at teams.sales.minutesPerDay",
      "number.negative at goal.amount",
      "owner.unknown at funnel[1].owner",
      "rate.invalid at funnel[0].rate",
      "rate.per at churn.per",
      "stage.unknown at pipeline.dmeo",
    ]);
  });

  it("a key that was misspelt is not also missing", () => {
    const { goal, funnel } = planWith({});
    expect(issuesOf({ gaol: goal, funel: funnel })).toEqual(["key.unknown at gaol", "key.unknown at funel"]);
  });

  it("the error prints the first fifty and carries all; its code is the first one's", () => {
    const funnel = Array.from({ length: 200 }, (_, index) => ({ stage: `stage ${index}`, rate: 25 }));
    const result = safeParsePlan({ ...planWith({}), funnel });
    if (result.success) throw new Error("expected issues");
    expect(result.error.issues).toHaveLength(200);
    const error = new PlanError(result.error.issues);
    expect(error.message.split("\n")).toHaveLength(51);
    expect(error.message).toContain("… and 150 more");
    expect(error).toMatchObject({ name: "PlanError", code: "rate.invalid" });
  });

  it("a sentence quotes what was received, cut to 80 characters", () => {
    const result = safeParsePlan(planWith({ "goal.metric": "x".repeat(10_000_000) }));
    if (result.success) throw new Error("expected issues");
    expect(result.error.issues[0]?.received).toHaveLength(80);
    expect(result.error.issues[0]?.message.length).toBeLessThan(400);
  });
});

describe("whatever is no plain data ends as an issue", () => {
  const cyclic: Record<string, unknown> = planWith({});
  cyclic["deal"] = { activities: [cyclic] };
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  let shared: unknown = {};
  for (let level = 0; level < 60; level += 1) shared = [shared, shared];
  const getter = Object.defineProperty({}, "goal", {
    enumerable: true,
    get: () => {
      throw new RangeError("boom");
    },
  });
  const hostile: Record<string, unknown> = {
    undefined: undefined,
    null: null,
    "a text": "goal",
    "a number": NaN,
    "a list": [],
    "a function": () => 1,
    "a map": new Map(),
    "a regular expression": /x/,
    "an instance of a class": new URL("https://example.org"),
    "a plan with a symbol in it": planWith({ "goal.amount": Symbol("x") }),
    "a plan that contains itself": cyclic,
    "100,000 levels": planWith({ deal: deep }),
    "a lattice of 2^60 ends": planWith({ deal: shared }),
    "a getter that throws": getter,
    "a proxy that throws": new Proxy({}, { ownKeys: () => getter.valueOf() as string[] }),
    "a list of a thousand million holes": planWith({ funnel: new Array(1_000_000_000) }),
    "a hundred thousand bad stages": planWith({ funnel: new Array(100_000).fill({ stage: 1, rate: 25 }) }),
    "a hundred thousand alike stages": planWith({ funnel: new Array(100_000).fill({ stage: "a", rate: 1 }) }),
    "a hundred thousand unknown keys": Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`key ${index}`, index]),
    ),
    "fifty thousand unknown owners": planWith({
      teams: Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [`team number ${index}`, { headcount: 1 }]),
      ),
      funnel: Array.from({ length: 50_000 }, (_, index) => ({
        stage: `s${index}`,
        rate: 1,
        owner: `taem number ${index + 1000}`,
      })),
    }),
    "a chain of 100,000 needs": planWith({
      tasks: Array.from({ length: 100_000 }, (_, index) => ({
        name: `n${index}`,
        minutes: 1,
        due: "2026-01-30",
        after: `n${(index + 1) % 100_000}`,
      })),
    }),
    "ten million slashes for a date": planWith({ workFrom: "/".repeat(10_000_000) }),
    "ten million spaces for a name": planWith({ "funnel.0.stage": " ".repeat(10_000_000) }),
    "ten million digits for an amount": planWith({ "goal.amount": "9".repeat(10_000_000) }),
    "ten million slashes for a period": planWith({ "goal.period": "2026-01-01/".repeat(1_000_000) }),
    "an object whose text is none": planWith({ "goal.period": { start: { toString: 1 }, weeks: 3 } }),
  };

  it.each(Object.keys(hostile))("%s", (name) => {
    const start = process.cpuUsage();
    expect(issuesOf(hostile[name]).length).toBeGreaterThan(0);
    // Time at work, whatever else the machine does. Generous, for slow ones: each takes well below a second.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });

  it.each([
    [
      "stages",
      planWith({ funnel: new Array(100_000).fill({ stage: 1, rate: "50%" }) }),
      "name.type at funnel[0].stage",
    ],
    [
      "open units",
      planWith({ pipeline: { demo: new Array(100_000).fill({ entered: 5 }) } }),
      "date.invalid at pipeline.demo[0].entered",
    ],
    [
      "names",
      planWith({
        pipeline: Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`s${index}`, -1])),
      }),
      "number.negative at pipeline.s0",
    ],
  ])("of a hundred thousand wrong %s a thousand are said, the first one first", (_, plan, first) => {
    const issues = issuesOf(plan);
    expect(issues[0]).toBe(first);
    expect(issues.length).toBeGreaterThanOrEqual(1000);
    expect(issues.length).toBeLessThan(1100);
  });

  it("__proto__ from JSON is refused, and no prototype is touched", () => {
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const json =
      '{"__proto__":{"polluted":1},"goal":{"__proto__":{"metric":"customers"}},"pipeline": {"__proto__":1}}';
    expect(issuesOf(JSON.parse(json))).toEqual(
      expect.arrayContaining([
        "name.reserved at __proto__",
        "name.reserved at goal.__proto__",
        "name.reserved at pipeline.__proto__",
        "value.missing at goal.metric",
      ]),
    );
    expect(issuesOf(planWith({ teams: JSON.parse('{"constructor":{"prototype":{"x":1}}}') }))).not.toEqual(
      [],
    );
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("data without a prototype, or of another realm, is plain", () => {
    const bare = Object.assign(Object.create(null) as object, planWith({}));
    expect(parsePlan(bare)).toEqual(planWith({}));
  });
});

describe("whatever is handed in, nothing but a PlanError is thrown", () => {
  const strange = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
    fc.constantFrom<unknown>("", "__proto__", "50%", "-1", "1/0", "2026-02-30", 25, -0, 1e308, [], {}, null),
  );

  it("random values", () => {
    fc.assert(
      fc.property(strange, (data) => {
        expect(issuesOf(data).length).toBeGreaterThan(0);
      }),
    );
  });

  it("valid plans with a random value in a random place; what is accepted is kept as it is", () => {
    const places = placesOf(fullPlan());
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.option(strange, { nil: undefined }), (path, value) => {
        const data = replaced(fullPlan(), path, value);
        if (issuesOf(data).length > 0) return;
        const plan = parsePlan(data);
        expect(parsePlan(plan)).toEqual(plan);
        const json: unknown = JSON.parse(JSON.stringify(plan));
        expect(parsePlan(json)).toEqual(plan);
        expect(json).toEqual(plan);
      }),
      runs(4),
    );
  });
});

type Path = readonly (string | number)[];

function placesOf(data: unknown, at: Path = []): Path[] {
  if (data === null || typeof data !== "object") return [at];
  const inner = Object.entries(data).flatMap(([key, member]) =>
    placesOf(member, [...at, Array.isArray(data) ? Number(key) : key]),
  );
  return at.length === 0 ? inner : [at, ...inner];
}

function replaced(data: unknown, path: Path, value: unknown): unknown {
  const [step, ...others] = path;
  if (step === undefined) return value;
  const copy = (Array.isArray(data) ? [...(data as unknown[])] : { ...(data as object) }) as Record<
    string | number,
    unknown
  >;
  copy[step] = replaced(copy[step], others, value);
  return copy;
}
