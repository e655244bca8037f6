import { dayPart, workingDays } from "../../calendar/working-days.js";
import { monthOf } from "../../calendar/day.js";
import { toCount } from "../../model/count.js";
import type { FlowRate } from "../../model/flow.js";
import { isWithin, listLoops, type Loop } from "../../model/back-inflow.js";
import { openGroups } from "../../model/pipeline-groups.js";
import { ageOf, type PipelineUnits } from "../../model/pipeline-units.js";
import { winsOfOpenUnit } from "../../model/pipeline-wins.js";
import type { Work } from "../../chance/chance-model.js";
import { nearestNumber } from "../../number/nearest-number.js";
import { floor } from "../../number/ceiling.js";
import {
  add,
  divide,
  isZero,
  multiply,
  ONE,
  ratio,
  subtract,
  sum,
  ZERO,
  type Ratio,
  type Whole,
} from "../../number/ratio.js";
import { computeEffort, spread } from "../../schedule/effort.js";
import type { CompiledPlan, CompiledStage } from "../../model/compile.js";
import { at } from "../../number/invariant.js";
import { exitOf, passedStages, stagesOf, type PassedStage } from "./loops.js";
import type { Volumes } from "../../schedule/volumes.js";

/**
 * Everything that the chance of a goal depends on, as exact numbers.
 *
 * This file alone reads it out of a compiled plan; what follows from it stands in the other files of this folder.
 */
export interface ChanceInputs {
  /** The stages that units pass of which it is uncertain whether they are won; `next` is a place in this list. */
  readonly stages: readonly InputStage[];
  /** The share of the wins that is not lost again in the period. */
  readonly keep: Ratio;
}

/** One stage: what goes on, what is in it, and on which days new work lands. */
export interface InputStage {
  /** Its place in the plan's flow. */
  readonly index: number;
  /** The place of the stage that follows in the list; null for the win. */
  readonly next: number | null;
  /** Its rate as it is written, by the stage that it is written at: stages that share one have the same. */
  readonly rated: FlowRate;
  readonly rate: Ratio;
  readonly open: readonly InputUnits[];
  /** For each different share that lands: that share. Empty where no new work enters. */
  readonly landing: readonly Ratio[];
}

/** Units of one age. */
interface InputUnits {
  readonly count: number;
  /** Of those that go on: the share that still does, and is won in time if it passes every later stage. */
  readonly landing: Ratio;
  /** Of those that go on, the share that has gone on at this age. */
  readonly converted: Ratio;
  /** Of those that are lost, the share that is lost at this age. */
  readonly lost: Ratio;
  /** What each of them counts for, in wins: 1 unless it has a value of its own. */
  readonly worth: Ratio;
}

/** Reads what the chance depends on out of a plan that was compiled. */
export function readChanceInputs(compiled: CompiledPlan): ChanceInputs {
  const { flow } = compiled;
  const kept = flow.filter(({ inUnitsChannel }) => !inUnitsChannel).map(({ index }) => index);
  const places = new Map(kept.map((index, place) => [index, place]));
  const [passed, loops] = [passedStages(flow), listLoops(flow)];
  const nextOf = (place: number): number | null => places.get(at(passed, place).next) ?? null;
  const stages = kept.map((index): InputStage => {
    const stage = at(flow, index);
    const open = loops.some((loop) => isWithin(loop, stage)) ? [] : openOf(compiled, index);
    return {
      index,
      next: nextOf(index),
      rated: stage.rated,
      rate: at(passed, index).rate,
      open: [...open, ...broughtTo(compiled, stage)],
      landing: stage.isSource ? landingGroups(compiled, index).map(({ landing }) => landing) : [],
    };
  });
  const exits = loops.flatMap((loop): InputStage[] => {
    const exit = exitOf(flow, loop);
    const open = openInLoop(compiled, loop, at(passed, exit));
    const { index, rated } = loop.from;
    return open.length === 0 ? [] : [{ index, next: nextOf(exit), rated, rate: ONE, open, landing: [] }];
  });
  return { stages: [...stages, ...exits], keep: compiled.bridge.keep };
}

