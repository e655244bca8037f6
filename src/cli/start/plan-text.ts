import { nameText } from "../name-text.js";
import { schemaLine } from "../schema-line.js";
import type { GoalAnswer, TeamAnswer, WorthAnswer } from "./answers.js";

/** What the five questions brought. */
export interface Answers {
  readonly goal: GoalAnswer;
  readonly worth: WorthAnswer | undefined;
  readonly stages: readonly string[];
  /** One for each stage. */
  readonly rates: readonly string[];
  /** What stands beside a rate that nobody knows; "" for a known one. */
  readonly notes: readonly string[];
  readonly team: TeamAnswer | undefined;
}

/** The plan that five answers make, with the line by which an editor knows its keys. */
export function planText({ goal, worth, stages, rates, notes, team }: Answers): string {
  const currency = goal.currency ?? worth?.currency;
  const owner = team === undefined ? "" : `, owner: ${nameText(team.name)}`;
  const unit = goal.unit === undefined ? "" : `, unit: ${nameText(goal.unit)}`;
  const deal = [
    ...(worth === undefined ? [] : [`value: ${worth.value}`]),
    ...(worth?.per === undefined ? [] : [`per: ${worth.per}`]),
    ...(team === undefined ? [] : [`owner: ${nameText(team.name)}`]),
  ];
  return [
    `${schemaLine("plan")}# Made of five answers. Change it as you learn, then: reverse-funnel`,
    ...(currency === undefined ? [] : [`currency: ${currency}`]),
    `goal: { metric: ${goal.metric}, amount: ${goal.amount}${unit}, period: ${goal.period} }`,
    ...(deal.length === 0 ? [] : [`deal: { ${deal.join(", ")} }`]),
    "funnel:",
    ...stages.map(
      (stage, index) =>
        `  - { stage: ${nameText(stage)}, rate: ${rates[index] ?? "50%"}${owner} }${notes[index] ?? ""}`,
    ),
    ...(team === undefined ? [] : teamLines(team)),
    "",
  ].join("\n");
}

function teamLines({ name, people, headcount }: TeamAnswer): readonly string[] {
  const who =
    people.length > 0
      ? `people: [${people.map((person) => `{ name: ${nameText(person)} }`).join(", ")}]`
      : headcount === undefined
        ? undefined
        : `headcount: ${headcount}`;
  return who === undefined ? [] : ["teams:", `  ${nameText(name)}: { ${who} }`];
}
