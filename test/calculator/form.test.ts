import { readFileSync, readdirSync } from "node:fs";

import { safeParsePlan } from "reverse-funnel";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

import { keptParts } from "../../docs/calculator/form/all-fields.js";
import { filledField } from "../../docs/calculator/form/filled-field.js";
import { saidIssues, type Said } from "../../docs/calculator/form/issue-words.js";
import { METRIC_WORDS } from "../../docs/calculator/form/metrics.js";
import { fieldGroups } from "../../docs/calculator/form/plan-fields.js";
import { stageFields } from "../../docs/calculator/form/stage-fields.js";
import { withValue, type PlanDocument } from "../../docs/calculator/state/plan-document.js";
import { emptyPlan, startPlan } from "../../docs/calculator/state/start-plan.js";
import { placeOf } from "../../docs/calculator/state/edited-document.js";
import { firstState } from "../../docs/calculator/state/state.js";
import { METRICS } from "../../src/plan/metric.js";

const STYLE = { decimal: "." };
const START = startPlan("2025-12-10");

function issuesOf(document: PlanDocument): readonly Said[] {
  const result = safeParsePlan(document);
  return result.success ? [] : saidIssues(document, result.error.issues);
}

function fieldAt(document: PlanDocument, key: "stage" | "rate", touched: readonly string[] = []) {
  const spec = stageFields(["funnel", 0]).find(({ path }) => path.at(-1) === key);
  if (spec === undefined) throw new Error(`no field ${key}`);
  const state = { ...firstState(document), touched: new Set(touched) };
  return filledField(spec, state, issuesOf(document), STYLE);
}

describe("the form", () => {
  test("opens with a plan that has an answer, for the month to come", () => {
    expect(issuesOf(START)).toEqual([]);
    expect(START["goal"]).toEqual({ metric: "net-new-mrr", amount: 10_000, period: "2026-01" });
  });

  test("says that who leaves takes nothing from a goal of revenue, and that they do from a net one", () => {
    const hintOf = (metric: string) =>
      fieldGroups(withValue(START, ["goal", "metric"], metric))
        .flatMap(({ fields }) => fields)
        .find(({ label }) => label === "Customers that will leave")?.hint;
    expect(hintOf("revenue")).toBe("The goal above does not count who leaves.");
    expect(hintOf("net-new-customers")).toBeUndefined();
  });

  test("says what is wrong beside the field, what to write instead first", () => {
    const { problem } = fieldAt(withValue(START, ["funnel", 0, "rate"], 25), "rate");
    expect(problem).toBe('Write "25%". Expected: a rate from 0 to 1 (included).');
  });

  test("asks for what is missing, and calls it a mistake only once it was left empty", () => {
    const empty = emptyPlan("2025-12-10");
    expect(fieldAt(empty, "stage")).toMatchObject({ wanted: true, problem: null, text: "" });
    const left = fieldAt(empty, "stage", [placeOf(["funnel", 0, "stage"])]);
    expect(left.problem).not.toBeNull();
  });

  test("says elsewhere what is wrong where it has no field", () => {
    const document = withValue(START, ["habits"], [{ name: "calls" }]);
    const issues = issuesOf(document);
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.map(({ beside }) => beside)).toEqual(issues.map(() => null));
  });

  test("every place where a plan of its own can be wrong has a field", () => {
    const document = { ...emptyPlan("2025-12-10"), deal: { value: "x", margin: 70 }, churn: { rate: 5 } };
    const issues = issuesOf(document);
    expect(issues.filter(({ beside }) => beside === null)).toEqual([]);
  });

  test("says what is wrong with a whole part beside the first field of it, and of a list beside the list", () => {
    const both = withValue(START, ["churn", "rate"], "5%");
    const sources = [
      { channel: "a", share: "50%", funnel: [{ stage: "visit", rate: "5%" }] },
      { channel: "b", share: "20%", funnel: [{ stage: "call", rate: "5%" }] },
    ];
    const short = withValue(START, ["funnel", 0, "sources"], sources);
    const beside = (document: PlanDocument, path: readonly (string | number)[]) =>
      issuesOf(document).find((issue) => placeOf(issue.path) === placeOf(path))?.beside;
    expect(beside(both, ["churn"])).toEqual(["churn", "customers"]);
    expect(beside(short, ["funnel", 0, "sources"])).toEqual(["funnel", 0, "sources"]);
    expect(beside(withValue(START, ["funnel"], []), ["funnel"])).toEqual(["funnel"]);
  });

  test("asks for what each metric cannot do without in a field of its own", () => {
    for (const metric of METRICS) {
      const goal = { metric, amount: 10, period: "2026-01" };
      const document = { goal, funnel: [{ stage: "demo", rate: "50%" }] };
      expect(issuesOf(document).map(({ path, missing, beside }) => [path, missing, beside])).toEqual(
        issuesOf(document).map(({ path }) => [path, true, path]),
      );
    }
  });

  test("offers every metric there is", () => {
    expect(METRIC_WORDS.map(({ metric }) => metric).sort()).toEqual([...METRICS].sort());
  });

  test("names the parts that it has no field for", () => {
    const open = { proposal: 4 };
    const document = withValue(withValue(START, ["pipeline"], open), ["funnel", 0, "lossLag"], 20);
    expect(keptParts(document)).toEqual(["funnel[0].lossLag", "pipeline"]);
    expect(keptParts(START)).toEqual([]);
  });

  test("shows every plan of the examples without a fault, each part in a field or named as kept", () => {
    const plans = readdirSync("examples", { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? readdirSync(`examples/${entry.name}`)
            .filter((file) => file === "plan.yaml")
            .map((file) => `examples/${entry.name}/${file}`)
        : [],
    );
    expect(plans.length).toBeGreaterThan(10);
    for (const file of plans) {
      const document = parse(readFileSync(file, "utf8")) as PlanDocument;
      expect([file, issuesOf(document)]).toEqual([file, []]);
      const ofGoal = keptParts(document).filter((part) => part.startsWith("goal"));
      // A profile and several goals are kept as they are written.
      expect(ofGoal.filter((part) => part !== "goal.profile" && part !== "goals")).toEqual([]);
    }
  });
});
