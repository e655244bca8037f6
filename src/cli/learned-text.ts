import { fieldsOf, isList } from "../schema/fields.js";
import { importLines } from "../adapters/index.js";
import type { CountFile } from "./read-count-rows.js";
import type { Exports } from "./read-journeys.js";
import { learnedLines } from "../history/learning/learned-lines.js";
import type { GroupRate, Learned } from "../history/learning/learned.js";
import type { AppliedLearning } from "../history/learning/apply-learned.js";
import type { Format } from "../format/format.js";
import { parseRateText } from "../number/rate-text.js";
import { planFormat } from "../words/plan-format.js";
import { pointsText, sayWhyLeft } from "../words/learning.js";
import { tryQuantity } from "../schema/quantity.js";
import { valueAt, type Change } from "../plan/change.js";
import { pathText } from "../schema/issue.js";
import type { Plan } from "../plan/plan.js";
import { visible } from "../format/visible.js";

/** What `learn` found out. */
export interface LearnOutcome {
  /** The export; null where what was read are counts. */
  readonly read: Omit<Exports, "journeys"> | null;
  /** The rows of counts, where that is what was read. */
  readonly counts: CountFile["rows"] | null;
  readonly learned: Learned;
  /** The plan as it was, and as it is with what was learned; undefined where none was given. */
  readonly before: Plan | undefined;
  readonly update: AppliedLearning | undefined;
  /** The plan's file, and whether the changes are in it now. */
  readonly file: string | undefined;
  readonly written: boolean;
  /** How figures and dates are written, and whether lists are printed in full. */
  readonly format: Format;
  readonly all: boolean;
}

/** Of longer lists the first lines are printed, and how many more there are. */
const MOST_LINES = 20;

function shortened(
  lines: readonly string[],
  { all, format }: Pick<LearnOutcome, "all" | "format">,
): readonly string[] {
  const more = lines.length - MOST_LINES;
  if (all || more <= 0) return lines;
  return [...lines.slice(0, MOST_LINES), `  … and ${format.number(more)} more (--all shows them)`];
}

/** What was learned, as lines for people. */
export function learnedText(outcome: LearnOutcome): string {
  const { read, learned, update, file, before } = outcome;
  const format = before === undefined ? outcome.format : planFormat(before, outcome.format);
  const { plural, date } = format;
  const plan =
    update === undefined ? [] : ["", ...planLines(update, file ?? "the plan", { ...outcome, format })];
  const from = learned.observedFrom === null ? "" : `, observed from ${date(learned.observedFrom)}`;
  const unused = read?.stages.length === 0 ? "" : unusedText(learned, format);
  const history = `History through ${date(learned.asOf)}${from}, ${plural(learned.journeys, "deal")}${unused}`;
  const account =
    read === null ? countLines(outcome) : [...importLines(read), ...stageNameLines(outcome, read)];
  const lines = [...account, "", history];
  const said = learnedLines(learned, format);
  return [...lines, ...shortened(said, outcome), ...groupLines(outcome), ...plan]
    .map((line) => `${visible(line)}\n`)
    .join("");
}

/** How many counts were read, and the names in the table that stand for no stage. */
function countLines(outcome: LearnOutcome): readonly string[] {
  const { counts, format } = outcome;
  const { plural, number } = format;
  const rows = counts ?? [];
  const strange = rows.flatMap(({ kind, name, count }) =>
    kind === "unknown" ? [`  ${String(name)}: ${number(Number(count))} rows`] : [],
  );
  const title = "Stages in the table that the plan does not have; stages in the map says what they are:";
  return [
    `${plural(rows.length, "row")} of counts read`,
    ...(strange.length === 0 ? [] : ["", title, ...shortened(strange, outcome)]),
  ];
}

/** The stages of the file, where none is known or some are not: they are to be named in the plan, or in the map. */
function stageNameLines(
  outcome: LearnOutcome,
  { stages, stageNames }: Omit<Exports, "journeys">,
): readonly string[] {
  const strange = stageNames.filter(({ stage }) => stage === null);
  if (stages.length > 0 && strange.length === 0) return [];
  const list = stages.length === 0 ? stageNames : strange;
  if (list.length === 0) return [];
  const title =
    stages.length === 0
      ? "Stages in the file; without --plan or funnel: [first, second] in the map their order is not known, so nothing is learned of them:"
      : "Stages in the file that the plan does not have:";
  const hint = "init --from makes a plan of an export; stages in the map says what a name means here.";
  const lines = list.map(
    ({ name, rows, stage }) =>
      `  ${name}: ${outcome.format.plural(rows, "row")}${stage === null ? "" : `, ${stage}`}`,
  );
  return ["", title, ...shortened(lines, outcome), `  ${hint}`];
}

