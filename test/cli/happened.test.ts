import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { fromHubSpot } from "../../src/adapters/from-hubspot.js";
import { fromPipedrive } from "../../src/adapters/from-pipedrive.js";
import { fromSalesforce } from "../../src/adapters/from-salesforce.js";
import { safeParseMapping } from "../../src/adapters/parse-mapping.js";
import { personalTargets } from "../../src/align/personal-targets.js";
import { weeklyHistory } from "../../src/align/weekly-history.js";
import type { Journey } from "../../src/history/journeys/journey.js";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { parsePlanYaml } from "../../src/yaml/parse-plan-yaml.js";
import { readYaml } from "../../src/yaml/read-yaml.js";
import { inWorld } from "./world.js";

/** What a manager of the middle of the quarter has: the exports of the examples, and the plan beside them. */
const folder = (name: string) => {
  const read = (file: string) => readFileSync(`examples/crm-${name}/${file}`, "utf8");
  return { read, plan: parsePlanYaml(read("plan.yaml")) };
};
const mapOf = (text: string) => {
  const mapping = safeParseMapping(readYaml(text).data);
  return mapping.success ? mapping.data : {};
};

interface Exported {
  readonly name: string;
  readonly files: readonly string[];
  readonly words: readonly string[];
  readonly journeys: readonly Journey[];
}

const EXCHANGE = { EUR: "1.1" };
const asOf = "2026-07-31";
const hubspot = folder("hubspot");
const salesforce = folder("salesforce");
const pipedrive = folder("pipedrive");

const EXPORTS: readonly Exported[] = [
  {
    name: "hubspot",
    files: ["deals.csv"],
    words: ["--map", "map.yaml"],
    journeys: fromHubSpot(hubspot.read("deals.csv"), {
      funnel: hubspot.plan.funnel,
      crmPipeline: "Sales",
      asOf,
    }).journeys,
  },
  {
    name: "salesforce",
    files: ["deals.csv", "history.csv"],
    words: ["--crm", "salesforce"],
    journeys: fromSalesforce(
      { opportunities: salesforce.read("deals.csv"), history: salesforce.read("history.csv") },
      { funnel: salesforce.plan.funnel, asOf },
    ).journeys,
  },
  {
    name: "pipedrive",
    files: ["deals.csv"],
    words: ["--map", "map.yaml"],
    journeys: fromPipedrive(pipedrive.read("deals.csv"), {
      ...mapOf(pipedrive.read("map.yaml")),
      funnel: pipedrive.plan.funnel,
      asOf,
    }).journeys,
  },
];

// Origin: what the library answers to the journeys of the same files, read without the command.
describe.each(EXPORTS)("an export of $name", ({ name, files, words, journeys }) => {
  const { read, plan } = folder(name);
  const here = Object.fromEntries(
    ["plan.yaml", ...files, ...(words.includes("map.yaml") ? ["map.yaml"] : [])].map((file) => [
      file,
      read(file),
    ]),
  );
  const run = (verb: string, ...more: string[]) =>
    inWorld([verb, "plan.yaml", ...files, ...words, "--exchange", "EUR=1.1", "--as-of", asOf, ...more], {
      files: here,
      today: "2026-08-03",
    });
  const now = snapshot(journeys, plan, { asOf, exchange: EXCHANGE });
  const asJson = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

  it("says how it goes, what is left, and the score, with an account of its rows on standard error", async () => {
    const tracked = await run("track", "--json");
    expect(JSON.parse(tracked.out)).toEqual(asJson(track(plan, now)));
    expect(tracked.err).toMatch(/^\d+ rows read: \d+ used, \d+ set aside\n/m);
    const left = await run("replan", "--json");
    expect(JSON.parse(left.out)).toEqual(asJson(replan(plan, now)));
    const score = await run("scorecard", "--json");
    expect(JSON.parse(score.out)).toEqual(asJson(scorecard(plan, now)));
  });

  it("gives each person their own history", async () => {
    const all = snapshot(journeys, plan, { asOf, from: "1900-01-01", exchange: EXCHANGE });
    const { out, code } = await run("personal", "--json");
    const answer = personalTargets(plan, weeklyHistory(all, plan));
    expect(JSON.parse(out)).toEqual(asJson(answer));
    expect(answer.people.length).toBeGreaterThan(1);
    expect(code).toBe(answer.sums.some(({ status }) => status === "short") ? 1 : 0);
  });

  it("is checked for the work of the period and for the forecasts of the past, and makes the report", async () => {
    const { cases } = JSON.parse((await run("check", "--json")).out) as {
      cases: readonly { readonly code: string }[];
    };
    const codes = cases.map(({ code }) => code);
    expect(codes).toContain("attainment");
    expect(codes).toContain("backtest");
    const report = await run("report", "--format", "md");
    for (const title of ["Will we make it?", "Why", "Stages so far"])
      expect(report.out).toContain(`\n## ${title}\n`);
  });
});

