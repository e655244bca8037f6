import type * as z from "zod/mini";
import type { activitySchema } from "./activity.js";
import type { churnSchema } from "./base.js";
import type { dealSchema } from "./deal.js";
import type { channelSchema, stageSchema } from "./funnel.js";
import type { habitSchema } from "./habits.js";
import type { needSchema } from "./needs.js";
import type { openItemSchema } from "./open-work.js";
import type { planShape } from "./plan-schema.js";
import type { Quantity } from "./quantity.js";
import type { ReadonlyData } from "./readonly-data.js";
import type { teamSchema } from "./teams.js";

type Data<T> = ReadonlyData<z.infer<T>>;
type Owned<T, Team extends string> = Omit<T, "owner"> & { readonly owner?: NoInfer<Team> | undefined };

/** Work done for each unit of a stage or for each win. */
export type ActivityInput<Team extends string = string> = Owned<Data<typeof activitySchema>, Team>;

/** A stage as written; `Stage` are the names of all stages of the plan, `Team` those of its teams. */
export interface StageInput<Stage extends string = string, Team extends string = string> extends Owned<
  Omit<Data<typeof stageSchema>, "stage" | "sources" | "activities">,
  Team
> {
  readonly stage: Stage;
  readonly activities?: readonly ActivityInput<Team>[] | undefined;
  readonly sources?: readonly ChannelInput<Stage, Team>[] | undefined;
}

/** A channel as written. */
export interface ChannelInput<Stage extends string = string, Team extends string = string> extends Omit<
  Data<typeof channelSchema>,
  "funnel"
> {
  readonly funnel: readonly StageInput<Stage, Team>[];
}

/** One open unit as written. */
export type OpenItemInput = Data<typeof openItemSchema>;

/** Open work by stage: a count, or the units one by one. */
export type OpenInput<Stage extends string = string> = Readonly<
  Partial<Record<NoInfer<Stage>, Quantity | readonly OpenItemInput[] | undefined>>
>;

/** A team as written. */
export type TeamInput = Data<typeof teamSchema>;

/** The deal as written. */
export type DealInput<Team extends string = string> = Owned<
  Omit<Data<typeof dealSchema>, "activities">,
  Team
> & {
  readonly activities?: readonly ActivityInput<Team>[] | undefined;
};

type Rest = Omit<Data<typeof planShape>, "deal" | "churn" | "funnel" | "teams" | "open" | "habits" | "needs">;

/**
 * What the user writes down: plain data. `Stage` and `Team` are the names used in it, so that a misspelt name is a
 * compile error; everything else about the data is checked when it is read.
 */
export interface PlanInput<Stage extends string = string, Team extends string = string> extends Rest {
  readonly deal?: DealInput<Team> | undefined;
  readonly churn?: Owned<Data<typeof churnSchema>, Team> | undefined;
  readonly funnel: readonly StageInput<Stage, Team>[];
  readonly teams?: Readonly<Record<Team, TeamInput>> | undefined;
  readonly open?: OpenInput<Stage> | undefined;
  readonly habits?: readonly Owned<Data<typeof habitSchema>, Team>[] | undefined;
  readonly needs?: readonly Owned<Data<typeof needSchema>, Team>[] | undefined;
}

/** A plan that was read: the same data, validated and frozen. */
export type Plan<Stage extends string = string, Team extends string = string> = PlanInput<Stage, Team>;
