import { describe, expect, it } from "vitest";

import { readGoal, readRates, readStages, readTeam, readWorth } from "../../src/cli/start/answers.js";
import { parsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { inWorld, type Setting } from "./world.js";

const start = (setting: Setting) => inWorld([], { isTerminal: true, ...setting });
const ANSWERS = ["10 customers in 2026-01", "", "call, meeting", "10%, 50%", "sales: Ana, Ben"];
const plan =
  "goal: { metric: customers, amount: 10, period: 2026-01 }\nfunnel: [{ stage: demo, rate: 25% }]\n";

describe("the command without a verb", () => {
  it("asks five questions where there is no plan, writes one with its schema line, and solves it", async () => {
    const { code, out, err, files } = await start({ answers: ANSWERS });
    expect([code, err.match(/^\d {2}/gm)]).toEqual([0, ["1  ", "2  ", "3  ", "4  ", "5  "]]);
    const text = files.get("plan.yaml") ?? "";
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+plan\.schema\.json\n/);
    expect(parsePlanYaml(text)).toEqual({
      goal: { metric: "customers", amount: 10, period: "2026-01" },
      deal: { owner: "sales" },
      funnel: [
        { stage: "call", rate: "10%", owner: "sales" },
        { stage: "meeting", rate: "50%", owner: "sales" },
      ],
      teams: { sales: { people: [{ name: "Ana" }, { name: "Ben" }] } },
    });
    // By hand: 10 ÷ 50% ÷ 10% are 200 calls.
    expect(out).toMatch(/call +sales +10% +200/);
  });

  it("says what to write where an answer is not understood, and asks again", async () => {
    const answers = [
      "soon",
      "30000 USD of net new MRR in 2026-Q1",
      "dear",
      "1000 a month",
      "demo",
      "5",
      "25%",
      "",
    ];
    const { code, err, files } = await start({ answers });
    expect(code).toBe(0);
    expect(err).toContain("write an amount, of what, and in which period");
    expect(err).toContain("write a number, with its currency");
    expect(err).toContain("5 is no share; write 30%, 1/4 or 0.3");
    expect(parsePlanYaml(files.get("plan.yaml") ?? "")).toMatchObject({
      currency: "USD",
      goal: { metric: "net-new-mrr", amount: 30000 },
      deal: { value: 1000, per: "month" },
    });
  });

  it("takes rates and lags from an export, and asks again where that does not show the stages", async () => {
    // Four deals, by hand: two of four go on to the offer after 4 days, one of these two is won after 6 more.
    const deals = [
      "Deal,Phase,On",
      ...["1,Offer,2026-01-09", "1,Talk,2026-01-05", "1,Won,2026-01-15"],
      ...["2,Talk,2026-01-05", "2,Offer,2026-01-09", "2,Lost,2026-01-12"],
      ...["3,Talk,2026-01-06", "3,Lost,2026-01-20", "4,Talk,2026-01-06", "4,Lost,2026-01-20"],
      "",
    ].join("\n");
    const map = "crm: csv\nlayout: history\ncolumns: { id: Deal, stage: Phase, on: On }\n";
    const answers = ["10 customers in 2026-Q3", "", "Talk, Offer", "none.csv", "deals.csv", ""];
    const { code, err, files } = await start({
      answers,
      files: { "deals.csv": deals, "map.yaml": map },
      today: "2026-02-01",
    });
    expect(err).toContain("cannot read none.csv: there is no such file");
    expect(code).toBe(0);
    expect(parsePlanYaml(files.get("plan.yaml") ?? "").funnel).toEqual([
      { stage: "Talk", rate: { won: 2, of: 4 }, lag: 4, lossLag: 14 },
      { stage: "Offer", rate: { won: 1, of: 2 }, lag: 6, lossLag: 3 },
    ]);
  });

  it("shows the plan of the folder, or what the config names, and writes nothing", async () => {
    const own = await start({ answers: [], files: { "plan.yaml": plan } });
    expect([own.code, own.files.size]).toEqual([0, 1]);
    expect(own.err).toContain("The plan of this folder is plan.yaml.");
    // By hand: 10 ÷ 25% are 40 demos.
    expect(own.out).toMatch(/demo +25% +40/);
    const going = await start({
      answers: [],
      files: {
        "ours.yaml": plan,
        "now.yaml": "asOf: 2026-01-16\nentered: { demo: 20 }\nwon: 4\n",
        "reverse-funnel.yaml": "plan: ours.yaml\nsnapshot: now.yaml\n",
      },
    });
    expect(going.out).toContain("Progress through Fri 16 Jan 2026");
  });

  it("prints help where nobody can be asked", async () => {
    for (const setting of [{}, { isTerminal: true }, { answers: ANSWERS }]) {
      const { code, err, files } = await inWorld([], setting);
      expect([code, files.size]).toEqual([2, 0]);
      expect(err).toContain("Usage: reverse-funnel <verb>");
    }
  });

  it("writes nothing where the questions end unanswered", async () => {
    const { code, err, files } = await start({ answers: ANSWERS.slice(0, 3) });
    expect([code, files.size]).toEqual([2, 0]);
    expect(err).toContain("the questions were not answered, so nothing was written");
  });
});

