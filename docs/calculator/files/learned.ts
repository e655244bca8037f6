import { importLines, type Crm } from "reverse-funnel/adapters";
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
import { planFromHistory } from "../../../src/cli/plan-from-history.js";
import { orderStages } from "../../../src/history/journeys/stage-order.js";
import { fromText } from "./plan-text.js";
import type { DocumentReading } from "./read-document.js";
import {
  readExport,
  readForOrder,
  readStageNames,
  type ExportReading,
  type ExportTexts,
} from "./read-export.js";

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

/** What an export that was read for a plan says of its rates. */
export function learnFrom(
  file: string,
  { crm, journeys, ...account }: ExportReading,
  plan: Plan,
  today: string,
): LearnedFile {
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

/**
 * A plan with the stages, rates and lags of an export, for whoever has none yet. It is read three times: which stages there
 * are, in which order deals go through them, and what happened.
 */
export function planFromExport(file: string, exported: ExportTexts, today: string): DocumentReading {
  const stageNames = readStageNames(exported);
  const ended = new Set<string | null>(["won", "lost"]);
  const names = new Set(
    stageNames.filter(({ stage }) => !ended.has(stage)).map(({ name, stage }) => stage ?? name),
  );
  const stages = orderStages([...names], readForOrder(exported, [...names]));
  if (stages.length === 0)
    return { problem: `${file} names no stage of a deal, so there is nothing to make a plan from.` };
  const { journeys, leftOut } = readExport(exported, stages);
  const latest = latestDay(journeys);
  if (latest === undefined)
    return { problem: `${file} has no deal with a day, so there is nothing to make a plan from.` };
  const asOf = latest > today ? today : latest;
  return fromText(planFromHistory({ journeys, leftOut, stages, asOf, name: file, today }));
}
