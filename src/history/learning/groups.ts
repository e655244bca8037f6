import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { scoreInterval } from "../../number/score-interval.js";
import { byName } from "../journeys/tally.js";
import { cumulativeIncidence } from "./cumulative-incidence.js";
import { estimate, writtenRate, type Estimate } from "./estimate.js";
import type { GroupKey, GroupRate, LearnedGroup } from "./learned.js";
import type { Observations } from "./observations.js";
import type { Seen, StageTimes } from "./observe-journeys.js";
import { groupStrength } from "./group-strength.js";

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
 * would tell as much as the group's. The interval knows the whole no better than its other deals tell it: those of the pull count
 * as strength · others ÷ (strength + others). How strong the pull is follows from how much groups differ beyond luck. Of a stage in
 * which none of a group's deals is decided nothing is said.
 *
 * This is the mean of a beta-binomial model whose prior is the whole's rate with the weight of `strength` deals; see
 * C. N. Morris, "Parametric empirical Bayes inference", JASA 78 (1983), 47–55, for why pulling makes fewer errors.
 */
export function learnGroups(seen: Seen, { by, strength, mature }: GroupOptions): readonly LearnedGroup[] {
  const groups = [...(seen.groups.get(by) ?? [])].sort(([one], [other]) => byName(one, other));
  const wholes = new Map<string, Whole>();
  for (const [stage, times] of seen.all.byStage) {
    const claim = mature.get(stage);
    if (claim === undefined) continue;
    const { rate, size } = estimateOf(times);
    const parts = groups.flatMap(([, { byStage }]) => decided(byStage.get(stage)).map(estimateOf));
    wholes.set(stage, { rate, size, strength: strength ?? groupStrength(parts), claim });
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

interface Whole {
  readonly rate: number;
  /** As many finished deals as would tell as much of the whole. */
  readonly size: number;
  readonly strength: number;
  readonly claim: boolean;
}

/** The times of a group where they can tell anything, else none. */
function decided(times: Observations | undefined): readonly Observations[] {
  return times === undefined || times.wentOn + times.lost === 0 ? [] : [times];
}

function estimateOf(seen: Observations): Estimate {
  return estimate(seen, cumulativeIncidence(seen));
}

function groupRate(stage: string, part: Observations, whole: Whole): GroupRate {
  const { strength, claim } = whole;
  const { wentOn, entered: of } = part;
  const own = estimateOf(part);
  const rate = (own.size * own.rate + strength * whole.rate) / (own.size + strength);
  // Groups that seem alike have all the whole's deals behind them, and not more.
  const others = Math.max(0, whole.size - own.size);
  const pulled = strength + others > 0 ? (strength * others) / (strength + others) : 0;
  const interval = claim ? scoreInterval(rate, own.size + pulled) : undefined;
  return {
    stage,
    ...writtenRate({ rate, exact: undefined }, interval, wentOn, of),
    naive: encodeExact(ratio(wentOn, of)),
    own: writtenRate(own, undefined, wentOn, of).rate,
    strength,
  };
}
