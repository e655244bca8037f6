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
  /** Of the units, those that are there for the first time; null where none come back. */
  readonly first: Rational | null;
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
  let out = leaving;
  for (const stage of [...funnel].reverse()) {
    const need = unitsBefore(stage, out);
    const units = round(need);
    const again = shareAgain(funnel, stage);
    const first = again === null ? units : round(need.times(ONE.minus(again)));
    const sources = stage.sources ?? [];
    const brought = sum(sources.map((source) => readNumber(source.units ?? 0)));
    // Units arrive; what comes back does not arrive a second time.
    const exactFirst = again === null ? units : units.times(ONE.minus(again));
    const surplus = sources.length === 0 ? ZERO : greater(ZERO, brought.minus(exactFirst));
    volumes.unshift({ stage, channel, units, surplus, first: again === null ? null : first });
    const fed = sourceVolumes(sources, first, round);
    volumes.unshift(...fed);
    out = sources.length === 0 ? first : round(greater(ZERO, first.minus(brought)).times(remainder(sources)));
  }
  return volumes;
}

/**
 * Of the entries of a stage, the share that is there again, by walking one entry around: it comes as far as the stage that
 * names this one, does not go on there, and comes back. Null where no stage names it.
 */
function shareAgain(funnel: readonly PlainStage[], stage: PlainStage): Rational | null {
  const start = funnel.indexOf(stage);
  let walking = ONE;
  for (const passed of funnel.slice(start)) {
    const rate = readRate(passed.rate);
    if (passed.returns?.to === stage.stage)
      return walking.times(ONE.minus(rate)).times(readRate(passed.returns.rate));
    walking = walking.times(rate);
  }
  return null;
}

/** What the shares of channels leave: for the one with the rest, or for the stages before. */
function remainder(sources: readonly PlainSource[]): Rational {
  return ONE.minus(sum(sources.map((source) => readRate(source.share ?? 0))));
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
  return sources.flatMap((source) => {
    const share = source.rest === true ? remainder(sources) : readRate(source.share ?? 0);
    const part = source.units === undefined ? missing.times(share) : readNumber(source.units);
    // From outside come units of the channel's own name, all of which arrive.
    const outside: PlainStage[] = [{ stage: source.channel, rate: 1 }];
    const funnel = source.funnel.length === 0 ? outside : source.funnel;
    return volumesOf(funnel, round(part), source.channel, round);
  });
}
