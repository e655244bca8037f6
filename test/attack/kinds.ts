import { readFileSync, readdirSync } from "node:fs";
import { fromFragment, toFragment } from "../../docs/calculator/address/address.js";
import { CRMS, journeyImporter, safeParseMapping, type Mapping } from "../../src/adapters/index.js";
import { funnelPicture, toSvg, utilisationPicture } from "../../src/charts/index.js";
import { forecast } from "../../src/forecast/forecast.js";
import { latestDay } from "../../src/history/journeys/latest-day.js";
import { snapshot } from "../../src/history/journeys/snapshot.js";
import { learn } from "../../src/history/learning/learn.js";
import { parsePlan, safeParsePlan } from "../../src/plan/parse.js";
import { safeParseSnapshot } from "../../src/plan/parse-snapshot.js";
import type { Plan } from "../../src/plan/plan.js";
import type { Snapshot } from "../../src/plan/snapshot.js";
import {
  forecastReport,
  solutionReport,
  toHtml,
  toMarkdown,
  toText,
  trackReport,
  type Report,
} from "../../src/report/index.js";
import { PlanError } from "../../src/schema/plan-error.js";
import { solve } from "../../src/solve/solve.js";
import { check } from "../../src/track/check.js";
import { replan } from "../../src/track/replan.js";
import { scorecard } from "../../src/track/scorecard/scorecard.js";
import { track } from "../../src/track/track.js";
import { readYaml, safeParsePlanYaml } from "../../src/yaml/index.js";
import { VERBS } from "../../src/cli/verbs.js";
import { inWorld } from "../cli/world.js";
import { mutated, mutatedText, pick, type Random } from "./mutate.js";

/** One way in for strangers. It throws where something happened that must not; what it was fed stands in the error. */
export interface Kind {
  readonly name: string;
  /** Of every hundred attacks, so many are of this kind. */
  readonly share: number;
  readonly attack: (random: Random) => void | Promise<void>;
}

/** What an attack found, with what it was fed. */
export class Find extends Error {
  readonly fed: unknown;

  constructor(what: string, fed: unknown) {
    super(what);
    this.fed = fed;
  }
}

const root = new URL("../../examples/", import.meta.url);
const TEXTS = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const folder = new URL(`${name}/`, root);
    return readdirSync(folder)
      .filter((file) => /^plan.*\.yaml$/.test(file))
      .map((file) => readFileSync(new URL(file, folder), "utf8"));
  });
const DATA = TEXTS.map((text) => readYaml(text).data);
const PLANS = DATA.flatMap((data) => {
  const parsed = safeParsePlan(data, { limits: "untrusted" });
  return parsed.success ? [parsed.data] : [];
});

/** Runs what must not throw: what is misused is refused by a sentence, everything else is a fault of ours. */
function answered<T>(fed: unknown, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw new Find(error instanceof Error ? `${error.name}: ${error.stack ?? ""}` : String(error), fed);
  }
}

