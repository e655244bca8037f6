import { describe, expect, it } from "vitest";
import { fromHubSpot, fromSalesforce } from "../../../src/adapters/index.js";
import { learn } from "../../../src/history/learning/learn.js";
import { learnedLines } from "../../../src/history/learning/learned-lines.js";
import { applyLearned } from "../../../src/history/learning/apply-learned.js";
import { definePlan } from "../../../src/plan/define-plan.js";
import { formatDay } from "../../../src/calendar/day.js";

const plan = definePlan({
  goal: { metric: "customers", amount: 20, period: "2026-Q1" },
  funnel: [
    { stage: "Discovery", rate: "50%", lag: 10 },
    { stage: "Proposal", rate: "50%", lag: 10 },
    { stage: "Negotiation", rate: "80%", lag: 10 },
  ],
});
const FIRST = 20_089; // 2025-01-01
const header = "Opportunity ID,Stage,Created Date,Close Date";

/** Of every ten deals two are won after 30 days, the others lost after 10 or 20: 20%, as 50% · 50% · 80% makes it. */
const decided = Array.from({ length: 1000 }, (_, index) => {
  const created = FIRST + (index % 200);
  const [stage, days] = index % 5 === 0 ? ["Closed Won", 30] : ["Closed Lost", index % 2 === 0 ? 10 : 20];
  return `${index},${stage},${formatDay(created)},${formatDay(created + days)}`;
});
const open = ["Discovery", "Proposal", "Negotiation"].map(
  (stage) => `open ${stage},${stage},2025-12-10,2026-03-01`,
);
const asOf = "2025-12-20";

function learnedFrom(rows: readonly string[]) {
  const { journeys } = fromSalesforce([header, ...rows].join("\n"), { funnel: plan.funnel, asOf });
  return learn(journeys, { stages: plan.funnel, asOf });
}

describe("losses of unknown stage", () => {
  it("teach no stage rate and no lag, and leave the plan alone, whether deals are open or not", () => {
    // A report that says only "Closed Lost" taught 20.2%, 99.5% and 99.5% with lags of 0 days, and --write wrote them.
    for (const rows of [decided, [...decided, open[0] ?? ""], [...decided, ...open]]) {
      const learned = learnedFrom(rows);
      // Known is 200 of 1,000, counted by hand: all of them were watched for longer than the slowest took.
      expect(learned.overall).toMatchObject({ rate: "0.2", won: 200, of: 1000 });
      for (const { stage } of plan.funnel) {
        const found = learned.stages[stage];
        expect(found).toMatchObject({
          ...{ notKnown: "loss-stage-unknown", corrected: null, naive: null },
          maybeLost: 800,
        });
        expect([found?.lag, found?.lossLag, found?.mature]).toEqual([null, null, false]);
      }
      expect(applyLearned(plan, learned).changes).toEqual([]);
    }
  });

  it("leave bounds: all of them were lost here, or none", () => {
    // 200 ÷ (200 + 0 + 800), and 200 ÷ (200 + 0).
    const { stages } = learnedFrom(decided);
    for (const { stage } of plan.funnel) expect(stages[stage]?.bounds).toEqual({ low: "0.2", high: "1" });
    expect(learnedLines(learnedFrom(decided))).toContain(
      "All stages together: 200 of 1,000 won, 20% (18% to 22%)",
    );
  });

  it("give no rate over all while a deal is open that is older than the slowest took", () => {
    const learned = learnedFrom([...decided, "old,Discovery,2025-02-01,2026-03-01"]);
    expect(learned.overall).toBeNull();
  });

  it("say nothing of the stages that the deals surely came through", () => {
    // The second was lost in Proposal or Negotiation: Discovery is known, 2 of 3, the others between the bounds of one deal.
    const deal = {
      owner: null,
      channel: null,
      value: null,
      currency: null,
      probability: null,
      expected: null,
    };
    const steps = [
      { stage: "Discovery", on: "2025-01-01" },
      { stage: "Proposal", on: "2025-01-05" },
    ];
    const { stages } = learn(
      [
        { ...deal, id: "1", steps, state: "won", closed: "2025-01-20" },
        { ...deal, id: "2", steps, recorded: "ends", state: "lost", closed: "2025-01-20" },
        { ...deal, id: "3", steps: steps.slice(0, 1), state: "lost", closed: "2025-01-03" },
      ],
      { stages: plan.funnel, asOf },
    );
    expect(stages.Discovery).toMatchObject({ entered: 3, wentOn: 2, lost: 1, maybeLost: 0, notKnown: null });
    expect(stages.Proposal).toMatchObject({
      entered: 2,
      lostHereOrLater: 1,
      bounds: { low: "0.5", high: "1" },
    });
    expect(stages.Negotiation).toMatchObject({ entered: 1, maybeLost: 1, bounds: { low: "0.5", high: "1" } });
  });
});

