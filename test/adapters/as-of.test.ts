import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromCsv, fromHubSpot, fromPipedrive, fromRows, fromSalesforce } from "../../src/adapters/index.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import { learn } from "../../src/history/learning/learn.js";
import type { PlanInput } from "../../src/plan/plan.js";
import { formatDay } from "../../src/calendar/day.js";
import { runs } from "../laws/runs.js";

const funnel = ["Demo", "Proposal", "Trial"] as const;

/** One change of a deal: on that day it entered a stage, or was won or lost, and was worth so much from then on. */
interface Change {
  readonly id: string;
  readonly stage: string;
  readonly on: string;
  readonly value: string;
}

const FIRST = 20_454;
const DAYS = 40;
const anyDay = fc.integer({ min: FIRST, max: FIRST + DAYS }).map(formatDay);
const change: fc.Arbitrary<Change> = fc.record({
  id: fc.constantFrom("A1", "B1", "C1", "D1", "E1"),
  // The last is none that the plan knows: from that day on nobody knows where the deal is.
  stage: fc.constantFrom(...funnel, "Closed Won", "Closed Lost", "Quote sent"),
  on: anyDay,
  value: fc.constantFrom("100", "250", ""),
});
const histories = fc.array(change, { maxLength: 25 });
const everyDay = Array.from({ length: DAYS + 3 }, (_, index) => formatDay(FIRST - 1 + index));
/** Days of the history, and the one before and after it; which ones, chance says. */
const someDays = fc.subarray(everyDay, { minLength: 3, maxLength: 3 });
const columns = { id: "deal", stage: "stage", on: "on", value: "value" };

type Reader = (changes: readonly Change[], asOf: string | undefined) => readonly Journey[];

/** A journey as it stands, without how it stood before. */
function now(journey: Journey) {
  return { ...journey, earlier: undefined };
}