/** Whole units of new work for each stage of the inputs and each of its landing groups, as the plan's answer prints it. */
export function workOf(compiled: CompiledPlan, { stages }: ChanceInputs, volumes: Volumes): number[][] {
  return stages.map(({ index, landing }) => {
    if (landing.length === 0) return [];
    const { window } = at(compiled.flow, index);
    const effort = computeEffort(at(volumes.stages, index), window);
    const total = toCount(effort.total, compiled.flow[index]?.path ?? []);
    if (window.days.length === 0) return [compiled.period.kind === "undated" ? total : 0];
    const { counts } = effort;
    return landingGroups(compiled, index).map(({ days }) =>
      days.reduce((all, day) => all + (counts[day] ?? 0), 0),
    );
  });
}

interface LandingGroup {
  readonly landing: Ratio;
  /** Positions in the window. */
  readonly days: readonly number[];
}

const groupsOf = new WeakMap<object, readonly LandingGroup[]>();

/** The days of a stage's window by the share that lands; a window in which all lands is one group. */
function landingGroups({ flow }: CompiledPlan, index: number): readonly LandingGroup[] {
  const { window } = at(flow, index);
  const known = groupsOf.get(window);
  if (known !== undefined) return known;
  const { chances, days } = window;
  const byValue = new Map<string, { landing: Ratio; days: number[] }>();
  days.forEach((_, day) => {
    const landing = chances === null ? ONE : ratio(at<Whole>(chances.values, day), chances.scale);
    const key = `${String(landing.num)}/${String(landing.den)}`;
    const group = byValue.get(key) ?? { landing, days: [] };
    group.days.push(day);
    byValue.set(key, group);
  });
  const groups = days.length === 0 ? [{ landing: ONE, days: [] }] : [...byValue.values()];
  groupsOf.set(window, groups);
  return groups;
}

/** What is in the stage already, by age and worth; units that should have gone on before are worth nothing. */
function openOf(compiled: CompiledPlan, index: number): InputUnits[] {
  const { flow, time, pipeline, workFrom, calendar } = compiled;
  const stage = flow[index];
  if (stage === undefined) return [];
  return openGroups(pipeline.filter((units) => units.stage === index)).flatMap(({ entered, members }) =>
    byWorth(members).flatMap(({ count, worth }): InputUnits[] => {
      if (count === 0) return [];
      if (time === undefined) return [{ count, landing: ONE, converted: ZERO, lost: ZERO, worth }];
      const age = ageOf(stage, entered, workFrom ?? 0, calendar);
      if (age === null) return [];
      const onward = (stage.next < 0 ? undefined : at(flow, stage.next).landing) ?? time.won;
      const offset = (workFrom ?? 0) - time.mover.axis.first + age.left.first;
      let total = 0n;
      age.left.weights.forEach((weight, later) => {
        total += BigInt(weight) * BigInt(onward.values[offset + later] ?? 0);
      });
      const landing = ratio(total, BigInt(age.left.scale) * BigInt(onward.scale));
      return [{ count, landing, converted: age.gone, lost: age.lost, worth }];
    }),
  );
}

/** What is open within a loop: landing, each unit has left the loop and is won if it passes the stages behind it. */
function openInLoop(compiled: CompiledPlan, loop: Loop, { winsPerUnit }: PassedStage): InputUnits[] {
  const { flow, pipeline, workFrom } = compiled;
  if (isZero(winsPerUnit)) return [];
  const winsOf = winsOfOpenUnit(compiled, workFrom ?? 0);
  const stages = stagesOf(flow, loop).filter(({ inUnitsChannel }) => !inUnitsChannel);
  return stages.flatMap(({ index }) =>
    openGroups(pipeline.filter((units) => units.stage === index)).flatMap(({ entered, members }) => {
      const each = winsOf(index, entered);
      if (each === null) return [];
      const fresh = { landing: divide(each.wins, winsPerUnit), converted: ZERO, lost: ZERO };
      return byWorth(members).flatMap(({ count, worth }) => (count > 0 ? [{ ...fresh, count, worth }] : []));
    }),
  );
}

/** Open units of one age by what each counts for: how many whole ones. */
export function byWorth(members: readonly PipelineUnits[]): { count: number; worth: Ratio }[] {
  const groups = new Map<string, { units: Ratio[]; worth: Ratio }>();
  for (const { units, worth } of members) {
    const key = `${String(worth.num)}/${String(worth.den)}`;
    const group = groups.get(key) ?? { units: [], worth };
    group.units.push(units);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ units, worth }) => ({ count: wholeUnits(sum(units)), worth }));
}

