import { toExact } from "../number/exact.js";
import { ratio } from "../number/ratio.js";
import { byText } from "../journeys/tally.js";
import { formatDay } from "../time/day.js";
import { countKinds, cumulativeIncidence } from "./cumulative-incidence.js";
import { estimate, writtenRate, type Estimate } from "./learn-stage.js";
import type { GroupKey, GroupRate, LearnedGroup } from "./learned.js";
import { noObservations, type Observations, type Seen } from "./observations.js";

/** How many deals of the whole each group is mixed with, unless `strength` says otherwise. */
export const STRENGTH = 20;

/** How groups are formed and pulled. */
export interface GroupOptions {
  readonly by: GroupKey;
  readonly strength: number;
  /** Whether intervals can be claimed, by stage. */
  readonly mature: ReadonlySet<string>;
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
  const names = seen.used.map(({ journey, first }) =>
    by === "month" ? formatDay(first).slice(0, 7) : journey[by],
  );
  const sizes = new Map<string | null, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const rates = new Map<string | null, GroupRate[]>([...sizes.keys()].map((name) => [name, []]));
  for (const stage of seen.stages) {
    const all = seen.byStage.get(stage) ?? noObservations();
    const whole = all.age.length === 0 ? undefined : estimate(all, cumulativeIncidence(all));
    if (whole === undefined) continue;
    for (const [name, part] of divided(all, names))
      rates.get(name)?.push(groupRate(stage, part, whole, strength, mature.has(stage)));
  }
  const groups = [...sizes].map(([name, journeys]) => ({
    by,
    name,
    journeys,
    stages: rates.get(name) ?? [],
  }));
  return groups.sort((one, other) => byText(one.name ?? "", other.name ?? ""));
}

function divided(
  all: Observations,
  names: readonly (string | null)[],
): ReadonlyMap<string | null, Observations> {
  const parts = new Map<string | null, Observations>();
  for (let index = 0; index < all.age.length; index += 1) {
    const name = names[all.deal[index] ?? -1] ?? null;
    let part = parts.get(name);
    if (part === undefined) parts.set(name, (part = noObservations()));
    // Only what a rate is made of: how long deals were watched is asked of the whole.
    part.age.push(all.age[index] ?? 0);
    part.kind.push(all.kind[index] ?? 0);
    part.from.push(all.from[index] ?? 0);
  }
  return parts;
}

function groupRate(
  stage: string,
  part: Observations,
  whole: Estimate,
  strength: number,
  claim: boolean,
): GroupRate {
  const own = estimate(part, cumulativeIncidence(part));
  const { wentOn } = countKinds(part);
  const of = part.age.length;
  const size = own.size + strength;
  const pulled = { rate: (own.size * own.rate + strength * whole.rate) / size, size, exact: undefined };
  return {
    stage,
    ...writtenRate(pulled, claim, wentOn, of),
    naive: toExact(ratio(wentOn, of)),
    own: writtenRate(own, false, wentOn, of).rate,
  };
}
