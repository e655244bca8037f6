import {
  CRMS,
  fromCsv,
  importLines,
  journeyImporter,
  type Crm,
  type Import,
  type ImportOptions,
} from "reverse-funnel/adapters";
import {
  latestDay,
  learn,
  learnedLines,
  applyLearned,
  type Change,
  type LearnedRate,
  type AppliedLearning,
  type Plan,
} from "reverse-funnel";

/** What a CRM's export says of a plan's rates, before anyone has said yes to it. */
export interface LearnedFile {
  readonly file: string;
  readonly crm: Crm;
  /** What was read and what was set aside, in lines. */
  readonly read: readonly string[];
  /** What was learned of each stage, and from how many, in lines. */
  readonly lines: readonly string[];
  /** The rate of each stage with its interval and its counts, which a plan may write shorter. */
  readonly rates: ReadonlyMap<string, LearnedRate>;
  readonly changes: readonly Change[];
  readonly left: AppliedLearning["left"];
  /** The plan as it was, and as it is with what was learned. */
  readonly before: Plan;
  readonly plan: Plan;
}

/** Reads an export against a plan: the system whose words fit the most rows is taken. */
export function learnFromCsv(file: string, text: string, plan: Plan, today: string): LearnedFile {
  const { crm, journeys, ...account } = bestReading(text, plan);
  const latest = latestDay(journeys);
  const asOf = latest === undefined || latest > today ? today : latest;
  const learned = learn(journeys, { stages: plan.funnel, asOf });
  const { plan: changed, changes, left } = applyLearned(plan, learned);
  const read = importLines(account);
  const rates = new Map(
    plan.funnel.flatMap(({ stage }) => {
      const corrected = learned.stages[stage]?.corrected ?? null;
      return corrected === null ? [] : [[stage, corrected] as const];
    }),
  );
  const lines = learnedLines(learned);
  return { file, crm, read, lines, rates, changes, left, before: plan, plan: changed };
}

type Reading = Import & { readonly crm: Crm };

function bestReading(text: string, plan: Plan): Reading {
  const readings = CRMS.map((crm): Reading => ({ crm, ...readAs(crm, text, plan) }));
  return readings.reduce((best, reading) => (reading.counts.used > best.counts.used ? reading : best));
}

function readAs(crm: Crm, text: string, plan: Plan): Import {
  const options: ImportOptions = { funnel: plan.funnel };
  if (crm === "csv") return fromCsv(text, { ...options, columns: namedColumns(text) });
  const open = journeyImporter(crm, options);
  const file = open.file();
  file.push(text);
  file.end();
  return open.finish();
}

/** A plain table says by its own headers which column is which. */
function namedColumns(text: string): Readonly<Record<string, string>> {
  const [headers = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  const names = headers.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, ""));
  const roles = names.flatMap((name) => {
    const role = ROLES.find(([, words]) => words.includes(name.toLowerCase()))?.[0];
    return role === undefined ? [] : [[role, name] as const];
  });
  return Object.fromEntries(roles);
}

const ROLES: readonly (readonly [role: string, words: readonly string[]])[] = [
  ["id", ["id", "deal", "deal id", "opportunity", "opportunity id"]],
  ["stage", ["stage", "deal stage", "status stage"]],
  ["on", ["on", "date", "entered", "since"]],
  ["owner", ["owner"]],
  ["value", ["value", "amount"]],
  ["created", ["created"]],
  ["closed", ["closed"]],
  ["won", ["won"]],
  ["lost", ["lost"]],
  ["status", ["status"]],
];
