import { describe, expect, it } from "vitest";

import type { PlanInput } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import { attainment } from "../../src/track/attainment.js";
import { seededRandom } from "../oracle/journey-simulator.js";

// By hand: 22 customers at 10% are 220 calls in the 22 working days of January 2026, 10 a day, 5 for each of two people. By
// Friday the 9th 7 working days have passed, 5 of them in the week from the 5th: shares of 35 and 25.
const plan: PlanInput = {
  goal: { metric: "customers", amount: 22, period: "2026-01" },
  deal: { owner: "sales" },
  funnel: [{ stage: "call", rate: "10%", owner: "sales" }],
  teams: { sales: { people: [{ name: "Ana" }, { name: "Ben" }] } },
};
const day = (on: string, count: number, by: string) => ({ on, count, by });
const asOf = "2026-01-09";
const seen = (call: readonly ReturnType<typeof day>[], more: Partial<Snapshot> = {}): Snapshot => ({
  asOf,
  entered: { call },
  ...more,
});
const personIn = (snapshot: Snapshot, name: string, of: PlanInput = plan) =>
  attainment(of, snapshot).people.find((each) => each.name === name);

describe("what each has done of their share", () => {
  const done = [day("2026-01-02", 10, "Ana"), day("2026-01-07", 25, "Ana"), day("2026-01-06", 28, "Ben")];

  it("is told for this week and since the start, for people and for their team", () => {
    const { people, teams, weekFrom } = attainment(plan, seen(done));
    expect(weekFrom).toBe("2026-01-05");
    expect(people[0]?.things[0]).toEqual({
      name: "call",
      week: { share: "25", done: "25", attainment: "1" },
      sinceStart: { share: "35", done: "35", attainment: "1" },
    });
    expect(people[1]?.things[0]?.week).toEqual({ share: "25", done: "28", attainment: "1.12" });
    expect(teams.map(({ team, things }) => [team, things[0]?.sinceStart])).toEqual([
      ["sales", { share: "70", done: "63", attainment: "0.9" }],
    ]);
  });

  it("has a part of the planned wins for each, by the days on which they are there", () => {
    // By hand: 7 wins are planned by the 9th. Ben came on the 7th: 3 days beside Ana's 7.
    const late: PlanInput = {
      ...plan,
      teams: { sales: { people: [{ name: "Ana" }, { name: "Ben", starts: "2026-01-07" }] } },
    };
    const won = [
      { on: "2026-01-08", by: "Ana" },
      { on: "2026-01-09", by: "Ana" },
    ];
    const shares = attainment(late, seen(done, { won })).people.map(({ things }) =>
      things.find(({ name }) => name === "win"),
    );
    expect(shares[0]?.sinceStart).toMatchObject({ done: "2" });
    const [ana, ben] = shares.map((each) => each?.sinceStart.share);
    // The parts of the team's days by then, 7 and 3 of 10, of the wins that the plan's course has by then.
    expect([ana, ben].every((share) => share !== undefined)).toBe(true);
    const asRatio = (text = "0"): number => {
      const [num = "0", den = "1"] = text.split("/");
      return Number(num) / Number(den);
    };
    expect(asRatio(ana) / asRatio(ben)).toBeCloseTo(7 / 3, 9);
  });

  it("asks nothing of whoever is no part of the plan's team, and counts only what carries a person", () => {
    const { people } = attainment(plan, seen([day("2026-01-06", 50, "Zoe"), day("2026-01-06", 5, "Ana")]));
    expect(people.map(({ name }) => name)).toEqual(["Ana", "Ben"]);
    expect(people[0]?.things[0]?.sinceStart.done).toBe("5");
  });
});

