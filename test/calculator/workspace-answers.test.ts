import { parsePlan, plainFormat } from "reverse-funnel";
import { describe, expect, test } from "vitest";

import { takeAnswer } from "../../docs/calculator/answer/take.js";
import { weekAnswer } from "../../docs/calculator/answer/week.js";
import { whatIfAnswers } from "../../docs/calculator/answer/what-if.js";

/** 10 wins from 40 demos over the 22 working days of January 2026. */
const PLAN = parsePlan({
  name: "Spring: demos & more",
  goal: { metric: "customers", amount: 10, period: "2026-01" },
  deal: { owner: "sales" },
  funnel: [{ stage: "demo", rate: "25%", owner: "marketing" }],
});

describe("how a week goes", () => {
  test("is told in the order of the report's first page, with the plan for the rest", () => {
    const snapshot = { asOf: "2026-01-16", entered: { demo: 16 }, won: 4 };
    const { issues, sections, rest } = weekAnswer({ plan: PLAN, snapshot, people: false }, plainFormat);
    expect(issues).toEqual([]);
    expect(sections.filter(({ place }) => place !== "appendix").map(({ title }) => title)).toEqual([
      "Will we make it?",
      "What to do from Mon 19 Jan to Sun 25 Jan",
      "Where we are",
      "Why",
      "What would help most",
    ]);
    // Four of ten are won.
    expect(rest).toMatchObject({ goal: { amount: "6" } });
  });

  test("says what is wrong with the counts, each at its place", () => {
    const snapshot = { asOf: "2026-01-16", entered: { demo: "many" }, won: -1 };
    const { issues, sections } = weekAnswer({ plan: PLAN, snapshot, people: false }, plainFormat);
    expect(issues.map(({ path }) => path)).toEqual([["entered", "demo"], ["won"]]);
    expect(sections).toEqual([]);
  });

  test("says of a plan without dates what to write", () => {
    const undated = parsePlan({ ...PLAN, goal: { ...PLAN.goal, period: { workingDays: 20 } } });
    const snapshot = { asOf: "2026-01-16", won: 4 };
    const { issues } = weekAnswer({ plan: undated, snapshot, people: false }, plainFormat);
    expect(issues.map(({ code }) => code)).toEqual(["period.undated"]);
  });
});

describe("what if", () => {
  test("shows each lever with what a first step of it does, the widest bar first", () => {
    const { measure, levers, sections } = whatIfAnswers()({ plan: PLAN, changes: [] }, plainFormat);
    expect(measure).toBe("units a day");
    // 40 ÷ 22 = 20/11 demos a day; at 27.5% it is 20/12.1: 0.165 fewer. The same work brings 40 × 27.5% = 11 wins.
    expect(levers[0]).toMatchObject({
      change: { path: ["funnel", 0, "rate"], to: "27.5%" },
      by: "+10%",
      effect: "−0.17",
      share: -1,
      more: "helps",
      outcome: "+1",
    });
    expect(sections).toEqual([]);
  });

  test("puts the changed version beside the plan", () => {
    const changes = [{ path: ["funnel", 0, "rate"], to: "50%" }];
    const { sections } = whatIfAnswers()({ plan: PLAN, changes }, plainFormat);
    const [block] = sections[0]?.blocks ?? [];
    expect(block?.kind === "table" && block.rows).toContainEqual(["demo", "40", "20", "−20"]);
  });

  test("keeps the levers in sight while the change is wrong", () => {
    const changes = [{ path: ["funnel", 0, "rate"], to: "500%" }];
    const { issues, levers, sections } = whatIfAnswers()({ plan: PLAN, changes }, plainFormat);
    expect(issues).not.toEqual([]);
    expect([levers.length > 0, sections]).toEqual([true, []]);
  });

  test("works the levers out once for all the changes that are tried on a plan, and anew for another plan", () => {
    const answer = whatIfAnswers();
    const { levers } = answer({ plan: PLAN, changes: [] }, plainFormat);
    const changes = [{ path: ["funnel", 0, "rate"], to: "50%" }];
    expect(answer({ plan: structuredClone(PLAN), changes }, plainFormat).levers).toBe(levers);
    const other = parsePlan({ ...PLAN, funnel: [{ stage: "call", rate: "25%" }] });
    expect(answer({ plan: other, changes }, plainFormat).levers[0]?.what).toBe('the rate of "call"');
  });
});

describe("what is taken along", () => {
  const common = { plan: PLAN, snapshot: null, people: false };

  test.each([
    ["html", "<!doctype html>"],
    ["md", "# Spring"],
    ["ics", "BEGIN:VCALENDAR"],
    ["csv", "from,"],
  ] as const)("is a file that begins as %s does, called as the plan is", (kind, begins) => {
    const taken = takeAnswer({ ...common, kind }, plainFormat);
    if (taken.kind !== "file" || typeof taken.content !== "string") throw new Error("expected a text");
    expect(taken.name).toBe(`spring-demos-more.${kind}`);
    expect(taken.content.slice(0, begins.length).toLowerCase()).toBe(begins.toLowerCase());
  });

  test("is a workbook, which is a zip", () => {
    const taken = takeAnswer({ ...common, kind: "xlsx" }, plainFormat);
    if (taken.kind !== "file" || typeof taken.content === "string") throw new Error("expected bytes");
    expect(taken.content.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b));
  });

  test("tells in the report how it goes, where that is known", () => {
    const snapshot = { asOf: "2026-01-16", entered: { demo: 16 }, won: 4 };
    const titles = [null, snapshot].map((seen) => {
      const taken = takeAnswer({ ...common, kind: "report", snapshot: seen }, plainFormat);
      return taken.kind === "report" ? taken.report.sections[0]?.title : undefined;
    });
    expect(titles).toEqual(["To do each working day", "Will we make it?"]);
  });
});
