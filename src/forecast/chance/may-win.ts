import type { Position } from "../../number/measure.js";
import type { Day } from "../../calendar/day.js";
import { loopAround, shareBack, type Loop } from "../../model/back-inflow.js";
import type { CompiledPlan, CompiledStage } from "../../model/compile.js";
import { openGroups } from "../../model/pipeline-groups.js";
import { comingBack, goingOn, type GoingOn } from "../../model/pipeline-units.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { multiply, ONE, type Ratio } from "../../number/ratio.js";
import { byWorth, wholeUnits } from "../../solve/chance/chance-inputs.js";
import { exitOf, passing } from "../../solve/chance/loops.js";
import type { Outlook } from "../outlook.js";
import { entryOf, leftOf, readLag, type ReadLag } from "./ages.js";
import { sharesOf } from "./landings.js";
import { wholeWork } from "./whole-work.js";

/** Units that may still be won, all alike. */
export interface MayWin {
  /** Where they are or will enter, as an index of the plan's flow. */
  readonly stage: number;
  /** A whole number above 0. */
  readonly count: number;
  /** What each counts for once it is won, in average wins. */
  readonly worth: Ratio;
  /** Of those that go on, the share that has gone on by now. */
  readonly converted: number;
  /** Of those that are lost, the share that is lost by now. */
  readonly lost: number;
  /** Where and when they enter next, in shares of all that ever go on; what is missing from 1 has gone on before. */
  readonly enters: readonly Entering[];
}

/** A share of units that enters a stage on a day; −1 where that is the win. */
interface Entering {
  readonly to: Position;
  readonly day: Day;
  readonly share: number;
}

/**
 * Which units may still be won after the snapshot?
 *
 * What is open, by its age; where the snapshot does not say what is open, the plan's own open work and dated entries, as far
 * as they have not gone on; and the work to come, in whole units. Those that should have gone on before are left out.
 */
export function unitsThatMayWin(outlook: Outlook): readonly MayWin[] {
  const { flow, calendar } = outlook.compiled;
  const lags = flow.map(({ lag }) => readLag(lag, calendar));
  return [...openUnits(outlook, lags), ...enteredUnits(outlook, lags), ...newUnits(outlook)];
}

function openUnits(
  { compiled, pipeline, openFrom, from, stays }: Outlook,
  lags: readonly ReadLag[],
): MayWin[] {
  const { flow, calendar } = compiled;
  const lossLags = flow.map(({ lossLag }) =>
    lossLag === undefined ? undefined : readLag(lossLag, calendar),
  );
  return openGroups(pipeline).flatMap(({ stage: index, entered, members }): MayWin[] => {
    const stage = at(flow, index);
    const loop = loopAround(flow, stage);
    if (loop !== undefined) {
      const enters = stays(stage) ? [] : leavingLoop(compiled, loop, { stage, entered, openFrom });
      const alike = { ...inLoop(flow, loop), enters: enters.filter(({ day }) => day >= from) };
      return byWorth(members).flatMap(({ count, worth }) => (count > 0 ? [{ ...alike, count, worth }] : []));
    }
    const start = entryOf(stage, entered, openFrom);
    const left = stays(stage) ? undefined : leftOf(at(lags, index), start, openFrom);
    if (left === undefined) return [];
    const lossLag = lossLags[index];
    const lost = lossLag === undefined ? 0 : (leftOf(lossLag, start, openFrom)?.gone ?? 1);
    const enters = left.enters.flatMap((each) => (each.day >= from ? [{ ...each, to: stage.next }] : []));
    const alike = { stage: index, converted: left.gone, lost, enters };
    return byWorth(members).flatMap(({ count, worth }) => (count > 0 ? [{ ...alike, count, worth }] : []));
  });
}

/** Of what entered on a day before, nobody has looked whether it is still there: so no age weighs. */
function enteredUnits({ compiled, snapshot, from, stays }: Outlook, lags: readonly ReadLag[]): MayWin[] {
  if (snapshot.snapshot.pipeline !== undefined) return [];
  return compiled.flow.flatMap((stage): MayWin[] => {
    const rows = stays(stage) ? [] : (snapshot.entered.get(stage.name)?.rows ?? []);
    return rows.flatMap(({ day, count: written }): MayWin[] => {
      const count = wholeUnits(written);
      if (count === 0) return [];
      const loop = loopAround(compiled.flow, stage);
      if (loop !== undefined) {
        const enters = enteringFromLoop(compiled, loop, { stage, day, from }, at(lags, stage.index));
        return [{ ...inLoop(compiled.flow, loop), count, worth: ONE, enters }];
      }
      const left = leftOf(at(lags, stage.index), day, from);
      if (left === undefined) return [];
      const enters = left.enters.map((each) => ({ ...each, to: stage.next }));
      return [{ stage: stage.index, count, worth: ONE, converted: 0, lost: 0, enters }];
    });
  });
}

/** Units in a loop leave it or not, by what their landing says; behind it they pass the stages that follow. */
function inLoop(flow: readonly CompiledStage[], loop: Loop) {
  return { stage: exitOf(flow, loop), converted: 0, lost: 0 } as const;
}

/** Where an open unit of a loop goes: on, within the loop or out of it, and at its end back to where it begins. */
function leavingLoop(
  { flow, calendar }: CompiledPlan,
  loop: Loop,
  unit: { readonly stage: CompiledStage; readonly entered: Day | undefined; readonly openFrom: Day },
): readonly Entering[] {
  const { stage, entered, openFrom } = unit;
  const going = goingOn(stage, entered, openFrom, calendar);
  if (going === null) return [];
  const on = daysOf(going, stage.next, 1);
  if (stage.index < loop.from.index) return on;
  const back = comingBack(stage, loop.comesBack.rate, entered, openFrom, calendar);
  const returns = nearestNumber(passing(flow, loop));
  return back === null ? on : [...on, ...daysOf(back, loop.to.index, returns)];
}

function daysOf({ chance, from, lag }: GoingOn, to: Position, factor: number): Entering[] {
  const all = factor * nearestNumber(chance);
  return Array.from(sharesOf(lag), (share, later) => ({
    to,
    day: from + lag.first + later,
    share: all * share,
  }));
}

/** The same of what entered a stage of a loop on a day, whether it is still there or not. */
function enteringFromLoop(
  { flow, calendar }: CompiledPlan,
  loop: Loop,
  { stage, day, from }: { readonly stage: CompiledStage; readonly day: Day; readonly from: Day },
  lag: ReadLag,
): readonly Entering[] {
  const moved = (read: ReadLag, to: Position, factor: Ratio): Entering[] =>
    (leftOf(read, day, from)?.enters ?? []).map((each) => ({
      ...each,
      to,
      share: each.share * nearestNumber(factor),
    }));
  const on = moved(lag, stage.next, stage.rate);
  if (stage.index < loop.from.index) return on;
  const returns = multiply(shareBack(loop), passing(flow, loop));
  return [...on, ...moved(readLag(stage.backLag, calendar), loop.to.index, returns)];
}

function newUnits(outlook: Outlook): MayWin[] {
  const { compiled, snapshot, volumes, axis, from, pace, stays } = outlook;
  const input = { compiled, volumes, entered: snapshot.entered, axis, from };
  const started = wholeWork(input, pace);
  return compiled.flow.flatMap((stage: CompiledStage): MayWin[] =>
    stays(stage)
      ? []
      : at(started, stage.index).map(({ day, count }) => ({
          stage: stage.index,
          count,
          worth: ONE,
          converted: 0,
          lost: 0,
          enters: [{ to: stage.index, day, share: 1 }],
        })),
  );
}
