import { unitWords } from "../../src/words/units.js";
import { cellText, sentence } from "../../src/report/report.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forecast } from "../../src/forecast/forecast.js";
import { plainFormat } from "../../src/format/format.js";
import { parsePlan } from "../../src/plan/parse.js";
import type { GoalPlan, PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { toHtml } from "../../src/report/html/to-html.js";
import { toMarkdown } from "../../src/report/markdown/to-markdown.js";
import { planReport, type PlanAnswers } from "../../src/report/plan-report.js";
import type { Figure, Report, Table } from "../../src/report/report.js";
import type { ReportOptions } from "../../src/report/solution-report.js";
import { toText } from "../../src/report/text/to-text.js";
import { solve } from "../../src/solve/solve.js";
import { bestChange } from "../../src/track/best-change.js";
import { replan } from "../../src/track/replan.js";
import { changesSince } from "../../src/track/since.js";
import { track } from "../../src/track/track.js";
import { levers } from "../../src/sensitivity/levers.js";
import { plans } from "../generators/plans.js";
import { runs } from "../laws/runs.js";

// Origin of the figures: worked by hand. 20 customers at 25% are 80 demos; half of them come from each channel; a referral
// in two and a visit in twenty becomes a demo: 80 referrals, 800 visits; January 2026 has 22 working days.
const plan: GoalPlan = {
  name: "January",
  goal: { metric: "customers", amount: 20, period: "2026-01" },
  deal: { owner: "sales" },
  funnel: [
    {
      stage: "demo",
      rate: "25%",
      owner: "sales",
      activities: [
        { name: "hold demo", minutes: 45 },
        { name: "prepare", minutes: 15, perUnit: 2 },
      ],
      sources: [
        {
          channel: "partners",
          share: "50%",
          funnel: [{ stage: "referral", rate: "50%", owner: "partnerships" }],
        },
        { channel: "search", rest: true, funnel: [{ stage: "visit", rate: "5%", owner: "marketing" }] },
      ],
    },
  ],
};
const snapshot: Snapshot = { asOf: "2026-01-16", entered: { referral: 30, visit: 460, demo: 36 }, won: 8 };

/** The plan with something else written in it. */
const changed = (change: Partial<GoalPlan>): PlanInput => ({ ...plan, ...change });

const titles = (answers: PlanAnswers, options: ReportOptions = {}) =>
  planReport(answers, options).sections.map(({ title }) => title);
const figuresOf = ({ sections }: Report): readonly Figure[] =>
  sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === "figures" ? block.items : []));
const picturesOf = ({ sections }: Report) =>
  sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "picture" ? [block.picture.kind] : []));
const going = (given: PlanInput, seen: Snapshot) => ({
  snapshot: seen,
  track: track(given, seen),
  forecast: forecast(given, seen),
  replan: replan(given, seen),
  change: bestChange(given, seen),
});

