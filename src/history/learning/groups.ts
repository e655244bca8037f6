import { encodeExact } from "../../number/exact-string.js";
import { ratio } from "../../number/ratio.js";
import { byText } from "../journeys/tally.js";
import { cumulativeIncidence } from "./cumulative-incidence.js";
import { estimate, writtenRate, type Estimate } from "./learn-stage.js";
import type { GroupKey, GroupRate, LearnedGroup } from "./learned.js";
import type { Observations } from "./observations.js";
import type { Seen, StageTimes } from "./observe-journeys.js";

/** How many deals of the whole each group is mixed with, unless `strength` says otherwise. */
export const STRENGTH = 20;

/** How groups are formed and pulled. */
export interface GroupOptions {
  readonly by: GroupKey;
  readonly strength: number;
  /** The stages whose rates can be told, and whether intervals can be claimed. */
  readonly mature: ReadonlyMap<string, boolean>;
}

/**
 * The rates of each group, pulled toward those of the whole: as if each group also had `strength` more deals that went on at
 * the rate of the whole. rate = (size · own + strength · whole) ÷ (size + strength), where size is how many finished deals
 * would tell as much as the group's. A group of 2 hardly moves from the whole; one of 2,000 hardly notices.
 *
 * This is the mean of a beta-binomial model whose prior is the whole's rate with the weight of `strength` deals; see
 * C. N. Morris, "Parametric empirical Bayes inference", JASA 78 (1983), 47–55, for why pulling makes fewer errors.
 */
export function learnGroups(seen: Seen, { by, strength, mature }: GroupOptions): readonly LearnedGroup[] {
  const known = [...seen.all.byStage].filter(([stage]) => mature.has(stage));
  const whole = new Map(known.map(([stage, times]) => [stage, estimateOf(times)]));
  const rates = ({ byStage }: StageTimes) =>
    seen.stages.flatMap((stage) => {
      const [own, all] = [byStage.get(stage), whole.get(stage)];
      const claim = mature.get(stage);
      if (claim === undefined || own === undefined || all === undefined || own.entered === 0) return [];
      return [groupRate(stage, own, all, strength, claim)];
    });
  const groups = [...(seen.groups.get(by) ?? [])].sort(([one], [other]) => byText(one ?? "", other ?? ""));
  return groups.map(([name, times]) => ({ by, name, journeys: times.journeys, stages: rates(times) }));
}

function estimateOf(seen: Observations): Estimate {
  return estimate(seen, cumulativeIncidence(seen));
}

function groupRate(
  stage: string,
  part: Observations,
  whole: Estimate,
  strength: number,
  claim: boolean,
): GroupRate {
  const own = estimateOf(part);
  const { wentOn, entered: of } = part;
  const size = own.size + strength;
  const pulled = { rate: (own.size * own.rate + strength * whole.rate) / size, size, exact: undefined };
  return {
    stage,
    ...writtenRate(pulled, claim, wentOn, of),
    naive: encodeExact(ratio(wentOn, of)),
    own: writtenRate(own, false, wentOn, of).rate,
  };
}
