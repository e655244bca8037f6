import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkReport } from "../../src/report/check/check-report.js";
import { toGithub } from "../../src/report/check/to-github.js";
import { toJunit } from "../../src/report/check/to-junit.js";
import { toMarkdown } from "../../src/report/markdown/to-markdown.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { check, type CheckCase, type CheckResult } from "../../src/track/check.js";

const plan = {
  goal: { metric: "customers", amount: 20, period: { start: "2026-01-05", end: "2026-01-30" } },
  funnel: [{ stage: "call", rate: "10%" }],
} as const;
const codes = (result: CheckResult) => result.failures.map(({ code }) => code);

describe("check", () => {
  test("a plan that holds has no failures", () => {
    expect(check(plan).failures).toEqual([]);
    expect(check(plan)).toMatchObject({ ok: true, valid: true });
  });

  test("whatever is no plan is a failure with every issue, and never throws", () => {
    const result = check({ ...plan, funnel: [{ stage: "call", rate: 25, ownr: "x" }] });
    expect(result).toMatchObject({ ok: false, valid: false });
    expect(result.failures.length).toBe(2);
    expect(result.failures[0]?.text).toMatch(/funnel\[0\]/);
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(check(anything).valid).toBe(false);
      }),
    );
  });

  test("a goal that cannot be reached says why, and what would do", () => {
    const short = check({ ...plan, funnel: [{ stage: "call", rate: "10%", available: 150 }] });
    expect(codes(short)).toEqual(["available"]);
    expect(short.failures[0]?.text).toMatch(/only 150 are available: 50 short\. Fixes: Lower the goal/);
  });

  test("targets must be those that were agreed on, both as an answer and as bare targets", () => {
    const agreed = solve(plan);
    expect(check(plan, { against: JSON.parse(JSON.stringify(agreed)) }).ok).toBe(true);
    expect(check(plan, { against: agreed.targets }).ok).toBe(true);
    const changed = check({ ...plan, funnel: [{ stage: "call", rate: "8%" }] }, { against: agreed });
    expect(changed.valid).toBe(true);
    // 250 calls in 20 working days of the period or 5 weeks: 12.5 a day instead of 10.
    expect(changed.failures[0]?.text).toMatch(
      /^3 targets have changed since they were agreed on: the total of "call" was 200 and is 250; .*\. If that is meant, write/,
    );
    expect(codes(check(plan, { against: { some: "thing" } }))).toEqual(["targets.invalid"]);
  });

  // Each changed target was a failure of its own, with the same advice once more; of a year's five stages there were 17.
  test("changed targets are one failure, with its advice once and the targets in a table", () => {
    const changed = check({ ...plan, goal: { ...plan.goal, amount: 24 } }, { against: solve(plan) });
    expect(changed.failures).toHaveLength(1);
    const { sections } = checkReport(changed);
    const told = toText({ title: "", sections });
    expect(told.match(/If that is meant/g)).toHaveLength(1);
    expect(sections.find(({ title }) => title === "Changed targets")?.blocks[0]).toMatchObject({
      rows: [
        ["the goal's amount", "20", "24"],
        ["wins", "20", "24"],
        // 24 ÷ 10%; the wins are not told once more as the last step of the path.
        ['the total of "call"', "200", "240"],
        ['a day\'s number of "call"', "10", "12"],
        ['a week\'s number of "call"', "50", "60"],
      ],
    });
  });

  test("a sentence names the first twenty changed targets, and how many more there are", () => {
    const long = (amount: number) => ({
      ...plan,
      goal: { ...plan.goal, amount },
      funnel: Array.from({ length: 9 }, (_, at) => ({ stage: `s${at}`, rate: "50%" as const })),
    });
    // The goal, the wins, and of nine stages each a total, a day's and a week's number.
    expect(check(long(24), { against: solve(long(20)) }).failures[0]?.text).toMatch(
      /^29 targets have changed .*; 9 more\. If that is meant, write/,
    );
  });

  // 50 of 100 calls and 5 of 10 wins by half time: 15 of 20 are expected.
  test.each([
    ["75%", true],
    ["76%", false],
  ])("expected attainment of 75% against %s passes: %s", (minAttainment, ok) => {
    const activity = { asOf: "2026-01-16", entered: { call: 50 }, won: 5 };
    const result = check({ ...plan, checks: { minAttainment } }, { snapshot: activity });
    expect(result.ok).toBe(ok);
    if (!ok)
      expect(result.failures[0]?.text).toContain(
        'From now on it takes 15 "call" a working day (the plan asks 10)',
      );
  });

  // Both were green: 60 of 562 calls in the first quarter of a year ended at 72% of the goal, "within reach" at a chance of 1.4%.
  test("an early warning is a failure unless the rest of the plan makes up for it", () => {
    const year = {
      goal: { metric: "customers", amount: 50, period: "2026" },
      funnel: [
        { stage: "call", rate: "10%", lag: 20 },
        { stage: "meeting", rate: "25%", lag: 60 },
      ],
    } as const;
    const made = (count: number) =>
      check(year, {
        snapshot: { asOf: "2026-01-16", entered: { call: [{ on: "2026-01-14", count }] }, won: 0 },
      });
    // 2,000 calls up to Monday 12 October (80 days before the end), 203 working days: 118.2 in the first 12.
    const late = made(9);
    expect(codes(late)).toEqual(["attainment"]);
    expect(late.failures[0]?.text).toContain("Early warning: 9 of 119 planned by now");
    expect(made(118).ok).toBe(true);
  });

  test("a rest of the plan that is as good as sure to miss the goal is a failure, with its chance", () => {
    // All calls are made and few went on: P(Bin(100, 10%) ≥ 18) = 1% (scipy.stats.binom.sf(17, 100, 0.1) = 0.01000).
    const activity = (won: number) => ({ asOf: "2026-01-16", entered: { call: 100 }, won });
    const poor = check(plan, { snapshot: activity(2) });
    expect(codes(poor)).toEqual(["attainment"]);
    expect(poor.failures[0]?.text).toContain("with a chance of 1% to reach the goal");
    // P(Bin(100, 10%) ≥ 15) = 7.3% is not.
    expect(check(plan, { snapshot: activity(5) }).ok).toBe(true);
  });

  test.each([
    ["2026-01-23", true],
    ["2026-01-24", false],
  ])("activity through the 16th that must be fresh within 7 days passes on %s: %s", (today, ok) => {
    const activity = { asOf: "2026-01-16", entered: { call: 100 }, won: 10 };
    const result = check({ ...plan, checks: { freshWithinDays: 7 } }, { snapshot: activity, today });
    expect(result.ok).toBe(ok);
  });

  test("without activity its checks are skipped, and say so; activity that is not valid is a failure", () => {
    const result = check({ ...plan, checks: { minAttainment: "90%", freshWithinDays: 7 } });
    expect(result.ok).toBe(true);
    expect(result.cases.filter(({ status }) => status === "skipped").length).toBe(2);
    const wrong = check(plan, { snapshot: { asOf: "2026-01-16", entered: { cal: 3 } } });
    expect(wrong).toMatchObject({ ok: false, valid: false });
    expect(codes(wrong)).toEqual(["stage.unknown"]);
  });
});