describe("a file of nothing but wins", () => {
  it("teaches no rate: nobody knows how many deals were not won", () => {
    // Four wins, and four open deals without any usable day, taught 100% with an interval from 59.7%.
    const rows = [
      "Closed Won,01-14-2020",
      "Pending,04-22-2022",
      "Closed Won,09-26-2017",
      "Pending,03-26-2021",
    ];
    const text = ["dealname,dealstage,close date", ...rows.map((row, index) => `${index},${row}`)].join("\n");
    const stages = ["Pending"] as const;
    const columns = { id: "dealname", stage: "dealstage", closed: "close date" };
    const learned = learn(fromHubSpot(text, { funnel: stages, columns }).journeys, {
      stages,
      asOf: "2023-01-01",
    });
    expect(learned).toMatchObject({ journeys: 2, unused: 2, overall: null });
    expect(learned.stages.Pending).toMatchObject({ notKnown: "only-wins", corrected: null, lag: null });
  });

  /** Forty deals enter on the first forty days; every second one is won ten days later, the others are open or lost. */
  const watched = (asOf: string, other: "open" | "lost") => {
    const rows = Array.from({ length: 40 }, (_, index) => {
      const [created, closed] = [formatDay(FIRST + index), formatDay(FIRST + index + 10)];
      if (index % 2 === 0) return `${index},Closed Won,${created},${closed}`;
      return other === "lost" ? `${index},Closed Lost,${created},${closed}` : `${index},Only,${created},`;
    });
    const { journeys } = fromSalesforce([header, ...rows].join("\n"), { funnel: ["Only"] });
    return learn(journeys, { stages: ["Only"], asOf });
  };

  it("and young open deals leaves no rate: losses may have been struck from it", () => {
    // Every second deal is lost in truth. Without its losses the export taught 100% as soon as the wins were in.
    const rows = Array.from({ length: 20 }, (_, index) => {
      const created = FIRST + 2 * index;
      return `${index},Closed Won,${formatDay(created)},${formatDay(created + 10)}`;
    });
    const young = [20, 21].map((index) => `${index},Only,${formatDay(FIRST + 45)},`);
    const { journeys } = fromSalesforce([header, ...rows, ...young].join("\n"), { funnel: ["Only"] });
    const { stages, overall } = learn(journeys, { stages: ["Only"], asOf: formatDay(FIRST + 50) });
    expect(overall).toBeNull();
    expect(stages.Only?.mature).toBe(false);
    expect(stages.Only?.unknown.map(({ code }) => code)).toContain("losses-missing");
  });

  it("and deals that stayed open for longer than the slowest win took teaches the rate: nobody loses there, deals just stay", () => {
    const { stages } = watched(formatDay(FIRST + 200), "open");
    expect(stages.Only?.unknown.map(({ code }) => code)).not.toContain("losses-missing");
  });

  it("with losses beside them teaches the rate", () => {
    const { stages } = watched(formatDay(FIRST + 200), "lost");
    expect(stages.Only).toMatchObject({ mature: true, corrected: { of: 40 } });
  });
});
