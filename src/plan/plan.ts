import type { output } from "zod/mini";
import type { activitySchema } from "./activity.js";
import type { churnSchema } from "./base.js";
import type { dealSchema } from "./deal.js";
import type { channelSchema, stageSchema } from "./funnel.js";
import type { habitSchema } from "./habits.js";
import type { taskSchema } from "./tasks.js";
import type { pipelineItemSchema } from "./pipeline.js";
import type { planShape } from "./plan-schema.js";
import type { RateInput } from "./rate.js";
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
export interface StageParts<Stage extends string = string, Team extends string = string> extends Owned<
  Omit<Data<typeof stageSchema>, "stage" | "rate" | "sameAs" | "sources" | "activities">,
  Team
> {
  /** The stage's name; no two stages of a plan have the same. */
  readonly stage: Stage;
  /** Work done for each unit; a stage without any is its own activity. */
  readonly activities?: readonly ActivityInput<Team>[] | undefined;
  /** The channels that bring units to it; only on the first stage of a list. */
  readonly sources?: readonly ChannelInput<Stage, Team>[] | undefined;
}

/** A channel as written. */
export interface ChannelInput<Stage extends string = string, Team extends string = string> extends Omit<
  Data<typeof channelSchema>,
  "funnel"
> {
  /** Its own stages, source first; leaving the last one leads to the stage that it feeds. */
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
  "deal" | "churn" | "funnel" | "teams" | "pipeline" | "habits" | "tasks"
>;

/**
 * What the user writes down: plain data. `Stage` and `Team` are the names used in it, so that a misspelt name is a
 * compile error; everything else about the data is checked when it is read.
 */
export interface PlanInput<Stage extends string = string, Team extends string = string> extends Rest {
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

declare const read: unique symbol;

/**
 * A plan that was read: the same plain data, validated and frozen. Only the compiler tells it from data that nobody has
 * read: `parsePlan`, `definePlan` and `applyChange` give one, and nothing else does.
 */
export interface Plan<Stage extends string = string, Team extends string = string> extends PlanInput<
  Stage,
  Team
> {
  /** For the compiler alone; never there. */
  readonly [read]: true;
}