describe("who needs help, and why", () => {
  it("is whoever has done less than three quarters of a share since the start", () => {
    // 26 of 35 are 74%, 27 are 77%.
    expect(personIn(seen([day("2026-01-02", 26, "Ana")]), "Ana")?.help.map(({ code }) => code)).toEqual([
      "timing",
    ]);
    expect(personIn(seen([day("2026-01-06", 26, "Ana")]), "Ana")?.help).toEqual([
      { code: "work", name: "call", done: "26", share: "35" },
    ]);
    expect(personIn(seen([day("2026-01-06", 27, "Ana")]), "Ana")?.help).toEqual([]);
  });

  it("is told that it is a matter of timing where all was done up to this week", () => {
    // By hand: 2 working days before the 5th ask 10; they were done, and nothing of the 25 since.
    expect(personIn(seen([day("2026-01-02", 10, "Ben")]), "Ben")?.help).toEqual([
      { code: "timing", name: "call", done: "0", share: "25" },
    ]);
  });

  it("accuses nobody of a small sample", () => {
    const few: PlanInput = { ...plan, goal: { ...plan.goal, amount: 1 } };
    // By hand: 10 calls in all, 5 each over the month: by the 9th not even 3.
    expect(personIn(seen([day("2026-01-06", 0, "Ana")]), "Ana", few)?.help).toEqual([]);
  });

  // An export without the calls used to say "Ana: work: 0 of 35 × call since the start".
  it.each([
    ["is not said", {}],
    ["is a number without persons", { call: 60 }],
    ["is dated without persons", { call: [{ on: "2026-01-06", count: 60 }] }],
  ])("accuses nobody where what was done %s", (_, entered) => {
    const { people, teams } = attainment(plan, { asOf, entered });
    expect(people.map(({ help }) => help)).toEqual([[], []]);
    const figures = [...people, ...teams].map(({ things }) => things[0]?.sinceStart);
    expect(figures.map((each) => [each?.done, each?.attainment])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it("accuses whoever has done nothing where that is said", () => {
    expect(personIn(seen([]), "Ana")?.help).toEqual([{ code: "work", name: "call", done: "0", share: "35" }]);
  });

  const two: PlanInput = {
    ...plan,
    funnel: [
      { stage: "call", rate: "50%", owner: "sales" },
      { stage: "meeting", rate: "20%", owner: "sales" },
    ],
  };
  const meetings = (ana: number, ben: number): Snapshot["entered"] => ({
    call: [day("2026-01-06", 40, "Ana"), day("2026-01-06", 40, "Ben")],
    meeting: [day("2026-01-07", ana, "Ana"), day("2026-01-07", ben, "Ben")],
  });

  it("is whoever's units went on less often than the plan's rate by more than bad luck", () => {
    // P(B(40, 50%) ≤ 8) = 0.00009 and P(B(40, 50%) ≤ 17) = 0.21, added up in Python; 20 would go on.
    const snapshot = { asOf, entered: meetings(8, 17) };
    expect(personIn(snapshot, "Ana", two)?.help).toContainEqual({
      code: "conversion",
      stage: "call",
      done: "8",
      expected: "20",
    });
    expect(personIn(snapshot, "Ben", two)?.help.map(({ code }) => code)).not.toContain("conversion");
  });

  const conversionsOf = (what: PlanInput, snapshot: Snapshot): readonly string[] =>
    attainment(what, snapshot).people.flatMap(({ name, help }) =>
      help.some(({ code }) => code === "conversion") ? [name] : [],
    );

  it("counts whoever is not short as tested: over all people it is wrong in one of twenty cases", () => {
    // P(B(40, 50%) ≤ 14) = 0.0403 and P(≤ 12) = 0.0083, added up in Python: of two people only what is below 2.5% is more than
    // luck. Ben's 24 used to be left out, so that Ana was held against 5%.
    expect(conversionsOf(two, { asOf, entered: meetings(14, 24) })).toEqual([]);
    expect(conversionsOf(two, { asOf, entered: meetings(12, 24) })).toEqual(["Ana"]);
  });

  it("takes a rate from a sample for no surer than the sample is", () => {
    // 10 of 40 at 50% is P = 0.0011 of a rate that is known, and 0.157 of one that 2 of 4 tell: the beta-binomial of Jeffreys,
    // Beta(2.5, 2.5), added up in Python. From 200 of 400 it is 0.0017.
    const from = (rate: { won: number; of: number }): PlanInput => ({
      ...two,
      funnel: [
        { stage: "call", rate, owner: "sales" },
        { stage: "meeting", rate: "20%", owner: "sales" },
      ],
    });
    const snapshot = { asOf, entered: meetings(10, 20) };
    expect(conversionsOf(from({ won: 2, of: 4 }), snapshot)).toEqual([]);
    expect(conversionsOf(from({ won: 200, of: 400 }), snapshot)).toEqual(["Ana"]);
  });

  it("accuses somebody of eight who all convert at the plan's rate in at most one of twenty teams (1,000, seed 11)", () => {
    const random = seededRandom(11);
    const names = ["A", "B", "C", "D", "E", "F", "G", "H"];
    const eight: PlanInput = { ...two, teams: { sales: { people: names.map((name) => ({ name })) } } };
    const wentOn = (): number => Array.from({ length: 40 }).filter(() => random() < 0.5).length;
    const accused = Array.from({ length: 1000 }).filter(() => {
      const call = names.map((name) => day("2026-01-06", 40, name));
      const meeting = names.map((name) => day("2026-01-07", wentOn(), name));
      return conversionsOf(eight, { asOf, entered: { call, meeting } }).length > 0;
    });
    // 5% of 1,000 are 50, the promise of Holm's correction. It is 22; it was 84 when whoever was not short was left out.
    expect(accused.length).toBeLessThanOrEqual(50);
  });

  it("is not told of conversions where units change hands", () => {
    const handed: PlanInput = {
      ...two,
      funnel: [
        { stage: "call", rate: "50%", owner: "sales" },
        { stage: "meeting", rate: "20%", owner: "closing" },
      ],
      teams: { ...plan.teams, closing: { people: [{ name: "Cleo" }] } },
    };
    const { people } = attainment(handed, { asOf, entered: meetings(8, 8) });
    expect(people.flatMap(({ help }) => help.map(({ code }) => code))).not.toContain("conversion");
  });
});