describe("the report of a plan", () => {
  // Origin of the chance: P(B(80, 1/8) + B(800, 1/80) ≥ 20) = 0.5328, both binomials added up in Python.
  it("begins with how sure it is and what to do each day: the sources with who does it, then the work of other stages", () => {
    expect(planReport({ answer: solve(plan) }).sections[0]).toEqual({
      title: "To do each working day",
      place: "page",
      blocks: [
        sentence(
          "20 customers from 1 to 31 January 2026: 53% sure, if the work is done as planned and the rates are right. " +
            "Of ten such months, about five reach it.",
        ),
        {
          kind: "figures",
          items: [
            { figure: "4", label: "referrals", note: "partnerships · 80 in all by Fri 30 Jan" },
            { figure: "37", label: "visits", note: "marketing · 800 in all by Fri 30 Jan" },
            { figure: "4", label: "hold demo", note: "sales · 80 in all" },
            { figure: "8", label: "prepare", note: "sales · 160 in all" },
          ],
        },
      ],
    });
  });

  it("goes on from the goal to what is taken for granted, each part with its picture", () => {
    const answers = { answer: solve(plan), levers: levers(plan) };
    expect(titles(answers)).toEqual([
      "To do each working day",
      "Goal",
      "What must enter, by stage",
      "From the goal to the wins",
      "When to start what",
      "Milestones",
      "Work",
      "Channels",
      "What moving one number does",
      "Assumptions",
    ]);
    expect(picturesOf(planReport(answers))).toEqual(["funnel", "calendar", "channels", "tornado"]);
  });

  it("answers on its first page, with a snapshot, in the order in which a board asks", () => {
    const progress = going(plan, snapshot);
    const report = planReport({ answer: solve(plan), levers: levers(plan), progress });
    const page = report.sections.filter(({ place }) => place !== "appendix");
    expect(page.map(({ title, place }) => [title, place])).toEqual([
      ["Will we make it?", "page"],
      ["What to do from Mon 19 Jan to Sun 25 Jan", "page"],
      ["Where we are", "page"],
      ["Why", "beside"],
      ["What would help most", "page"],
    ]);
    expect(picturesOf({ ...report, sections: page })).toEqual(["progress", "waterfall"]);
    expect(report.sections.slice(page.length).every(({ place }) => place === "appendix")).toBe(true);
    const order = report.sections.map(({ title }) => title);
    // What the page says already is said nowhere else.
    for (const gone of ["Goal", "Outcome", "Outlook"]) expect(order).not.toContain(gone);
    // What track and forecast take for granted stands once, after what solve does.
    const granted = report.sections.at(-1)?.blocks[0];
    const items = granted?.kind === "list" ? granted.items : [];
    expect(new Set(items).size).toBe(items.length);
    expect(items).toEqual(expect.arrayContaining(progress.forecast.assumptions.map(({ text }) => text)));
  });

  it("asks of each team what the rest of the period takes, and says what should come of it", () => {
    const { sections } = planReport({ answer: solve(plan), progress: going(plan, snapshot) });
    // By hand: 12 wins are missing, so 48 demos; half of them from each channel are 48 referrals and 480 visits in the ten
    // working days from 19 to 30 January, five of them in the first week.
    const [asked, brought] = sections[1]?.blocks ?? [];
    expect(asked).toMatchObject({
      columns: [{ title: "What" }, { title: "This week" }, { title: "A day" }, { title: "Team" }],
      rows: [
        ["referrals", "24", "5", "partnerships"],
        ["visits", "240", "48", "marketing"],
        ["hold demo", "24", "5", "sales"],
        ["prepare", "48", "10", "sales"],
      ],
    });
    expect(brought).toEqual(
      sentence("With what is under way, that should bring 24 demos and 6 wins this week."),
    );
  });

  it("says once how sure it is and where it ends, and leaves out the day on which the goal is not reached", () => {
    const { sections } = planReport({ answer: solve(plan), progress: going(plan, snapshot) });
    // By hand: 10 of 22 working days are left of 80 referrals and 800 visits: 36.4 and 363.6, which are 18.2 demos each; a
    // quarter of all 36.4 are 9.1 wins. With the 8 that is 17.1 of 20.
    const figures = figuresOf({ title: "", sections: sections.slice(0, 1) });
    expect(figures.map(({ label }) => label)).toEqual([
      "chance of the goal",
      "expected at the end, on average",
      "days of planned work behind",
    ]);
    expect(figures[1]?.figure).toBe("17.1");
    expect(figures[1]?.note).toMatch(/^85% of the goal; 1\d to 2\d in 80% of all cases$/);
  });

  it("says of work that is out of reach that it is, before it asks for it", () => {
    const few = changed({
      funnel: [{ stage: "demo", rate: "25%", available: 85, owner: "sales" }],
    });
    // By hand: 10 of the list of 85 are left, which are 2.5 wins, and 12 are missing.
    const seen: Snapshot = { asOf: "2026-01-16", entered: { demo: 75 }, won: 8 };
    const { sections } = planReport({ answer: solve(few), progress: going(few, seen) });
    expect(sections[1]?.blocks[0]).toEqual(
      sentence(
        "What is missing is out of reach; this is what it would take. As things stand, 2 customers more can be reached.",
        "bad",
      ),
    );
    // The reader knows the whole goal, not what is left of it: 8 are won and 2 more can be, so 10 of 20. It used to say
    // "Lower the goal from 12 to 2."
    expect(sections.find(({ title }) => title === "What would help most")?.blocks.slice(1)).toEqual([
      sentence("Any one of these would bring the goal within reach:"),
      { kind: "list", items: ["Lower the goal from 20 to 10.", 'Find 38 more units for "demo": 48 in all.'] },
    ]);
  });

  // It used to say what would bring "the whole of it" within reach, such as to lower the goal from 3 to 0.
  it("offers no change to a period that is over", () => {
    const over = going(plan, { ...snapshot, asOf: "2026-01-31" });
    const { sections } = planReport({ answer: solve(plan), progress: over });
    expect(sections[0]?.blocks[0]).toMatchObject({
      text: expect.stringContaining("the period ended") as string,
    });
    expect(sections.map(({ title }) => title)).not.toContain("What would help most");
  });

  it("lists ten late items and says how many more there are", () => {
    const pipeline = { demo: Array.from({ length: 13 }, () => ({ entered: "2025-09-01" })) };
    const late = changed({ funnel: [{ stage: "demo", rate: "25%", lag: 7, owner: "sales" }] });
    const { sections } = planReport({
      answer: solve(late),
      progress: going(late, { asOf: "2026-01-16", pipeline }),
    });
    const overdue = sections.find(({ title }) => title.startsWith("Overdue"))?.blocks[0];
    const items = overdue?.kind === "list" ? overdue.items : [];
    expect(items.slice(9)).toEqual(['Item 10 of "demo", which entered on Mon 1 Sep 2025.', "… and 3 more."]);
  });

  it("makes a team's page: what it is to do, and how its own stages stand", () => {
    const answers = { answer: solve(plan), levers: levers(plan), progress: going(plan, snapshot) };
    const report = planReport(answers, { team: "marketing" });
    expect(report.title).toBe("January: marketing");
    const tables = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "table" ? [block] : [])),
    );
    expect(tables[0]?.rows).toEqual([["visits", "240", "48", "marketing"]]);
    expect(tables[1]?.rows.map(([stage]) => stage)).toEqual(["visit"]);
    const order = report.sections.map(({ title }) => title);
    for (const ofAll of ["From the goal to the wins", "What moving one number does", "Channels"])
      expect(order).not.toContain(ofAll);
  });

  it("names people only where that is asked for", () => {
    const staffed = changed({
      funnel: [{ stage: "demo", rate: "25%", owner: "sales", minutes: 30 }],
      teams: { sales: { minutesPerDay: 300, people: [{ name: "Ana" }, { name: "Ben" }] } },
    });
    const seen: Snapshot = { asOf: "2026-01-16", entered: { demo: 40 }, won: 8 };
    const answers = { answer: solve(staffed), progress: going(staffed, seen) };
    const text = toText(planReport(answers));
    expect(text).not.toMatch(/Ana|Ben/);
    // By hand: 12 wins take 48 demos, 24 in the first of two weeks, half of them each.
    const asked = planReport(answers, { people: true }).sections[1]?.blocks[0];
    expect(asked).toMatchObject({
      columns: [{ title: "What" }, { title: "This week" }, { title: "A day" }, { title: "Who" }],
      rows: [
        ["demos", "12", expect.anything(), "Ana"],
        ["demos", "12", expect.anything(), "Ben"],
      ],
    });
    expect(toText(planReport({ answer: solve(staffed) }))).not.toMatch(/Ana|Ben/);
  });

  it("shows the parts that are asked for and no other", () => {
    const answers = { answer: solve(plan), progress: going(plan, snapshot) };
    const { sections } = planReport(answers, { sections: ["causes", "stages"] });
    expect(sections.map(({ title }) => title)).toEqual([
      "Why",
      "Stages so far",
      "Activities so far",
      "Why it is not as planned",
      "Luck?",
    ]);
    const wrong = ["cause"] as unknown as ["causes"];
    expect(() => planReport(answers, { sections: wrong })).toThrow(
      /planReport requires sections of status, week, progress, causes.*; got "cause"/,
    );
  });

  it("adds what has changed since an earlier look, numbers and causes, and only that", () => {
    const before = track(plan, {
      asOf: "2026-01-09",
      entered: { referral: 25, visit: 250, demo: 25 },
      won: 6,
    });
    const progress = going(plan, snapshot);
    const since = changesSince(progress.track, JSON.parse(JSON.stringify(before)));
    const report = planReport({ answer: solve(plan), progress: { ...progress, since } });
    const found = report.sections.find(({ title }) => title === "What has changed since Fri 9 Jan");
    const rows = found?.blocks[0]?.kind === "table" ? found.blocks[0].rows : [];
    expect(found?.place).toBe("beside");
    expect(rows).toContainEqual(["amount so far", "6", "8"]);
    expect(rows.map(([what]) => what)).toEqual(
      expect.arrayContaining(["chance of the goal", "expected at the end", "due to work"]),
    );
    // The goal is what it was.
    expect(rows.map(([what]) => what)).not.toContain("goal");
  });

  it("says of a goal out of reach the reasons and the ways out before any number", () => {
    const short = changed({ funnel: [{ stage: "demo", rate: "25%", available: 60 }] });
    expect(titles({ answer: solve(short) }).slice(0, 5)).toEqual([
      "Goal",
      "Why it is out of reach",
      "Best reachable goal",
      "Any one of these changes is enough",
      "What it would take each working day",
    ]);
  });

  it("shows where it is blocked when no number of units would do", () => {
    const blocked = planReport({ answer: solve(changed({ funnel: [{ stage: "demo", rate: "0%" }] })) });
    expect(figuresOf(blocked)).toEqual([]);
    expect(blocked.sections.map(({ title }) => title)).toContain("Where it is blocked");
    expect(picturesOf(blocked)).toEqual(["funnel"]);
    // Text has no pictures, and no heading without anything under it.
    expect(toText(blocked)).not.toContain("Where it is blocked");
    expect(toMarkdown(blocked)).not.toContain("Where it is blocked");
  });

  it("has no number to act on where the goal is reached already", () => {
    const report = planReport({ answer: solve(changed({ goal: { ...plan.goal, amount: 0 } })) });
    expect(figuresOf(report)).toEqual([]);
    expect(report.sections[0]?.title).toBe("Goal");
  });

  it("of a period without dates has neither days nor weeks", () => {
    const undated = changed({ goal: { ...plan.goal, period: { workingDays: 20 } } });
    const report = planReport({ answer: solve(undated) }, { calendar: true });
    expect(figuresOf(report)[0]).toEqual({
      figure: "4",
      label: "referrals",
      note: "partnerships · 80 in all",
    });
    expect(picturesOf(report)).toEqual(["funnel", "channels"]);
  });

  it("lists each day, month by month, where that is asked for", () => {
    const answer = solve(plan);
    expect(titles({ answer })).not.toContain("visit, January 2026");
    expect(titles({ answer }, { calendar: true })).toEqual(
      expect.arrayContaining(["referral, January 2026", "visit, January 2026"]),
    );
  });

  it("lists the habits beside the funnel, each count from its own day on", () => {
    const habits: PlanInput["habits"] = [
      {
        name: "reach out",
        owner: "sales",
        per: "day",
        atLeast: [
          { from: "2026-01-01", count: 20 },
          { from: "2026-01-19", count: 1_250 },
        ],
        serves: "visit",
      },
      { name: "answer", share: "97.5%", within: "4 hours" },
    ];
    const { sections } = planReport({ answer: solve(changed({ habits })) });
    expect(sections.find(({ title }) => title === "Habits")?.blocks[0]).toMatchObject({
      rows: [
        ["reach out", "sales", "at least 20 a day", "Thu 1 Jan", "visit"],
        ["reach out", "sales", "at least 1,250 a day", "Mon 19 Jan", "visit"],
        ["answer", "", "97.5% within 4 hours", "", ""],
      ],
    });
  });

  it("names at most eight numbers: more are not found at a glance", () => {
    const activities = Array.from({ length: 12 }, (_, index) => ({ name: `work ${index}`, minutes: 5 }));
    const busy = changed({ funnel: [{ stage: "demo", rate: "25%", activities }] });
    expect(figuresOf(planReport({ answer: solve(busy) }))).toHaveLength(8);
  });

  it("counts a goal in the plan's currency only where it is money", () => {
    // Wins of a plan whose work costs dollars used to stand in its pictures as dollars.
    const counted = (given: PlanInput) => {
      const { sections } = planReport({
        answer: solve(given),
        levers: levers(given),
        progress: going(given, snapshot),
      });
      return sections
        .flatMap(({ blocks }) => blocks)
        .flatMap((block) =>
          block.kind === "picture" ? [`${block.picture.kind} ${block.picture.currency}`] : [],
        );
    };
    const wins = changed({ currency: "USD", deal: { value: 500 } });
    const money = changed({
      currency: "USD",
      deal: { value: 500 },
      goal: { ...plan.goal, metric: "revenue" },
    });
    expect(counted(wins)).toEqual(
      expect.arrayContaining(["funnel null", "progress null", "waterfall null", "tornado null"]),
    );
    expect(counted(money)).toEqual(
      expect.arrayContaining(["funnel USD", "progress USD", "waterfall USD", "tornado USD"]),
    );
    const page = toHtml(planReport({ answer: solve(wins), progress: going(wins, snapshot) }));
    expect(page).toContain("Through Fri 16 Jan.");
    expect(page).not.toMatch(/in USD|>USD</);
  });
});

