import type { UnitsOfMonths } from "../../chance/every-month.js";
import type { DateRange } from "../../calendar/date-range.js";
import type { Day } from "../../calendar/day.js";
import type { CompiledPlan } from "../../model/compile.js";
import { valueOn } from "../../model/mover.js";
import { computeLandingsBy } from "../../model/stage-time.js";
import { at, must } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { multiply, ONE, ratio, type Ratio } from "../../number/ratio.js";
import { computeEffort, spread } from "../../schedule/effort.js";
import type { Volumes } from "../../schedule/volumes.js";
import {
  chanceOfUnit,
  readChanceInputs,
  wholeUnits,
  winningShare,
  type ChanceInputs,
} from "./chance-inputs.js";
import { ratesBehind, winsThrough, type ChanceRates } from "./chance-rates.js";
import type { OwnValue } from "./win-value.js";

/** A part of the period, and the share of its wins that is not lost again. */
interface Span extends DateRange {
  readonly keep: Ratio;
}

/** Units that may be won in any of several spans. */
export interface SpanUnits extends UnitsOfMonths {
  /** For each span the chance that one of them is won in it and stays, by the rates of the plan. */
  readonly wins: readonly number[];
  /** What each counts for, in wins: 1 unless it has a value of its own. */
  readonly worth: OwnValue["worth"];
}

/** All units that may be won, and what is known of the rates of their stages. */
interface UnitsBySpan {
  /** Its stages are those of the units. */
  readonly inputs: ChanceInputs;
  readonly units: readonly SpanUnits[];
  readonly known: ChanceRates;
}

/** In which of several spans of the period may each unit be won, if this work is done? Of a plan with dates; at least one span. */
export function unitsBySpan(compiled: CompiledPlan, volumes: Volumes, spans: readonly Span[]): UnitsBySpan {
  const each = spans.map((span) => readSpan(compiled, span));
  const { inputs } = at(each, 0);
  const units = [...newUnits(compiled, volumes, each), ...openUnits(each.map((span) => span.inputs))];
  const { stages } = inputs;
  const expected = units.map(({ stage, count, wins }) => ({
    ...{ place: stage, count },
    chance: wins.reduce((all, one) => all + one, 0),
  }));
  return { inputs, units, known: ratesBehind(stages, winsThrough(stages, expected)) };
}

interface ReadSpan {
  readonly inputs: ChanceInputs;
  /** When entries are won in the span, by stage. */
  readonly landings: ReturnType<typeof computeLandingsBy>;
}

/** What chances depend on, as if only what is won in the span were won in time. */
function readSpan(compiled: CompiledPlan, { first, last, keep }: Span): ReadSpan {
  const time = must(compiled.time, "the days of a plan with dates");
  const landings = computeLandingsBy(compiled.flow, time, { kind: "dated", first, last }, last);
  // What channels with fixed units bring is told apart by its days, like new work.
  const flow = compiled.flow.map((stage) => ({
    ...stage,
    landing: at(landings, stage.index),
    brought: null,
  }));
  const won = at(landings, flow.length);
  const inputs = readChanceInputs({ ...compiled, flow, time: { ...time, won } });
  return { inputs: { ...inputs, keep }, landings };
}

/** New work and what channels with fixed units bring, by its days: those from which as much lands in each span are one group. */
function newUnits(compiled: CompiledPlan, volumes: Volumes, spans: readonly ReadSpan[]): SpanUnits[] {
  const { mover } = must(compiled.time, "the days of a plan with dates");
  const { inputs } = at(spans, 0);
  return inputs.stages.flatMap((stage, place): SpanUnits[] => {
    const byLanding = new Map<string, { count: number; readonly landing: readonly number[] }>();
    for (const { day, count } of startedBy(compiled, volumes, stage.index)) {
      const landing = spans.map(({ inputs: { keep }, landings }) => {
        const lands = at(landings, stage.index);
        return nearestNumber(multiply(keep, ratio(valueOn(lands, mover.axis, day), lands.scale)));
      });
      const group = byLanding.get(landing.join(" ")) ?? { count: 0, landing };
      group.count += count;
      byLanding.set(landing.join(" "), group);
    }
    const share = nearestNumber(winningShare({ ...inputs, keep: ONE }, stage));
    return [...byLanding.values()].map(({ count, landing }) => ({
      ...{ stage: place, count, converted: 0, lost: 0, landing, worth: ONE },
      wins: landing.map((lands) => share * lands),
    }));
  });
}

/** Whole units that enter a stage by work that starts there, or from channels with fixed units, by day. */
function startedBy(
  compiled: CompiledPlan,
  volumes: Volumes,
  index: number,
): readonly { readonly day: Day; readonly count: number }[] {
  const { window, isSource, brought } = at(compiled.flow, index);
  const { levelWindow } = compiled;
  const own = isSource ? computeEffort(at(volumes.stages, index), window).counts : [];
  const level = brought === null ? [] : spread(wholeUnits(brought), levelWindow.reach);
  const rows = (days: readonly Day[], counts: readonly number[]) =>
    counts.map((count, place) => ({ day: at(days, place), count }));
  return [...rows(window.days, own), ...rows(levelWindow.days, level)];
}

/** What is open: the same units in each span, which differ by what lands in it. */
function openUnits(spans: readonly ChanceInputs[]): SpanUnits[] {
  return at(spans, 0).stages.flatMap(({ open }, place) =>
    open.map((units, index): SpanUnits => {
      const each = spans.map((inputs) => {
        const stage = at(inputs.stages, place);
        const own = at(stage.open, index);
        return {
          landing: nearestNumber(multiply(own.landing, inputs.keep)),
          wins: nearestNumber(chanceOfUnit(inputs, stage, own)),
        };
      });
      return {
        ...{ stage: place, count: units.count, worth: units.worth },
        ...{ converted: nearestNumber(units.converted), lost: nearestNumber(units.lost) },
        landing: each.map(({ landing }) => landing),
        wins: each.map(({ wins }) => wins),
      };
    }),
  );
}