const NASTY = 'a<b>&"c"\'\n::error::%0A,d:\u0000\u001b]]>';
const nastyCase: CheckCase = {
  ...{ name: NASTY, status: "failed", code: "work", path: [], text: NASTY, line: 3, column: 7 },
  finding: { check: "plan", issue: { path: [], message: NASTY } },
};
const nasty: CheckResult = { ok: false, valid: true, cases: [nastyCase], failures: [nastyCase] };

describe("formats of a check", () => {
  test("JUnit XML is well-formed whatever names hold", () => {
    const xml = toJunit(nasty, { suite: NASTY });
    // No mark-up but our own: every quote closes, every & is an entity, nothing below U+0020 but line ends.
    const bare = xml.replace(
      /<\/?(testsuites|testsuite|testcase|failure|skipped)( [a-z]+="[^"<]*")*\/?>|<\?xml[^?]*\?>/g,
      "",
    );
    expect(bare).not.toMatch(/[<>"]/);
    expect(xml.replace(/&(amp|lt|gt|quot|apos|#10|#13|#9);/g, "")).not.toContain("&");
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there
    expect(xml).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(xml).toContain('tests="1" failures="1" skipped="0"');
  });

  test("annotations stay one command each: line ends, %, :: and commas are escaped as runners read them", () => {
    const text = toGithub(nasty, { file: "plans/a,b:c.yaml" });
    expect(text.trimEnd().split("\n").length).toBe(1);
    expect(
      text.startsWith(
        '::error file=plans/a%2Cb%3Ac.yaml,line=3,col=7,title=a<b>&"c"\'%0A%3A%3Aerror%3A%3A%250A%2Cd%3A',
      ),
    ).toBe(true);
    expect(text).toContain("%0A::error::%250A");
    expect(toGithub(check(plan))).toBe("::notice title=reverse-funnel::2 checks passed.\n");
  });

  test("Markdown shows names as text", () => {
    const text = toMarkdown(checkReport(nasty));
    expect(text).toContain("a\\<b\\>\\&");
    expect(text).not.toMatch(/[^\\]</);
    expect(toMarkdown({ title: "1. a", sections: [{ title: "| b", blocks: [] }] })).toBe(
      "# 1\\. a\n\n## \\| b\n",
    );
  });
});

// A check with a tenth of the work done was green: the goal was "behind", and nothing looked at the work.
test("a tenth of the work done is red, with the outlook", () => {
  const plan = {
    goal: { metric: "customers", amount: 12, period: "2026-Q3" },
    funnel: [{ stage: "call", rate: "10%", lag: 45 }],
    checks: { freshWithinDays: 7 },
  };
  const snapshot = { asOf: "2026-08-07", entered: { call: [{ on: "2026-07-10", count: 10 }] }, won: 0 };
  const { ok, failures, cases } = check(plan, { snapshot });
  expect(ok).toBe(false);
  expect(failures.map(({ code }) => code)).toEqual(["attainment", "work"]);
  expect(failures[1]?.text).toContain("the rest takes 22 a working day: out of reach");
  // Without today the age of the activity is not known.
  expect(cases.filter(({ status }) => status === "skipped").map(({ code }) => code)).toEqual(["freshness"]);
});
