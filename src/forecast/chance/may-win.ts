import type { Position } from "../../number/measure.js";
import type { Day } from "../../calendar/day.js";
import type { CompiledStage } from "../../model/compile.js";
import { openGroups } from "../../model/pipeline-groups.js";
import { at } from "../../number/invariant.js";
import { ONE, type Ratio } from "../../number/ratio.js";
import { byWorth, wholeUnits } from "../../solve/chance/chance-inputs.js";
import type { Outlook } from "../outlook.js";
import { entryOf, leftOf, readLag, type ReadLag } from "./ages.js";
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
  /** The stage that they enter on the days of `enters`; −1 where going on is the win. */
  readonly to: Position;
  /** When they enter it, in shares of all that ever go on; what is missing from 1 has gone on before. */
  readonly enters: readonly { readonly day: Day; readonly share: number }[];
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
    const start = entryOf(stage, entered, openFrom);
    const left = stays(stage) ? undefined : leftOf(at(lags, index), start, openFrom);
    if (left === undefined) return [];
    const lossLag = lossLags[index];
    const lost = lossLag === undefined ? 0 : (leftOf(lossLag, start, openFrom)?.gone ?? 1);
    const enters = left.enters.filter(({ day }) => day >= from);
    const alike = { stage: index, converted: left.gone, lost, to: stage.next, enters };
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
      const left = leftOf(at(lags, stage.index), day, from);
      if (count === 0 || left === undefined) return [];
      const fresh = { worth: ONE, converted: 0, lost: 0 };
      return [{ stage: stage.index, count, ...fresh, to: stage.next, enters: left.enters }];
    });
  });
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
          to: stage.index,
          enters: [{ day, share: 1 }],
        })),
  );
}