/** Text of a report or a picture: a name stays a name. */
function requireNoMarkup(fed: unknown, text: string): void {
  if (/<\/?zq|"\s?zq-on/i.test(text)) throw new Find("a name became markup", fed);
  if (/\b(?:NaN|undefined|\[object)\b/.test(text) && !JSON.stringify(fed).includes("NaN"))
    throw new Find(
      `a text says ${/.{0,60}\b(?:NaN|undefined|\[object)\b.{0,30}/.exec(text)?.[0] ?? ""}`,
      fed,
    );
}

function requireCleanReport(fed: unknown, report: Report): void {
  requireNoMarkup(fed, toHtml(report));
  toText(report);
  toMarkdown(report);
}

function attackPlan(random: Random): void {
  const data = mutated(random, pick(random, DATA), DATA);
  const parsed = answered(data, () => safeParsePlan(data, { limits: "untrusted" }));
  if (parsed?.success !== true) {
    for (const issue of parsed?.error.issues ?? [])
      if (issue.message === "" || issue.message.length > 2000)
        throw new Find("an issue of no or too many words", data);
    return;
  }
  const answer = answered(data, () => solve(parsed.data));
  if (answer === undefined) return;
  requireCleanReport(data, solutionReport(answer));
  for (const picture of [
    parsed.data.funnel.length > 0 ? funnelPicture(answer) : null,
    utilisationPicture(answer),
  ])
    if (picture !== null) requireNoMarkup(data, toSvg(picture));
}

function attackYaml(random: Random): void {
  const pieces = [
    "&a ",
    "*a",
    "!!js ",
    "<<: ",
    "{",
    "}",
    "[",
    "- ",
    "? ",
    "|\n",
    ">\n",
    "---\n",
    "\t",
    ": ",
    "#",
    '"',
    "'",
    "1,1,",
    "\u0000",
    "%YAML",
  ];
  const text = mutatedText(random, pick(random, TEXTS), pieces);
  const parsed = answered(text, () => safeParsePlanYaml(text, { limits: "untrusted" }));
  if (parsed?.success === true) answered(text, () => solve(parsed.data, { chance: false, fixes: false }));
}

/** What has happened so far, as far as the stages of a plan tell what there is to say. */
function snapshotOf(random: Random, plan: Plan): unknown {
  const day = () =>
    `2026-${String(1 + Math.floor(random() * 12)).padStart(2, "0")}-${String(1 + Math.floor(random() * 28)).padStart(2, "0")}`;
  const counts = () =>
    Array.from({ length: Math.floor(random() * 5) }, () => ({
      on: day(),
      count: Math.floor(random() * 20),
      by: "Ana",
    }));
  const names = plan.funnel.map(({ stage }) => stage);
  return {
    asOf: day(),
    entered: Object.fromEntries(
      names.map((name) => [name, random() < 0.5 ? Math.floor(random() * 50) : counts()]),
    ),
    pipeline: Object.fromEntries(
      names.map((name) => [name, random() < 0.5 ? 3 : [{ id: "1", enteredOn: day(), value: 500 }]]),
    ),
    won: random() < 0.5 ? 2 : [{ on: day(), value: "100", by: "Ana" }],
    lost: [{ on: day() }],
  };
}

function attackSnapshot(random: Random): void {
  const plan = pick(random, PLANS);
  const clean = snapshotOf(random, plan);
  const data = random() < 0.3 ? clean : mutated(random, clean, [...DATA, clean]);
  const fed = { goal: plan.goal, data };
  const parsed = answered(fed, () => safeParseSnapshot(data, plan));
  if (parsed?.success !== true) return;
  const now: Snapshot = parsed.data;
  const tracked = answered(fed, () => track(plan, now));
  if (tracked !== undefined) requireCleanReport(fed, trackReport(tracked));
  const ahead = answered(fed, () => forecast(plan, now));
  if (ahead !== undefined) requireCleanReport(fed, forecastReport(ahead));
  answered(fed, () => replan(plan, now));
  answered(fed, () => scorecard(plan, now));
  answered(fed, () => check([{ plan, snapshot: now }]));
}

const CELLS = [
  ...[
    "1",
    "2",
    "3",
    "A",
    "B",
    "won",
    "lost",
    "Closed Won",
    "open",
    "",
    " ",
    "-",
    "N/A",
    "0000-00-00",
    "2026-01-05",
    "1/2/2026",
    "31/1/2026",
  ],
  ...[
    "2026-01-05T23:30:00Z",
    "46027",
    "1767614400000",
    "26-01-31",
    "1,234.50",
    "1.234,50",
    "1,234",
    "$5",
    "(5)",
    "1e999",
    "10.0.0.1",
    "50%",
  ],
  ...[
    "=1+1",
    "__proto__",
    "constructor",
    "\u0000",
    "\uFFFD",
    "\r",
    '"',
    '""',
    '"a\nb"',
    '"a,b"',
    "9".repeat(60),
    "x".repeat(200),
    "Müller",
  ],
];
const HEADERS = [
  ...[
    "id",
    "stage",
    "on",
    "created",
    "closed",
    "value",
    "owner",
    "Record ID",
    "Deal Stage",
    "Create Date",
    "Close Date",
    "Amount",
  ],
  ...[
    "Opportunity ID",
    "Stage",
    "Created Date",
    "ID",
    "Status",
    "Deal created",
    "Won time",
    "Currency",
    "Probability",
    "",
    "__proto__",
    "id",
  ],
];

function table(random: Random): string {
  const delimiter = pick(random, [",", ",", ",", ";", "\t", "|"]);
  const newline = pick(random, ["\n", "\n", "\r\n", "\r"]);
  const width = 1 + Math.floor(random() * 8);
  const row = (cells: readonly string[], more = 0) =>
    Array.from({ length: width + more }, () => pick(random, cells)).join(delimiter);
  const titles = random() < 0.1 ? ["Report", ""] : [];
  const rows = Array.from({ length: Math.floor(random() * 12) }, () => row(CELLS, random() < 0.05 ? 1 : 0));
  const head =
    random() < 0.5
      ? ["id", "stage", "on", ...Array.from({ length: Math.max(0, width - 3) }, () => pick(random, HEADERS))]
          .slice(0, width)
          .join(delimiter)
      : row(HEADERS);
  return [...titles, head, ...rows].join(newline);
}

const FUNNEL = ["A", "B"] as const;
const COLUMNS = {
  id: "id",
  stage: "stage",
  on: "on",
  created: "created",
  closed: "closed",
  value: "value",
  owner: "owner",
};

/** Reads tables of one import in pieces, and judges the account of their rows. */
function requireAccount(
  random: Random,
  fed: unknown,
  texts: readonly string[],
  mapping: Mapping<(typeof FUNNEL)[number]>,
): void {
  const crm = pick(random, CRMS);
  const read = () => {
    const open = journeyImporter(crm, {
      columns: crm === "csv" ? COLUMNS : {},
      ...mapping,
      funnel: FUNNEL,
      files: texts.length,
    });
    for (const text of texts) {
      const sink = open.file();
      const size = 1 + Math.floor(random() * text.length);
      for (let at = 0; at < text.length; at += size) sink.push(text.slice(at, at + size));
      sink.end();
    }
    return open;
  };
  const done = answeredOrMisused(fed, () => read().finish());
  if (done === undefined) return;
  const { journeys, counts, issues } = done;
  const sum = (list: readonly { readonly rows: number }[]) => list.reduce((all, { rows }) => all + rows, 0);
  if (counts.used + counts.setAside !== counts.read) throw new Find("read is not used + set aside", fed);
  if (sum(counts.reasons) !== counts.setAside)
    throw new Find("reasons do not add up to what was set aside", fed);
  if (counts.setAside > 0 && !issues.some(({ level }) => level === "error"))
    throw new Find("a row without a cause", fed);
  const stream = read();
  const { journeys: held, ...account } = done;
  const { journeys: each, latest, ...other } = stream.stream();
  const again = [...each].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (JSON.stringify(again) !== JSON.stringify(held) || JSON.stringify(other) !== JSON.stringify(account))
    throw new Find("journeys that are gone through differ from those that are held", fed);
  if (latest !== latestDay(journeys)) throw new Find("the latest day differs", fed);
  const asOf = latestDay(journeys) ?? "2026-06-30";
  answeredOrMisused(fed, () => learn(journeys, { stages: FUNNEL, asOf, by: ["owner", "month"] }));
  answeredOrMisused(fed, () => snapshot(journeys, FORMAT_PLAN, { asOf }));
}

const FORMAT_PLAN = parsePlan({
  goal: { metric: "customers", amount: 5, period: "2026-01" },
  funnel: [
    { stage: "A", rate: "50%" },
    { stage: "B", rate: "50%" },
  ],
});

/** As {@link answered}; a misuse of an import is refused by a RangeError that says what it requires. */
function answeredOrMisused<T>(fed: unknown, work: () => T): T | undefined {
  return answered(fed, () => {
    try {
      return work();
    } catch (error) {
      if (error instanceof RangeError && / requires? /.test(error.message)) return undefined;
      throw error;
    }
  });
}

function attackCsv(random: Random): void {
  const texts = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => table(random));
  requireAccount(random, texts, texts, {});
}

const MAPPING = {
  ...{
    layout: "deals",
    columns: { ...COLUMNS, id: ["id", "stage"] },
    entered: { A: "created", won: "closed" },
    stages: { X: "A", Y: null },
  },
  ...{
    statuses: { gone: "lost" },
    channels: { web: "inbound" },
    crmPipeline: "New",
    createdIn: "A",
    dates: "day-first",
    decimal: ",",
  },
  ...{ valueIn: "USD", empty: ["none"], headerRow: 1, utcOffset: "+02:00", delimiter: "," },
};

function attackMapping(random: Random): void {
  const data = mutated(random, MAPPING, [MAPPING]);
  const parsed = answered(data, () => safeParseMapping(data));
  if (parsed?.success !== true) return;
  const text = table(random);
  requireAccount(random, { data, text }, [text], parsed.data as Mapping<(typeof FUNNEL)[number]>);
}

async function attackAddress(random: Random): Promise<void> {
  const data = mutated(random, pick(random, DATA), DATA);
  const letters = ["A", "x", "0", "-", "_", "=", ".", "%", "#"];
  const whole = `#${await toFragment((data ?? {}) as Record<string, unknown>)}`;
  const hash = random() < 0.3 ? whole : mutatedText(random, whole, letters);
  try {
    const reading = await fromFragment(hash);
    if (reading === null || "problem" in reading) return;
    const { document } = reading as unknown as { document: unknown };
    answered(hash, () => {
      const parsed = safeParsePlan(document, { limits: "untrusted" });
      if (parsed.success) solve(parsed.data, { chance: false });
    });
  } catch (error) {
    if (error instanceof Find) throw error;
    throw new Find(String(error), hash);
  }
}

const WORDS = [
  ...[
    "plan.yaml",
    "deals.csv",
    "-",
    "nowhere.yaml",
    "--json",
    "--all",
    "--exact",
    "--format",
    "text",
    "json",
    "csv",
    "--locale",
    "de-DE",
  ],
  ...[
    "--as-of",
    "2026-02-30",
    "2026-03-01",
    "--snapshot",
    "snap.yaml",
    "--crm",
    "csv",
    "hubspot",
    "--map",
    "map.yaml",
    "--set",
    "funnel[0].rate=50%",
  ],
  ...[
    "goal.amount=1e999",
    "__proto__.x=1",
    "--by",
    "owner",
    "--width",
    "0",
    "40",
    "-1",
    "--",
    "--x",
    "-h",
    "--output",
    "out.txt",
    "--force",
    "",
  ],
  ...[
    "wins",
    "funnel[0].target",
    "funnel[99]",
    "\u0000",
    "--exchange",
    "EUR=0",
    "--sql",
    "duckdb",
    "--table",
    "a;b",
    "--counts",
    "9".repeat(40),
  ],
];

async function attackArguments(random: Random): Promise<void> {
  const verb = pick(random, VERBS);
  const options = Object.entries(verb.options).flatMap(([name, { type }]) =>
    type === "flag" ? [`--${name}`] : [`--${name}`, `--${name}=`],
  );
  const words = Array.from({ length: Math.floor(random() * 7) }, () =>
    pick(random, random() < 0.5 ? WORDS : options),
  );
  const plan = pick(random, TEXTS);
  const files = {
    "plan.yaml": random() < 0.8 ? plan : mutatedText(random, plan, ["{", ": "]),
    "deals.csv": table(random),
    "snap.yaml": JSON.stringify(snapshotOf(random, pick(random, PLANS))),
    "map.yaml": "columns: { id: id, stage: stage, on: on }\n",
  };
  const typed = [verb.name, ...(random() < 0.7 ? ["plan.yaml"] : []), ...words];
  const { code, out, err } = await inWorld(typed, { files, input: plan, today: "2026-06-30" });
  if (![0, 1, 2].includes(code)) throw new Find(`exit ${code}: ${err.slice(0, 400)}`, { typed, files });
  if (code === 2 && err === "") throw new Find("refused without a word", { typed, files });
  // Control characters other than line ends could rule the terminal.
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f]/.test(out + err))
    throw new Find("a control character is printed", { typed, files });
}

/** Every way in, with its share. */
export const KINDS: readonly Kind[] = [
  { name: "plans", share: 20, attack: attackPlan },
  { name: "yaml", share: 20, attack: attackYaml },
  { name: "snapshots", share: 8, attack: attackSnapshot },
  { name: "csv", share: 30, attack: attackCsv },
  { name: "mappings", share: 12, attack: attackMapping },
  { name: "addresses", share: 6, attack: attackAddress },
  { name: "arguments", share: 4, attack: attackArguments },
];
