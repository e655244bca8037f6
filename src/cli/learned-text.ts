import { importLines, type Import } from "../adapters/index.js";
import { learnedLines } from "../history/learning/learned-lines.js";
import type { GroupRate, Learned } from "../history/learning/learned.js";
import type { AppliedLearning } from "../history/learning/apply-learned.js";
import { parseExact, encodeExact, toNumber, type ExactString } from "../number/exact-string.js";
import { valueAt, type Change } from "../plan/change.js";
import { pathText } from "../schema/issue.js";
import type { Plan } from "../plan/plan.js";
import { visible } from "../format/visible.js";

/** What `learn` found out. */
export interface LearnOutcome {
  readonly read: Import;
  readonly learned: Learned;
  /** The plan as it was, and as it is with what was learned; undefined where none was given. */
  readonly before: Plan | undefined;
  readonly update: AppliedLearning | undefined;
  /** The plan's file, and whether the changes are in it now. */
  readonly file: string | undefined;
  readonly written: boolean;
}

/** What was learned, as lines for people. */
export function learnedText(outcome: LearnOutcome): string {
  const { read, learned, update, before, file } = outcome;
  const plan =
    update === undefined ? [] : ["", ...planLines(update, before, file ?? "the plan", outcome.written)];
  const from = learned.observedFrom === null ? "" : `, observed from ${learned.observedFrom}`;
  const history = `History through ${learned.asOf}${from}, ${learned.journeys} deals`;
  return [...importLines(read), "", history, ...learnedLines(learned), ...groupLines(learned), ...plan]
    .map((line) => `${visible(line)}\n`)
    .join("");
}

function groupLines({ groups }: Learned): readonly string[] {
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ by, name, stages }) =>
    stages.map((stage) => `  ${by} ${name ?? "(none)"}, ${groupRate(stage)}`),
  );
  return ["", "Apart, pulled toward the whole where there are few deals:", ...lines];
}

function groupRate({ stage, rate, own, naive, won, of }: GroupRate): string {
  return `${stage}: ${percent(rate)} (${won} of ${of}; naive ${percent(naive)}, own ${percent(own)})`;
}

function planLines(
  { changes, left }: AppliedLearning,
  before: Plan | undefined,
  file: string,
  written: boolean,
): readonly string[] {
  const title = written ? `Written to ${file}:` : `Would change in ${file} (--write does it):`;
  const kept = left.map(({ path, why }) => `  ${pathText(path)} stays: ${why}`);
  if (changes.length === 0) return [`Nothing to change in ${file}`, ...kept];
  return [title, ...changes.map((change) => `  ${changeText(change, before)}`), ...kept];
}

function changeText({ path, to }: Change, before: Plan | undefined): string {
  const old = valueAt(before, path);
  return `${pathText(path)}: ${old === undefined ? "" : `${valueText(old)} becomes `}${valueText(to)}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    const days = (value as readonly { readonly days: number }[]).map((row) => row.days);
    return `shares over ${days[0] ?? 0} to ${days.at(-1) ?? 0} days`;
  }
  if (value === null || typeof value !== "object") return numberText(String(value));
  const { rate, won, of } = value as { rate?: string | number; won?: number; of?: number };
  if (rate === undefined || won === undefined || of === undefined) return JSON.stringify(value);
  const exact = parseExact(String(rate));
  return `${exact === undefined ? rate : percent(encodeExact(exact))} (${won} of ${of} went on)`;
}

/** A fraction as people read it; the plan keeps the fraction. */
function numberText(text: string): string {
  return parseExact(text) === undefined || !text.includes("/") ? text : `about ${toNumber(text).toFixed(2)}`;
}

function percent(rate: ExactString): string {
  return `${(toNumber(rate) * 100).toFixed(1)}%`;
}