// Worked by hand: a deal begins as a meeting; calls are in a log.
const plan = `goal: { metric: customers, amount: 4, period: 2026-01 }
funnel:
  - { stage: call, rate: 10%, owner: sales }
  - { stage: meeting, rate: 50%, owner: sales }
`;
const files = {
  "plan.yaml": plan,
  "deals.csv": `id,stage,status,created,owner,won
1,meeting,won,2026-01-07,Ana,2026-01-14
2,meeting,open,2026-01-09,Ana,
3,meeting,open,2025-12-09,Ben,
`,
  "map.yaml": `crm: csv
createdIn: meeting
columns: { id: id, stage: stage, created: created, status: status, owner: owner, won: won }
log: { activities: { Telefonat: call }, columns: { on: Tag, activity: Was, count: Zahl, by: Wer } }
`,
  "calls.csv":
    "Tag,Was,Zahl,Wer\n2026-01-05,Telefonat,12,Ana\n2026-01-06,call,9,Ben\n2026-01-06,lunch,2,Ben\n",
  "english.csv": "date,activity,count,person\n2026-01-05,call,12,Ana\n2026-01-15,won,1,Ana\n",
};
const today = "2026-01-19";

describe("an export and a log", () => {
  it("count together: calls from the log, meetings, wins and open work from the deals", async () => {
    const words = ["track", "plan.yaml", "deals.csv", "--map", "map.yaml", "--log", "calls.csv", "--json"];
    const { out, err } = await inWorld(words, { files, today });
    const { asOf: until, stages } = JSON.parse(out) as {
      readonly asOf: string;
      readonly stages: unknown;
    };
    expect(until).toBe("2026-01-14");
    expect(stages).toMatchObject({ call: { actual: "21" }, meeting: { actual: "2" } });
    expect(err).toContain("3 rows read: 3 used, 0 set aside");
    expect(err).toContain('not in the plan: 2 × "lunch"; say in log.activities of the map what they are');
  });

  it("do without one another: a log alone counts its wins as well", async () => {
    const { out } = await inWorld(["track", "plan.yaml", "--log", "english.csv", "--json"], { files, today });
    const { asOf: until, outcome } = JSON.parse(out) as {
      readonly asOf: string;
      readonly outcome: { readonly wins: unknown };
    };
    expect(until).toBe("2026-01-15");
    expect(outcome.wins).toBe("1");
  });

  // Owners whom no team has used to be left out without a word, and nothing said which weeks count.
  it("say whose work counts for nobody, and which weeks count", async () => {
    const staffed = `${plan}teams: { sales: { people: [{ name: Ana }] } }\n`;
    const words = ["personal", "plan.yaml", "deals.csv", "--map", "map.yaml", "--log", "calls.csv"];
    const { err } = await inWorld(words, { files: { ...files, "plan.yaml": staffed }, today });
    // Ben made 9 calls, and has a meeting since December.
    expect(err).toContain("Left out, in no team of the plan: Ben (10).");
    expect(err).toContain("Weeks counted: from that of Mon 5 Jan 2026 to that of Mon 5 Jan 2026.");
    const all = await inWorld(words, { files, today });
    expect(all.err).toContain("from that of Mon 8 Dec 2025 to that of Mon 5 Jan 2026");
    const since = await inWorld([...words, "--since", "2026-01-01"], { files, today });
    expect(since.err).toContain("from that of Mon 5 Jan 2026 to that of Mon 5 Jan 2026");
  });

  // --since was ignored beside a written history.
  it("of weeks that are written too, only whole weeks from a day on count", async () => {
    const week = (day: string, call: number) => `  - { week: ${day}, counts: { call: ${call} } }\n`;
    const history = `Ana:\n${week("2025-12-29", 9)}${week("2026-01-06", 3)}Ben:\n${week("2025-12-29", 5)}`;
    const setting = { files: { ...files, "history.yaml": history }, today };
    const people = async (...more: readonly string[]) => {
      const { out } = await inWorld(["personal", "plan.yaml", "history.yaml", "--json", ...more], setting);
      const answer = JSON.parse(out) as {
        readonly people: readonly { readonly name: string; readonly weeks: number }[];
      };
      return answer.people.map(({ name, weeks }) => [name, weeks]);
    };
    expect(await people()).toEqual([
      ["Ana", 2],
      ["Ben", 1],
    ]);
    // 30 December 2025 is a Tuesday: weeks count from 5 January.
    expect(await people("--since", "2025-12-30")).toEqual([["Ana", 1]]);
    expect(await people("--since", "2025-12-29")).toHaveLength(2);
    const none = ["personal", "plan.yaml", "history.yaml", "--since", "2026-02-01"];
    const { code, err } = await inWorld(none, setting);
    expect([code, err]).toEqual([2, expect.stringContaining("--since 2026-02-01 leaves no week")]);
  });

  it.each([
    [["track", "plan.yaml"], "track needs what has happened: --snapshot <file>, or an export"],
    [["track", "plan.yaml", "--crm", "hubspot"], "--crm needs an export: a file after the plan"],
    [["track", "plan.yaml", "deals.csv"], 'track has no use for "deals.csv"'],
    [["track", "plan.yaml", "--log", "none.csv"], "cannot read none.csv: there is no such file"],
    [["track", "plan.yaml", "--log", "empty.csv"], "expected lines of work"],
    [["track", "plan.yaml", "--log", "english.csv", "--snapshot", "now.yaml"], "not from both"],
    // It was read over: the forecast began before the period, whatever the day.
    [["forecast", "plan.yaml", "--as-of", "2026-01-06"], "--as-of is the day as of which an export or a log"],
    [
      ["track", "plan.yaml", "--snapshot", "now.yaml", "--as-of", "2026-01-06"],
      "a snapshot says its own day",
    ],
    [["personal", "plan.yaml"], "personal needs a history"],
    [["personal", "plan.yaml", "--log", "empty.csv"], "expected lines of work"],
    [["report", "plan.yaml", "deals.csv", "--map", "map.yaml", "-o", "deals.csv", "--force"], "made of it"],
    [["report", "plan.yaml", "--log", "english.csv", "-o", "english.csv", "--force"], "made of it"],
  ])("say what is wrong with %j", async (words, message) => {
    const setting = { files: { ...files, "empty.csv": "", "now.yaml": "asOf: 2026-01-10\n" }, today };
    const { code, out, err } = await inWorld(words, setting);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  it("name what is wrong in the map of a log", async () => {
    const bad = { ...files, "map.yaml": "log: { colums: {} }\n" };
    const { code, err } = await inWorld(["track", "plan.yaml", "--log", "calls.csv", "--map", "map.yaml"], {
      files: bad,
      today,
    });
    expect([code, err]).toEqual([
      2,
      'map.yaml:1:16 log.colums: expected a known key, but got "colums": did you mean "columns".\n',
    ]);
  });
});

// The usual export of a CRM: one row for each deal, which is overwritten as it moves. Each working day of the first half of 2026
// two deals come in; one in three is lost after 20 days, one is won after 40, one
// stays in Demo; those of the last ten days are in Discovery.
describe("an export that says when deals came in and how they stand, and nothing between", () => {
  const day = (index: number) =>
    new Date(Date.UTC(2026, 0, 5) + index * 86_400_000).toISOString().slice(0, 10);
  const last = 185;
  const rows = Array.from({ length: 360 }, (_, id) => {
    const came = Math.floor(id / 2);
    const [state, days] =
      id % 3 === 0 ? ["Closed Lost", 20] : id % 3 === 1 ? ["Closed Won", 40] : ["Demo", 999];
    const isOver = came + days <= last;
    const stage = isOver ? state : came > last - 10 ? "Discovery" : "Demo";
    return `${id},${stage},${day(came)},${isOver ? day(came + days) : "2026-12-31"},${day(isOver ? came + days : came + 5)}`;
  });
  const files = {
    "deals.csv": ["Opportunity ID,Stage,Created Date,Close Date,Last Stage Change Date", ...rows].join("\n"),
    "plan.yaml":
      "goal: { metric: customers, amount: 200, period: 2026 }\nfunnel:\n  - { stage: Discovery, rate: 80%, lag: 5 }\n  - { stage: Demo, rate: 50%, lag: 35 }\n",
  };
  const words = ["plan.yaml", "deals.csv", "--crm", "salesforce"];
  const call = (verb: string) => inWorld([verb, ...words], { files, today: day(last) });

  it("is no reason to say that too few went on: what is not told is not known", async () => {
    // "From Discovery 15 went on; 175 would have at the plan's rate: more than bad luck", "Demo 6.1%, out of reach".
    const { out, err } = await call("track");
    expect(out).not.toContain("more than bad luck");
    expect(out).toMatch(/Demo .*not known/);
    expect(out).toMatch(/Discovery .*360/);
    expect(err).toContain(
      'Entries left out, because the record does not say when most deals came there: "Demo"',
    );
  });

  it("fails no check by stages that it does not tell of, nor by forecasts of months that nobody could forecast", async () => {
    // "0 of 1 month ended within the 80% range; beyond luck, this failed: the rate or lag": 0.07 were expected to go on, 1 did.
    const { out } = await call("check");
    expect(out).not.toContain('Of "Demo"');
    expect(out).not.toContain("beyond luck");
  });
});