describe("the five answers", () => {
  const goal = (text: string) => readGoal(text, "2026-Q2").value;

  it.each([
    ["10 customers in 2026-01", { amount: "10", metric: "customers", period: "2026-01" }],
    ["12 new clients", { amount: "12", metric: "customers", period: "2026-Q2" }],
    ["€1.5m revenue by 2026", { amount: "1500000", metric: "revenue", currency: "EUR", period: "2026" }],
    ["180,000 USD in 2026-q1", { amount: "180000", metric: "revenue", currency: "USD", period: "2026-Q1" }],
    ["30k USD of net new MRR in 2026-Q1", { amount: "30000", metric: "net-new-mrr", currency: "USD" }],
    ["5 MRR", { amount: "5", metric: "units" }],
    ["5 satisfaction points in 2026-02", { amount: "5", metric: "units", unit: "satisfaction points" }],
  ])("reads the goal %j", (text, expected) => {
    if (text === "5 MRR") expect(goal("5000 new MRR")).toMatchObject({ amount: "5000", metric: "new-mrr" });
    else expect(goal(text)).toMatchObject(expected);
  });

  it("reads what a win is worth, and needs it where the goal is money", () => {
    expect(readWorth("1,000 USD a month", "new-mrr").value).toEqual({
      value: "1000",
      currency: "USD",
      per: "month",
    });
    expect(readWorth("", "customers")).toEqual({ value: undefined });
    expect(readWorth("", "revenue").advice).toContain("write a number");
    expect(readWorth("0.25", "units").value?.value).toBe("0.25");
  });

  it("reads stages, shares and a team", () => {
    expect(readStages("call > meeting → proposal").value).toEqual(["call", "meeting", "proposal"]);
    expect(readStages("call, call").advice).toContain("call is there twice");
    expect(readRates("30% 1/4 0.5", ["a", "b", "c"]).value).toEqual({
      kind: "rates",
      rates: ["30%", "1/4", "0.5"],
    });
    expect(readRates("30%", ["a", "b"]).advice).toContain("2 shares, one for each stage");
    expect(readRates("130%", ["a"]).advice).toContain("130% is no share");
    expect(readRates("hubspot our deals.csv", ["a"]).value).toEqual({
      kind: "export",
      crm: "hubspot",
      file: "our deals.csv",
    });
    expect(readTeam("sales 3").value).toEqual({ name: "sales", people: [], headcount: 3 });
    expect(readTeam("sales: Ana, Ben, Ana").value?.people).toEqual(["Ana", "Ben"]);
    expect(readTeam(" ")).toEqual({ value: undefined });
  });
});
