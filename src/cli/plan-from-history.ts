import { formatDay, parseDay } from "../calendar/day.js";
import { applyLearned } from "../history/learning/apply-learned.js";
import { learn } from "../history/learning/learn.js";
import type { Journey } from "../history/journeys/journey.js";
import { parsePlanYaml } from "../yaml/index.js";
import { editPlanText } from "./edit-plan-text.js";
import { nameText } from "./name-text.js";
import { nextQuarter } from "./starters/period.js";
import { must } from "../number/invariant.js";

/** What a plan is made from. */
interface History {
  readonly journeys: readonly Journey[];
  /** Deals that could not be read. */
  readonly leftOut: number;
  /** The stages, first to last. */
  readonly stages: readonly string[];
  readonly asOf: string;
  /** How the files are called. */
  readonly name: string;
  readonly today: string;
}

/** What a guess says beside it. */
const GUESS = "# a guess: the export does not tell";
/** A quarter: thirteen weeks. */
const QUARTER = 91;

/**
 * A plan with the stages of an export: as many wins as the last thirteen weeks brought for a goal, rates and lags as history
 * shows them, and a guess with its mark where it does not.
 */
export function planFromHistory({ journeys, leftOut, stages, asOf, name, today }: History): string {
  const learned = learn(journeys, { stages, asOf, leftOut });
  const [value] = learned.values.length === 1 ? learned.values : [];
  const wins = recentWins(journeys, asOf);
  const told = new Set(stages.filter((stage) => learned.stages[stage]?.mature === true));
  const rows = stages.flatMap((stage) => [
    `  - stage: ${nameText(stage)}`,
    `    rate: 50%${told.has(stage) ? "" : ` ${GUESS}`}`,
  ]);
  const text = [
    `# Made from ${name.replaceAll(/[\r\n]+/g, " ")}: ${learned.journeys} deals up to ${asOf}. Change the goal to yours, then:`,
    "#   reverse-funnel solve plan.yaml",
    ...(value === undefined || value.currency === null ? [] : [`currency: ${value.currency}`]),
    `goal: { metric: customers, amount: ${Math.max(1, wins)}, period: ${nextQuarter(today)} } # the last 13 weeks brought ${wins}`,
    ...(value === undefined ? [] : [`deal: { value: 1 } # the average of ${value.count} wins`]),
    "funnel:",
    ...rows,
    "",
  ].join("\n");
  const { changes } = applyLearned(parsePlanYaml(text), learned);
  return editPlanText(text, changes) ?? text;
}

function recentWins(journeys: readonly Journey[], asOf: string): number {
  const from = formatDay(must(parseDay(asOf), "a day") - QUARTER);
  return journeys.filter(
    ({ state, closed }) => state === "won" && closed !== null && closed > from && closed <= asOf,
  ).length;
}
