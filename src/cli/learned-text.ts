import { importLines } from "../adapters/index.js";
import type { Exports } from "./read-journeys.js";
import { learnedLines } from "../history/learning/learned-lines.js";
import type { GroupRate, Learned } from "../history/learning/learned.js";
import type { AppliedLearning } from "../history/learning/apply-learned.js";
import { parseExact, toNumber, type ExactString } from "../number/exact-string.js";
import { valueAt, type Change } from "../plan/change.js";
import { pathText } from "../schema/issue.js";
import type { Plan } from "../plan/plan.js";
import { visible } from "../format/visible.js";

/** What `learn` found out. */
export interface LearnOutcome {
  readonly read: Exports;
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
  const history = `History through ${learned.asOf}${from}, ${learned.journeys} deals${read.stages.length === 0 ? "" : unusedText(learned)}`;
  const lines = [...importLines(read), ...stageNameLines(read), "", history];
  return [...lines, ...learnedLines(learned), ...groupLines(learned), ...plan]
    .map((line) => `${visible(line)}\n`)
    .join("");
}

/** The stages of the file, where none is known or some are not: they are to be named in the plan, or in the map. */
function stageNameLines({ stages, stageNames }: LearnOutcome["read"]): readonly string[] {
  const strange = stageNames.filter(({ stage }) => stage === null);
  if (stages.length > 0 && strange.length === 0) return [];
  const list = stages.length === 0 ? stageNames : strange;
  if (list.length === 0) return [];
  const title =
    stages.length === 0
      ? "Stages in the file; without --plan or funnel: [first, second] in the map their order is not known, so nothing is learned of them:"
      : "Stages in the file that the plan does not have:";
  const hint = "init --from makes a plan of an export; stages in the map says what a name means here.";
  const lines = list
    .slice(0, 20)
    .map(
      ({ name, rows, stage }) =>
        `  ${name}: ${rows} ${rows === 1 ? "row" : "rows"}${stage === null ? "" : `, ${stage}`}`,
    );
  const more = list.length > 20 ? [`  … and ${list.length - 20} more`] : [];
  return ["", title, ...lines, ...more, `  ${hint}`];
}

/** Deals that the file holds and that teach nothing. */
function unusedText({ unused }: Learned): string {
  if (unused === 0) return "";
  return `; ${unused} more ${unused === 1 ? "was" : "were"} not used: nothing that happened to ${unused === 1 ? "it" : "them"} has a day by then`;
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
  { changes, left, fits }: AppliedLearning,
  before: Plan | undefined,
  file: string,
  written: boolean,
): readonly string[] {
  const title = written ? `Written to ${file}:` : `Would change in ${file} (--write does it):`;
  const kept = left.map(({ path, why }) => `  ${pathText(path)} stays: ${why}`);
  if (changes.length === 0) return [`Nothing to change in ${file}`, ...kept];
  const offOf = new Map(fits.map(({ path, off }) => [pathText(path), off]));
  const lines = changes.map((change) => {
    const off = offOf.get(pathText(change.path)) ?? 0;
    const close = off < 0.0005 ? "" : `, at most ${(off * 100).toFixed(1)} points from what was seen`;
    return `  ${changeText(change, before)}${close}`;
  });
  return [title, ...lines, ...kept];
}

function changeText({ path, to }: Change, before: Plan | undefined): string {
  const old = valueAt(before, path);
  return `${pathText(path)}: ${old === undefined ? "" : `${valueText(old)} becomes `}${valueText(to)}`;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) {
    const days = (value as readonly { readonly days: number }[]).map((row) => row.days);
    return `${days.length} shares over ${days[0] ?? 0} to ${days.at(-1) ?? 0} days`;
  }
  if (value === null || typeof value !== "object") return numberText(String(value));
  const { rate, low, high, won, of, median, p90, month } = value as Readonly<
    Record<string, string | number | undefined>
  >;
  if (month !== undefined) return `${month} a month`;
  if (median !== undefined && p90 !== undefined)
    return `half within ${median} days, nine in ten within ${p90}`;
  if (rate === undefined)
    return won === undefined || of === undefined ? JSON.stringify(value) : `${won} of ${of}`;
  return low === undefined || high === undefined ? String(rate) : `${rate} (${low} to ${high})`;
}

/** A fraction as people read it; the plan keeps the fraction. */
function numberText(text: string): string {
  return parseExact(text) === undefined || !text.includes("/") ? text : `about ${toNumber(text).toFixed(2)}`;
}

function percent(rate: ExactString): string {
  return `${(toNumber(rate) * 100).toFixed(1)}%`;
}
