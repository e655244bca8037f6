import type { output } from "zod/mini";
import type { activitySchema } from "./activity.js";
import type { churnSchema } from "./base.js";
import type { dealSchema } from "./deal.js";
import type { channelSchema, stageSchema } from "./funnel.js";
import type { goalSchema, goalsItemSchema } from "./goal.js";
import type { habitSchema } from "./habits.js";
import type { taskSchema } from "./tasks.js";
import type { pipelineItemSchema } from "./pipeline.js";
import type { planShape } from "./plan-schema.js";
import type { RateInput } from "./rate.js";
import type { returnsSchema } from "./returns.js";
import type { Quantity } from "../schema/quantity.js";
import type { ReadonlyData } from "../schema/readonly-data.js";
import type { teamSchema } from "./teams.js";

type Data<T> = ReadonlyData<output<T>>;
type Owned<T, Team extends string> = Omit<T, "owner"> & {
  /** The team that answers for it. */
  readonly owner?: NoInfer<Team> | undefined;
};

/** Work done for each unit of a stage or for each win. */
export interface ActivityInput<Team extends string = string> extends Omit<
  Data<typeof activitySchema>,
  "owner"
> {
  /** The team that does it; default: the stage's. */
  readonly owner?: NoInfer<Team> | undefined;
}

/** A rate of its own. */
interface OwnRate {
  /** The share of the units that enter the stage which ever go on. */
  readonly rate: RateInput;
  /** Instead of `rate`: the stage whose rate it has too, which is then one rate, known and moved together. */
  readonly sameAs?: undefined;
}

/** The rate of another stage. */
export interface SharedRate<Stage extends string = string> {
  /** The share of the units that enter the stage which ever go on. */
  readonly rate?: undefined;
  /** Instead of `rate`: the stage whose rate it has too, which is then one rate, known and moved together. */
  readonly sameAs: NoInfer<Stage>;
}

/** A stage as written; `Stage` are the names of all stages of the plan, `Team` those of its teams. */
export type StageInput<Stage extends string = string, Team extends string = string> = StageParts<
  Stage,
  Team
> &
  (OwnRate | SharedRate<Stage>);

/** A stage but for its rate. */
interface StageParts<Stage extends string = string, Team extends string = string> extends Owned<
  Omit<Data<typeof stageSchema>, "stage" | "rate" | "sameAs" | "returns" | "sources" | "activities">,
  Team
> {
  /** The stage's name; no two stages of a plan have the same. */
  readonly stage: Stage;
  /** Work done for each unit; a stage without any is its own activity. */
  readonly activities?: readonly ActivityInput<Team>[] | undefined;
  /** What comes back of the units that did not go on: no-shows that book again. */
  readonly returns?: ReturnsInput<Stage> | undefined;
  /** The channels that bring units to it; the stages before it in its list bring the rest. */
  readonly sources?: readonly ChannelInput<Stage, Team>[] | undefined;
}

/** What comes back from a stage as written. */
interface ReturnsInput<Stage extends string = string> extends Omit<Data<typeof returnsSchema>, "to"> {
  /** The stage that they enter again: this one, or one before it in the same list. */
  readonly to: NoInfer<Stage>;
}

/** A channel as written. */
export interface ChannelInput<Stage extends string = string, Team extends string = string> extends Omit<
  Data<typeof channelSchema>,
  "funnel"
> {
  /**
   * Its own stages, source first; leaving the last one leads to the stage that it feeds. None where its units come from
   * outside: they then bear the channel's name.
   */
  readonly funnel: readonly StageInput<Stage, Team>[];
}

/**
 * One open unit as written.
 *
 * @useDeclaredType
 */
export type PipelineItemInput = Data<typeof pipelineItemSchema>;

/** Open work by stage: a count, or the units one by one. */
export type PipelineInput<Stage extends string = string> = Readonly<
  Partial<Record<NoInfer<Stage>, Quantity | readonly PipelineItemInput[] | undefined>>
>;

/**
 * A team as written.
 *
 * @useDeclaredType
 */
export type TeamInput = Data<typeof teamSchema>;

/** The deal as written. */
export interface DealInput<Team extends string = string> extends Omit<
  Data<typeof dealSchema>,
  "activities" | "owner"
> {
  /** The team that answers for the wins. */
  readonly owner?: NoInfer<Team> | undefined;
  /** Work that each win causes. */
  readonly activities?: readonly ActivityInput<Team>[] | undefined;
}

type Rest = Omit<
  Data<typeof planShape>,
  "goal" | "goals" | "deal" | "churn" | "funnel" | "teams" | "pipeline" | "habits" | "tasks"
>;

/** A plan but for what is to be achieved. */
export interface PlanParts<Stage extends string = string, Team extends string = string> extends Rest {
  /** What one win is worth, and the work that it causes. */
  readonly deal?: DealInput<Team> | undefined;
  /** What the base loses: exactly one of customers, MRR or a rate. */
  readonly churn?: Owned<Data<typeof churnSchema>, Team> | undefined;
  /** The stages, source first; leaving the last one is a win. */
  readonly funnel: readonly StageInput<Stage, Team>[];
  /** Who does the work; where teams are given, every owner is one of them. */
  readonly teams?: Readonly<Record<Team, TeamInput>> | undefined;
  /** Units that are in the stages already. */
  readonly pipeline?: PipelineInput<Stage> | undefined;
  /** Process goals beside the funnel. */
  readonly habits?: readonly Owned<Data<typeof habitSchema>, Team>[] | undefined;
  /** Work that must be done by a date. */
  readonly tasks?: readonly Owned<Data<typeof taskSchema>, Team>[] | undefined;
}

/**
 * The goal as written.
 *
 * @useDeclaredType
 */
export type GoalInput = Data<typeof goalSchema>;

/**
 * One of several goals as written.
 *
 * @useDeclaredType
 */
export type GoalsItemInput = Data<typeof goalsItemSchema>;

/** One goal. */
interface WithOneGoal {
  /** What is to be achieved, and by when. */
  readonly goal: GoalInput;
  /** Instead of `goal`: several goals over the same period, by the same funnel and deal. */
  readonly goals?: undefined;
}

/** Several goals. */
export interface WithSeveralGoals {
  /** What is to be achieved, and by when. */
  readonly goal?: undefined;
  /** Instead of `goal`: several goals over the same period, by the same funnel and deal. */
  readonly goals: readonly GoalsItemInput[];
}

/**
 * What the user writes down: plain data, with a `goal` or several `goals`. `Stage` and `Team` are the names used in it, so
 * that a misspelt name is a compile error; everything else about the data is checked when it is read.
 */
export type PlanInput<Stage extends string = string, Team extends string = string> = PlanParts<Stage, Team> &
  (WithOneGoal | WithSeveralGoals);

/** A plan of one goal: as it was written, or that of several which was chosen. */
export interface GoalPlan<Stage extends string = string, Team extends string = string>
  extends PlanParts<Stage, Team>, WithOneGoal {}

declare const read: unique symbol;

/**
 * A plan that was read: the same plain data, validated and frozen. Only the compiler tells it from data that nobody has
 * read: `parsePlan`, `definePlan` and `applyChange` give one, and nothing else does.
 */
export type Plan<Stage extends string = string, Team extends string = string> = PlanInput<Stage, Team> & {
  /** For the compiler alone; never there. */
  readonly [read]: true;
};