/** Deals that the file holds and that teach nothing. */
function unusedText({ unused }: Learned, { plural }: Format): string {
  if (unused === 0) return "";
  const it = unused === 1 ? "it" : "them";
  return `; ${plural(unused, "more was", "more were")} not used: nothing that happened to ${it} has a day by then`;
}

function groupLines(outcome: LearnOutcome): readonly string[] {
  const { groups } = outcome.learned;
  if (groups.length === 0) return [];
  const lines = groups.flatMap(({ by, name, stages }) =>
    stages.map((stage) => `  ${by} ${name ?? "(none)"}, ${groupRate(stage, outcome.format)}`),
  );
  return ["", "Apart, pulled toward the whole where there are few deals:", ...shortened(lines, outcome)];
}

function groupRate({ stage, own, naive, won, of, ...pulled }: GroupRate, { rate, number }: Format): string {
  return `${stage}: ${rate(pulled.rate)} (${number(won)} of ${number(of)}; naive ${rate(naive)}, own ${rate(own)})`;
}

function planLines(
  { changes, left, fits }: AppliedLearning,
  file: string,
  outcome: LearnOutcome,
): readonly string[] {
  const { before, written, format } = outcome;
  const title = written ? `Written to ${file}:` : `Would change in ${file} (--write does it):`;
  const kept = left.map(({ path, why }) => `  ${pathText(path)} stays: ${sayWhyLeft(why, format)}`);
  if (changes.length === 0) return [`Nothing to change in ${file}`, ...shortened(kept, outcome)];
  const offOf = new Map(fits.map(({ path, off }) => [pathText(path), off]));
  const lines = changes.map((change) => {
    const off = offOf.get(pathText(change.path)) ?? 0;
    const close = off < 0.0005 ? "" : `, at most ${pointsText(off, format)} from what was seen`;
    return `  ${changeText(change, before, format)}${close}`;
  });
  return [title, ...shortened(lines, outcome), ...shortened(kept, outcome)];
}

function changeText({ path, to }: Change, before: Plan | undefined, format: Format): string {
  const old = valueAt(before, path);
  const was = old === undefined ? "" : `${valueText(old, format)} becomes `;
  return `${pathText(path)}: ${was}${valueText(to, format)}`;
}

/** A value of a plan as its reader writes it. */
function valueText(value: unknown, format: Format): string {
  const { number, plural } = format;
  if (isList(value)) {
    const days = value.map((row) => Number(fieldsOf(row)["days"]));
    return `${plural(days.length, "share")} over ${number(days[0] ?? 0)} to ${plural(days.at(-1) ?? 0, "day")}`;
  }
  if (value === null || typeof value !== "object") return plainText(String(value), format);
  const { rate, low, high, won, of, median, p90, month } = value as Readonly<
    Record<string, string | number | undefined>
  >;
  if (month !== undefined) return `${plainText(month, format)} a month`;
  if (median !== undefined && p90 !== undefined)
    return `half within ${plural(median, "day")}, nine in ten within ${number(p90)}`;
  if (rate === undefined)
    return won === undefined || of === undefined ? JSON.stringify(value) : `${number(won)} of ${number(of)}`;
  const interval =
    low === undefined || high === undefined
      ? ""
      : ` (${plainText(low, format)} to ${plainText(high, format)})`;
  return `${plainText(rate, format)}${interval}`;
}

/** A number or a rate as it stands in the plan, punctuated as its reader does. */
function plainText(value: string | number, { written, writtenRate }: Format): string {
  const share = typeof value === "string" && value.endsWith("%") ? parseRateText(value) : undefined;
  if (share !== undefined) return writtenRate(share);
  const quantity = tryQuantity(value);
  return quantity === undefined ? String(value) : written(quantity);
}
