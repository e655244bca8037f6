import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { scoreInterval } from "../../number/score-interval.js";
import { byName } from "../journeys/tally.js";
import { cumulativeIncidence } from "./cumulative-incidence.js";
import { estimate, writtenRate, type Estimate } from "./estimate.js";
import type { GroupKey, GroupRate, LearnedGroup } from "./learned.js";
import type { Observations } from "./observations.js";
import type { Seen, StageTimes } from "./observe-journeys.js";
import { givenBetween, learnBetween, pulledRate, type BetweenGroups, type Whole } from "./between-groups.js";

/** How groups are formed and pulled. */
interface GroupOptions {
  readonly by: GroupKey;
  /** How many deals of the whole each group is mixed with; learned for each stage where it is not given. */
  readonly strength: number | undefined;
  /** The stages whose rates can be told, and whether intervals can be claimed. */
  readonly mature: ReadonlyMap<string, boolean>;
}

/**
 * The rates of each group, pulled toward those of the whole: as if each group also had `strength` more deals that went on at
 * the rate of the whole. rate = (size · own + strength · whole) ÷ (size + strength), where size is how many finished deals
 * would tell as much as the group's. How strong the pull is follows from how much groups differ beyond luck, and the interval
 * is wider by how little that is known. Of a stage in which none of a group's deals is decided nothing is said.
 *
 * See C. N. Morris, "Parametric empirical Bayes inference", JASA 78 (1983), 47–55, for why pulling makes fewer errors.
 */
export function learnGroups(seen: Seen, { by, strength, mature }: GroupOptions): readonly LearnedGroup[] {
  const groups = [...(seen.groups.get(by) ?? [])].sort(([one], [other]) => byName(one, other));
  const wholes = new Map<string, StageWhole>();
  for (const [stage, times] of seen.all.byStage) {
    const claim = mature.get(stage);
    if (claim === undefined) continue;
    const { rate, size } = estimateOf(times);
    const parts = groups.flatMap(([, { byStage }]) => decided(byStage.get(stage)).map(estimateOf));
    const whole = { rate, size, groups: Math.max(1, parts.length) };
    const between = strength === undefined ? learnBetween(parts, whole) : givenBetween(strength);
    wholes.set(stage, { whole, between, claim });
  }
  const rates = ({ byStage }: StageTimes) =>
    seen.stages.flatMap((stage) => {
      const whole = wholes.get(stage);
      return whole === undefined
        ? []
        : decided(byStage.get(stage)).map((own) => groupRate(stage, own, whole));
    });
  return groups.map(([name, times]) => ({ by, name, journeys: times.journeys, stages: rates(times) }));
}

/** What the groups of a stage have in common. */
interface StageWhole {
  readonly whole: Whole;
  readonly between: BetweenGroups;
  readonly claim: boolean;
}

/** The times of a group where they can tell anything, else none. */
function decided(times: Observations | undefined): readonly Observations[] {
  return times === undefined || times.wentOn + times.lost === 0 ? [] : [times];
}

function estimateOf(seen: Observations): Estimate {
  return estimate(seen, cumulativeIncidence(seen));
}

function groupRate(stage: string, part: Observations, { whole, between, claim }: StageWhole): GroupRate {
  const { wentOn, entered: of } = part;
  const own = estimateOf(part);
  const { rate, size } = pulledRate(own, whole, between);
  return {
    stage,
    ...writtenRate({ rate, exact: undefined }, claim ? scoreInterval(rate, size) : undefined, wentOn, of),
    naive: encodeExact(ratio(wentOn, of)),
    own: writtenRate(own, undefined, wentOn, of).rate,
    strength: between.strength,
  };
}
