import { addWorkingDays } from "../../calendar/working-days.js";
import { NO_LAG } from "../../lag/read-lag.js";
import type { CompiledStage } from "../../model/compile.js";
import { openGroups } from "../../model/pipeline-groups.js";
import { ageOf } from "../../model/pipeline-units.js";
import { at } from "../../number/invariant.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { ONE, type Ratio } from "../../number/ratio.js";
import { byWorth, wholeUnits } from "../../solve/chance/chance-inputs.js";
import type { Outlook } from "../outlook.js";
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
  /** The stage that they enter on the days of `enters`; −1 where going on is the win. */
  readonly to: number;
  /** When they enter it, in shares of all that ever go on; what is missing from 1 has gone on before. */
  readonly enters: readonly { readonly day: number; readonly share: number }[];
}

/**
 * Which units may still be won after the snapshot?
 *
 * What is open, by its age; where the snapshot does not say what is open, the plan's own open work and dated entries, as far
 * as they have not gone on; and the work to come, in whole units. Those that should have gone on before are left out.
 */
export function unitsThatMayWin(outlook: Outlook): readonly MayWin[] {
  return [...openUnits(outlook), ...enteredUnits(outlook), ...newUnits(outlook)];
}

function openUnits({ compiled, pipeline, openFrom, from, stays }: Outlook): MayWin[] {
  const { flow, calendar } = compiled;
  return openGroups(pipeline).flatMap(({ stage: index, entered, members }): MayWin[] => {
    const stage = at(flow, index);
    const age = stays(stage) ? null : ageOf(stage, entered, openFrom, calendar);
    if (age === null) return [];
    const enters = [...sharesOf(age.left)].flatMap((share, later) => {
      const day = openFrom + age.left.first + later;
      return share > 0 && day >= from ? [{ day, share }] : [];
    });
    const [converted, lost] = [nearestNumber(age.gone), nearestNumber(age.lost)];
    return byWorth(members).flatMap(({ count, worth }) =>
      count > 0 ? [{ stage: index, count, worth, converted, lost, to: stage.next, enters }] : [],
    );
  });
}

/** Of what entered on a day before, nobody has looked whether it is still there: so no age weighs. */
function enteredUnits({ compiled, snapshot, from, stays }: Outlook): MayWin[] {
  if (snapshot.snapshot.pipeline !== undefined) return [];
  const { flow, calendar } = compiled;
  return flow.flatMap((stage): MayWin[] => {
    const rows = stays(stage) ? [] : (snapshot.entered.get(stage.name)?.rows ?? []);
    return rows.flatMap(({ day: entered, count: written }): MayWin[] => {
      const count = wholeUnits(written);
      const { lag, index, next } = stage;
      const table =
        lag.kind === "calendar"
          ? lag
          : { ...NO_LAG, first: addWorkingDays(calendar, entered, lag.days) - entered };
      const enters = [...sharesOf(table)].flatMap((share, later) => {
        const day = entered + table.first + later;
        return share > 0 && day >= from ? [{ day, share }] : [];
      });
      if (count === 0 || enters.length === 0) return [];
      return [{ stage: index, count, worth: ONE, converted: 0, lost: 0, to: next, enters }];
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
