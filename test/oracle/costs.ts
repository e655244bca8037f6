import { readPeriod } from "./dates.js";
import type { PlainActivity, PlainPlan, PlainStage } from "./plain-plan.js";
import { ONE, sum, whole, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { spanCount, spansOf } from "./running-base.js";
import { volumesOf } from "./volumes.js";
import type { Volume } from "./volumes.js";
import { readNumber } from "./written.js";

/** What an hour of a team's work costs; 0 where the plan does not say. */
export function costOfMinutes(
  plan: PlainPlan,
  owner: string | undefined,
  minutes: PlainActivity["minutes"],
): Rational {
  const perHour = owner === undefined ? undefined : plan.teams?.[owner]?.costPerHour;
  if (perHour === undefined || minutes === undefined) return ZERO;
  return readNumber(minutes).times(readNumber(perHour)).over(whole(60));
}

/** What one unit of a stage costs by itself, without its activities. */
export function ownCost(plan: PlainPlan, { cost, minutes, owner }: PlainStage): Rational {
  return readNumber(cost ?? 0).plus(costOfMinutes(plan, owner, minutes));
}

/** What doing an activity once costs. */
export function costOnce(
  plan: PlainPlan,
  { cost, minutes, owner }: PlainActivity,
  otherwise: string | undefined,
): Rational {
  return readNumber(cost ?? 0).plus(costOfMinutes(plan, owner ?? otherwise, minutes));
}

/** The fixed costs of the period. */
export function fixedCosts({ fixedCosts: written = 0, goal }: PlainPlan): Rational {
  if (typeof written !== "object") return readNumber(written);
  return sum(
    written.map(({ amount, per = "period" }) =>
      readNumber(amount).times(spanCount(spansOf(per, readPeriod(goal.period)))),
    ),
  );
}

/** What so many wins cost before anything is rounded up. */
export function levelCost(plan: PlainPlan, wins: Rational): Rational {
  const volumes = volumesOf(plan.funnel, wins, null, (units) => units);
  return exactCost(plan, volumes).plus(costOfOneWin(plan).times(wins));
}

function exactCost(plan: PlainPlan, volumes: readonly Volume[]): Rational {
  return sum(volumes.map(({ stage, units }) => units.times(costOfUnit(plan, stage))));
}

function costOfUnit(plan: PlainPlan, stage: PlainStage): Rational {
  return ownCost(plan, stage).plus(costOfAll(plan, stage.activities, stage.owner));
}

function costOfOneWin(plan: PlainPlan): Rational {
  return costOfAll(plan, plan.deal?.activities, plan.deal?.owner);
}

function costOfAll(
  plan: PlainPlan,
  activities: readonly PlainActivity[] = [],
  owner: string | undefined,
): Rational {
  return sum(
    activities.map((activity) =>
      costOnce(plan, activity, owner).times(
        activity.perUnit === undefined ? ONE : readNumber(activity.perUnit),
      ),
    ),
  );
}