describe("of whatever plan", () => {
  const weekTable = ({ sections }: Report) =>
    sections
      .find(({ title }) => title === "When to start what")
      ?.blocks.find((block): block is Table => block.kind === "table");

  it("daily numbers are the answer's, weeks add up to the totals, and all of it is plain data that every format takes", () => {
    fc.assert(
      fc.property(plans({ lags: true, open: true, depth: 1 }), (plain) => {
        const answer = solve(parsePlan(plain));
        const report = planReport({ answer });
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        const { targets } = answer;
        if (targets !== null) {
          const shown = targets.path.filter(
            ({ kind, total, perDay }) => kind === "work" && total > 0 && perDay !== null,
          );
          const figures = figuresOf(report).slice(0, shown.length);
          expect(figures.map(({ figure, label }) => [label, figure])).toEqual(
            shown
              .slice(0, 8)
              .map(({ stage, perDay }) => [
                unitWords(answer.plan, stage, perDay ?? 0),
                plainFormat.number(perDay ?? 0),
              ]),
          );
          const weeks = weekTable(report);
          weeks?.columns.slice(1).forEach(({ title }, index) => {
            const sum = weeks.rows.reduce(
              (total, row) => total + Number(cellText(row[index + 1] ?? "").replaceAll(",", "")),
              0,
            );
            expect([title, sum]).toEqual([title, targets.path.find(({ stage }) => stage === title)?.total]);
          });
        }
        expect(toText(report).length * toMarkdown(report).length).toBeGreaterThan(0);
        expect(toHtml(report)).toMatch(/<\/html>\n$/);
      }),
      runs(0.2),
    );
  });
});
