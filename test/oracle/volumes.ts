import type { PlainSource, PlainStage } from "./plain-plan.js";
import { greater, ONE, sum, ZERO } from "./rational.js";
import type { Rational } from "./rational.js";
import { OracleRefusal } from "./refusal.js";
import { readNumber, readRate } from "./written.js";

/** How many units must enter a stage. */
export interface Volume {
  readonly stage: PlainStage;
  /** The innermost channel that the stage stands in; `null` in the plan's own funnel. */
  readonly channel: string | null;
  readonly units: Rational;
  /** What `units` channels bring to the stage beyond its need. */
  readonly surplus: Rational;
}

/** How a volume is rounded before the stage in front of it is worked out: not at all, or up. */
export type Rounding = (volume: Rational) => Rational;

/**
 * Volumes of a list of stages and of all that feeds it, from the sources to the list's end.
 *
 * @param leaving - units that must leave the list's last stage.
 */
export function volumesOf(
  funnel: readonly PlainStage[],
  leaving: Rational,
  channel: string | null,
  round: Rounding,
): Volume[] {
  const volumes: Volume[] = [];
  let units = leaving;
  for (const stage of [...funnel].reverse()) {
    units = round(unitsBefore(stage, units));
    const brought = sum((stage.sources ?? []).map((source) => readNumber(source.units ?? 0)));
    const surplus = greater(ZERO, brought.minus(units));
    volumes.unshift({ stage, channel, units, surplus });
    volumes.unshift(...sourceVolumes(stage.sources ?? [], units, round));
  }
  return volumes;
}

function unitsBefore(stage: PlainStage, leaving: Rational): Rational {
  if (leaving.isZero()) return ZERO;
  const rate = readRate(stage.rate);
  if (rate.isZero()) throw new OracleRefusal("zero-rate", `nothing goes on from "${stage.stage}"`);
  return leaving.over(rate);
}

/** Units channels bring what they bring; shares and the rest divide what is then missing. */
function sourceVolumes(sources: readonly PlainSource[], units: Rational, round: Rounding): Volume[] {
  const brought = sum(sources.map((source) => readNumber(source.units ?? 0)));
  const missing = greater(ZERO, units.minus(brought));
  const remainder = ONE.minus(sum(sources.map((source) => readRate(source.share ?? 0))));
  return sources.flatMap((source) => {
    const share = source.rest === true ? remainder : readRate(source.share ?? 0);
    const part = source.units === undefined ? missing.times(share) : readNumber(source.units);
    return volumesOf(source.funnel, round(part), source.channel, round);
  });
}