/** Only whole units can be won; a part of one is left out, so that no chance is too high. */
export function wholeUnits(units: Ratio): number {
  return Number(floor(units));
}

/** What channels with fixed units bring to the stage, level over the period, by the share that lands. */
function broughtTo(compiled: CompiledPlan, { brought, landing }: CompiledStage): InputUnits[] {
  const count = brought === null ? 0 : wholeUnits(brought);
  if (count === 0) return [];
  const fresh = { converted: ZERO, lost: ZERO, worth: ONE };
  const { time, levelWindow } = compiled;
  if (time === undefined) return [{ count, landing: ONE, ...fresh }];
  const counts = spread(count, levelWindow.reach);
  const byValue = new Map<Whole, number>();
  levelWindow.days.forEach((day, at) => {
    const value = landing?.values[day - time.mover.axis.first] ?? 0;
    byValue.set(value, (byValue.get(value) ?? 0) + (counts[at] ?? 0));
  });
  return [...byValue]
    .filter(([value, units]) => value !== 0 && value !== 0n && units > 0)
    .map(([value, units]) => ({ count: units, landing: ratio(value, landing?.scale ?? 1), ...fresh }));
}

/** What each month of the period is expected to bring, in weights: its days of work, by the season. */
export function monthWeights({ period, calendar, winWindow }: CompiledPlan): readonly number[] {
  if (period.kind === "undated") return [1];
  const days = winWindow.days.length > 0 ? winWindow.days : workingDays(calendar, period.first, period.last);
  const months: number[] = [];
  let last = -1;
  days.forEach((day, at) => {
    const month = monthOf(day);
    if (month !== last) months.push(0);
    last = month;
    const reached = winWindow.reach[at];
    const weight =
      reached === undefined
        ? dayPart(calendar.shares, day)
        : Number(reached) - Number(winWindow.reach[at - 1] ?? 0);
    months[months.length - 1] = (months.at(-1) ?? 0) + weight;
  });
  return months.length === 0 ? [1] : months;
}

const known = new WeakMap<
  readonly InputStage[],
  { readonly keep: Ratio; readonly shares: Map<InputStage, Ratio> }
>();

/** The share of units entering a stage that is won and kept some day, by the rates of the plan; remembered, as all ask for it. */
export function winningShare({ stages, keep }: ChanceInputs, stage: InputStage): Ratio {
  let memory = known.get(stages);
  if (memory?.keep !== keep) memory = { keep, shares: new Map() };
  known.set(stages, memory);
  const passed: InputStage[] = [];
  let at: InputStage | undefined = stage;
  while (at !== undefined && !memory.shares.has(at)) {
    passed.push(at);
    at = at.next === null ? undefined : stages[at.next];
  }
  let share = (at && memory.shares.get(at)) ?? keep;
  for (const each of passed.reverse()) {
    share = multiply(share, each.rate);
    memory.shares.set(each, share);
  }
  return share;
}

/** The chance that one of these units is won in time and kept, by the rates of the plan. */
export function chanceOfUnit(inputs: ChanceInputs, stage: InputStage, units: InputUnits): Ratio {
  const { rate } = stage;
  const gone = add(multiply(rate, units.converted), multiply(subtract(ONE, rate), units.lost));
  const left = subtract(ONE, gone);
  return isZero(left) ? ZERO : divide(multiply(winningShare(inputs, stage), units.landing), left);
}

/** Units of one kind at a stage of the inputs, and the chance of each to be won in time and kept, by the rates of the plan. */
export interface ExpectedWins {
  /** The stage's place in the inputs. */
  readonly place: number;
  readonly count: number;
  readonly chance: number;
  /** What each counts for in wins: 1 unless it has a value of its own. */
  readonly worth: Ratio;
}

/** All units that may be won: new work, and what is open. */
export function expectedWins(inputs: ChanceInputs, work: Work): readonly ExpectedWins[] {
  return inputs.stages.flatMap((stage, place) => {
    const share = nearestNumber(winningShare(inputs, stage));
    const fresh = stage.landing.map((landing, group): ExpectedWins => {
      const count = work[place]?.[group] ?? 0;
      return { place, count, chance: share * nearestNumber(landing), worth: ONE };
    });
    const open = stage.open.map((units): ExpectedWins => {
      const chance = nearestNumber(chanceOfUnit(inputs, stage, units));
      return { place, count: units.count, chance, worth: units.worth };
    });
    return [...fresh, ...open];
  });
}