const csv = (header: string, rows: readonly (readonly string[])[]) =>
  `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;

/** Every importer whose rows each carry their own day. */
const READERS: Readonly<Record<string, Reader>> = {
  csv: (changes, asOf) =>
    fromCsv(
      csv(
        "deal,stage,on,value",
        changes.map(({ id, stage, on, value }) => [id, stage, on, value]),
      ),
      { funnel, columns, asOf },
    ).journeys,
  rows: (changes, asOf) =>
    fromRows(
      changes.map(({ id, stage, on, value }) => ({ deal: id, stage, on, value })),
      { funnel, columns, asOf },
    ).journeys,
  salesforce: (changes, asOf) =>
    fromSalesforce(
      {
        history: csv(
          "OpportunityId,StageName,CreatedDate,Amount",
          changes.map(({ id, stage, on, value }) => [id, stage, on, value]),
        ),
      },
      { funnel, asOf },
    ).journeys,
  hubspot: (changes, asOf) =>
    fromHubSpot(
      [...new Set(changes.map(({ id }) => id))].map((id) => ({
        id,
        properties: {},
        propertiesWithHistory: {
          dealstage: changes
            .filter((one) => one.id === id)
            .map(({ stage, on }) => ({ value: stage, timestamp: `${on}T12:00:00Z` })),
        },
      })),
      { funnel, asOf },
    ).journeys,
  pipedrive: (changes, asOf) =>
    fromPipedrive(
      csv(
        "ID,Stage,Last stage change,Value",
        changes.map(({ id, stage, on, value }) => [id, stage, on, value]),
      ),
      { funnel, asOf, layout: "history" },
    ).journeys,
};

const plan: PlanInput = {
  goal: { metric: "customers", amount: 5, period: "2026-01" },
  funnel: funnel.map((stage) => ({ stage, rate: "50%" })),
};

/** All that learning and a snapshot say of journeys as of a day; deals that came later are in no count of the cut ones. */
function told(journeys: readonly Journey[], asOf: string) {
  const learned = { ...learn(journeys, { stages: funnel, asOf, by: ["owner", "month"] }), unused: null };
  return { learned, snapshot: snapshot(journeys, plan, { asOf, from: "1999-01-01" }) };
}

describe("reading as of a day", () => {
  for (const [name, read] of Object.entries(READERS))
    it(`gives what the history cut at that day gives, on whichever day (${name})`, () => {
      fc.assert(
        fc.property(histories, someDays, (changes, days) => {
          for (const day of days) {
            const cut = changes.filter(({ on }) => on <= day);
            expect(read(changes, day).map(now)).toEqual(read(cut, undefined).map(now));
          }
        }),
        runs(2),
      );
    });

  for (const [name, read] of Object.entries(READERS))
    it(`lets learning and snapshots see of a whole history what they see of the history cut at a day (${name})`, () => {
      // A win that was cancelled in May was lost as of February; a deal that was reopened was open then, with its last amount.
      fc.assert(
        fc.property(histories, someDays, (changes, days) => {
          const whole = read(changes, undefined);
          for (const day of days) {
            const cut = changes.filter(({ on }) => on <= day);
            expect(told(whole, day)).toEqual(told(read(cut, undefined), day));
          }
        }),
        runs(0.4),
      );
    });

  it("knows of a deal's own row what carries a day up to then, on whichever day", () => {
    // The row as it stood: HubSpot overwrites the stage, the amount and the close date, and keeps the days of stages.
    const days = fc.uniqueArray(fc.integer({ min: FIRST, max: FIRST + DAYS }), {
      minLength: 2,
      maxLength: 5,
    });
    const deal = fc
      .tuple(days, fc.constantFrom("open", "closedwon", "closedlost"))
      .map(([list, ending]) => ({ days: list.sort((one, other) => one - other).map(formatDay), ending }));
    const header =
      "Record ID,Deal Stage,Amount,Create Date,Close Date,Date entered Demo,Date entered Proposal,Date entered Trial";
    const row = (id: number, dates: readonly string[], ending: string, amount: string, steps: number) => {
      const [created = "", ...rest] = dates;
      const stages = rest.slice(0, steps);
      const closed = ending === "open" ? "" : (rest[steps] ?? "");
      const stage = ending === "open" ? (["", ...funnel][stages.length] ?? "") : ending;
      return [String(id), stage, amount, created, closed, ...funnel.map((_, at) => stages[at] ?? "")];
    };
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 8 }), someDays, (deals, days) => {
        const steps = (one: (typeof deals)[number]) =>
          one.ending === "open" ? Math.min(3, one.days.length - 1) : Math.min(3, one.days.length - 2);
        const whole = csv(
          header,
          deals.map((one, index) => row(index, one.days, one.ending, "500", steps(one))),
        );
        for (const day of days) {
          const cut = deals.flatMap((one, index) => {
            const used = one.days.slice(0, 1 + steps(one) + (one.ending === "open" ? 0 : 1));
            const known = used.filter((on) => on <= day);
            if (known.length === 0) return [];
            const same = known.length === used.length;
            const ending = same ? one.ending : "open";
            return [
              row(index, known, ending, same ? "500" : "", Math.min(3, same ? steps(one) : known.length - 1)),
            ];
          });
          const options = { funnel, stages: {}, createdIn: "Demo" as const };
          const asOf = fromHubSpot(whole, { ...options, asOf: day });
          const ofCut = fromHubSpot(csv(header, cut), options).journeys;
          expect(asOf.journeys.map(now)).toEqual(ofCut.map(now));
          expect(told(fromHubSpot(whole, options).journeys, day)).toEqual(told(ofCut, day));
          expect(asOf.counts.used + asOf.counts.setAside).toBe(deals.length);
        }
      }),
      runs(1),
    );
  });

  it("learns from rows that were overwritten what it learns from the file read as of that day, on whichever day", () => {
    // Own rows with some columns for stages, endings that were undone, owners and amounts of later, two rows of one deal.
    const own = fc.record({
      id: fc.constantFrom("1", "2", "3"),
      stage: fc.constantFrom("", ...funnel),
      status: fc.constantFrom("open", "won", "lost"),
      owner: fc.constantFrom("Ana", "Ben", ""),
      value: fc.constantFrom("100", "900", ""),
      created: anyDay,
      moved: fc.option(anyDay, { nil: "" }),
      proposal: fc.option(anyDay, { nil: "" }),
      won: fc.option(anyDay, { nil: "" }),
      lost: fc.option(anyDay, { nil: "" }),
    });
    type Own = typeof own extends fc.Arbitrary<infer T> ? T : never;
    const rowOf = (one: Own) => [
      one.id,
      one.stage,
      one.status,
      one.owner,
      one.value,
      one.created,
      one.moved,
      one.proposal,
      one.won,
      one.lost,
    ];
    const columns = {
      ...{ id: "Id", stage: "Stage", status: "Status", owner: "Owner", value: "Value" },
      ...{ created: "Created", on: "Moved", won: "Won", lost: "Lost" },
    };
    const header = "Id,Stage,Status,Owner,Value,Created,Moved,To Proposal,Won,Lost";
    const past = csv("Id,Stage,On", [
      ["1", "Demo", "2026-01-10"],
      ["2", "Trial", "2026-01-20"],
    ]);
    for (const entered of [
      {},
      { Proposal: "To Proposal" },
      { Demo: "Created", Proposal: "To Proposal", Trial: "Moved" },
    ])
      for (const list of [funnel, plan.funnel])
        fc.assert(
          fc.property(fc.array(own, { maxLength: 5 }), fc.boolean(), someDays, (deals, hasPast, days) => {
            const texts = [
              csv(header, deals.map(rowOf)),
              ...(hasPast ? [past.replace("Id,Stage,On", "Id,Stage,Moved")] : []),
            ];
            const read = (asOf?: string) =>
              fromCsv(texts, { funnel: list as typeof funnel, columns, entered, asOf, files: texts.length })
                .journeys;
            const whole = read();
            for (const day of days) expect(told(whole, day)).toEqual(told(read(day), day));
          }),
          runs(0.4),
        );
  });

  it("takes a win of 3 February that was cancelled in May for a win as of 28 February", () => {
    // The deal was read first and its later rows dropped afterwards: C1 was lost, A1 open, and Demo went on in 1 of 3.
    const rows = [
      ["A1", "Demo", "2026-01-05"],
      ["A1", "Proposal", "2026-01-20"],
      ["A1", "Closed Lost", "2026-02-10"],
      ["A1", "Demo", "2026-06-01"],
      ["A1", "Closed Won", "2026-06-25"],
      ["B1", "Demo", "2026-01-07"],
      ["B1", "Closed Lost", "2026-01-30"],
      ["C1", "Demo", "2026-02-02"],
      ["C1", "Closed Won", "2026-02-03"],
      ["C1", "Closed Lost", "2026-05-30"],
      ["D1", "Demo", "2026-03-02"],
    ];
    const stages = ["Demo", "Proposal"] as const;
    const asOf = "2026-02-28";
    const { journeys, counts } = fromSalesforce(
      { history: csv("OpportunityId,StageName,CreatedDate", rows) },
      { funnel: stages, asOf },
    );
    expect(journeys.map(({ id, state, closed }) => [id, state, closed])).toEqual([
      ["A1", "lost", "2026-02-10"],
      ["B1", "lost", "2026-01-30"],
      ["C1", "won", "2026-02-03"],
    ]);
    expect(counts).toMatchObject({ read: 11, used: 7, reasons: [{ code: "row.later", rows: 4 }] });
    // Counted by hand: A1 and C1 of three went on from Demo, C1 of two from Proposal.
    const learned = learn(journeys, { stages, asOf }).stages;
    expect(learned.Demo).toMatchObject({ entered: 3, wentOn: 2, lost: 1, open: 0 });
    expect(learned.Proposal).toMatchObject({ entered: 2, wentOn: 1, lost: 1, open: 0 });
  });

  it("opens a deal again that closed later, without the amount of later", () => {
    // A row of Pipedrive's is the deal as it stands now: won in June for 900. In May it was in the stage that new deals are in.
    const file =
      "ID,Stage,Status,Value,Deal created,Last stage change,Won time\n1,Trial,won,900,2026-04-10,2026-06-01,2026-06-09\n2,Trial,open,400,2026-06-02,,\n";
    const { journeys, counts } = fromPipedrive(file, { funnel, asOf: "2026-05-31", createdIn: "Demo" });
    expect(journeys).toHaveLength(1);
    expect(journeys[0]).toMatchObject({
      ...{ id: "1", state: "open", closed: null, value: null },
      steps: [{ stage: "Demo", on: "2026-04-10" }],
    });
    expect(counts.reasons.map(({ code }) => code)).toEqual(["row.later"]);
    expect(counts.notes.map(({ code }) => code)).toEqual(["row.overtaken"]);
  });

  it("refuses a day that is none", () => {
    expect(() => fromCsv("", { funnel, columns, asOf: "2026-02-30" })).toThrow(/through requires a date/);
  });
});
