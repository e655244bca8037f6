import type { Journey } from "../journeys/journey.js";
import { filledDays, readPassage } from "../journeys/passage.js";
import { pathChooser, listPaths, listPathStages, type FunnelStages } from "../journeys/paths.js";
import { formatDay } from "../../calendar/day.js";
import type { GroupKey } from "./learned.js";
import { WholeTimes } from "./whole-times.js";
import { LOST, OPEN, WENT_ON, type Ending } from "./ending.js";
import { monthIndex } from "./months.js";
import { Observations, type StageTime } from "./observations.js";

/** The times of some deals, by stage. */
export interface StageTimes {
  journeys: number;
  /** The first day on which any of them came in; infinity for none. */
  earliest: number;
  /** From the first stage to the win. */
  readonly whole: WholeTimes;
  readonly byStage: Map<string, Observations>;
}

/** What is seen of a history. */
export interface Seen {
  /** Stages that history knows, in their order. */
  readonly stages: readonly string[];
  /** Stages that any journey names. */
  readonly named: ReadonlySet<string>;
  readonly all: StageTimes;
  readonly groups: ReadonlyMap<GroupKey, ReadonlyMap<string | null, StageTimes>>;
  /** Journeys that had not begun, or have no date. */
  readonly unused: number;
}

/** The part of history that is looked at, and what deals are told apart by. Day numbers. */
interface Span {
  readonly asOf: number;
  readonly observedFrom: number;
  readonly by: readonly GroupKey[];
}

/**
 * Takes journeys apart into times in stages.
 *
 * Stages at the head of a path that no journey ever names are not part of its history. The time in a stage ends when the
 * deal reaches any later stage, is won or is lost.
 *
 * @param also is handed each journey once, for whoever counts something else beside
 */
export function observeJourneys(
  journeys: Iterable<Journey>,
  funnel: FunnelStages,
  span: Span,
  dayOf: (date: string) => number,
  also: (journey: Journey) => void = () => undefined,
): Seen {
  const paths = listPaths(funnel);
  const named = namedStages(journeys, funnel, span.asOf, dayOf);
  const tailOf = knownTails(named);
  const all = noTimes();
  const groups = new Map(span.by.map((key) => [key, new Map<string | null, StageTimes>()]));
  const choose = pathChooser(paths);
  let read = 0;
  for (const journey of journeys) {
    read += 1;
    also(journey);
    addNamed(named, journey, span.asOf, dayOf);
    const stages = tailOf(choose(journey).stages);
    const times = timesOf(journey, stages, span.asOf, dayOf);
    if (times === undefined) continue;
    const inStages = stageTimes(stages, times, span);
    addTimes(all, stages, times, inStages, span);
    for (const [key, parts] of groups)
      addTimes(partOf(parts, groupName(journey, key, times.first)), stages, times, inStages, span);
  }
  return {
    stages: stagesInHistory(funnel, named),
    ...{ named, all, groups },
    unused: read - all.journeys,
  };
}

/** The stages of a funnel that history knows, in their order: all but those at the head of a path that no journey names. */
export function stagesInHistory(funnel: FunnelStages, named: ReadonlySet<string>): readonly string[] {
  const paths = listPaths(funnel);
  const tailOf = knownTails(named);
  const inHistory = new Set(paths.flatMap(({ stages }) => tailOf(stages)));
  return listPathStages(paths).filter((stage) => inHistory.has(stage));
}

/** When a deal came to each stage of its path, and how it ended. Day numbers. */
export interface Times {
  readonly first: number;
  readonly entered: readonly (number | null)[];
  readonly dated: readonly boolean[];
  readonly endDated: boolean;
  readonly anywhere: boolean;
  readonly end: number;
  readonly ending: Ending;
}

/** A journey's days through the stages of its path, as they were known at the end of a day. */
export function timesOf(
  journey: Journey,
  stages: readonly string[],
  asOf: number,
  dayOf: (date: string) => number,
): Times | undefined {
  const passage = readPassage(journey, stages, asOf, dayOf);
  if (passage === undefined) return undefined;
  const entered = filledDays(passage);
  const first = entered[0] ?? null;
  if (first === null) return undefined;
  const { state, closed, dated, anywhere } = passage;
  const last = entered.at(-1) ?? first;
  const all = { first, entered, dated, anywhere };
  if (state === "open") return { ...all, end: asOf, endDated: true, ending: OPEN };
  const ending = state === "won" ? WENT_ON : LOST;
  return { ...all, end: Math.max(closed ?? last, last), endDated: closed !== null, ending };
}

/** The time in one stage; undefined where it lies before history begins, null where nobody knows it. */
type InStage = StageTime | undefined | null;

/** The times of a deal in the stages of its path up to the furthest. */
function stageTimes(
  stages: readonly string[],
  { first, entered, dated, end, endDated, ending, anywhere }: Times,
  span: Span,
): readonly InStage[] {
  return entered.map((day, index): InStage => {
    if (stages[index] === undefined || day === null) return null;
    const isLast = index === entered.length - 1;
    const left = isLast ? end : (entered[index + 1] ?? day);
    if (left < span.observedFrom) return undefined;
    if (isLast && anywhere) return null;
    return {
      month: monthIndex(day),
      age: left - day,
      ending: isLast ? ending : WENT_ON,
      from: Math.max(0, span.observedFrom - day),
      watched: span.asOf - day,
      dated: dated[index] === true && (isLast ? endDated : dated[index + 1] === true),
      watchedInAll: span.asOf - first,
    };
  });
}

function addTimes(
  part: StageTimes,
  stages: readonly string[],
  { first, entered, end, ending, anywhere }: Times,
  inStages: readonly InStage[],
  span: Span,
): void {
  part.journeys += 1;
  part.earliest = Math.min(part.earliest, first);
  part.whole.add(end - first, ending, span.asOf - first);
  const observed = (stage: string) => observationsOf(part, stage);
  const watched = span.asOf - first;
  if (anywhere && ending !== WENT_ON && end >= span.observedFrom)
    for (let index = entered.length - 1; index < stages.length; index += 1) {
      const [surelyHere, isLast] = [index < entered.length, index === stages.length - 1];
      observed(stages[index] ?? "").addAnywhere(ending, surelyHere, isLast, watched);
    }
  for (let index = 0; index < inStages.length; index += 1) {
    const time = inStages[index];
    const [stage, day] = [stages[index], entered[index] ?? null];
    if (stage === undefined || day === null) continue;
    const seen = observed(stage);
    if (time === undefined) seen.before += 1;
    else if (time !== null) seen.add(time);
  }
}

/** The times of some deals in one stage. */
export function observationsOf(part: StageTimes, stage: string): Observations {
  let seen = part.byStage.get(stage);
  if (seen === undefined) part.byStage.set(stage, (seen = new Observations()));
  return seen;
}

function groupName({ owner, channel }: Journey, key: GroupKey, first: number): string | null {
  if (key === "month") return formatDay(first).slice(0, 7);
  const name = key === "owner" ? owner : channel;
  // An empty name is none: a file of counts could not tell them apart.
  return name === "" ? null : name;
}

/** The part of a name, new where there was none. */
export function partOf(parts: Map<string | null, StageTimes>, name: string | null): StageTimes {
  let part = parts.get(name);
  if (part === undefined) parts.set(name, (part = noTimes()));
  return part;
}

/** The times of no deal at all. */
export function noTimes(): StageTimes {
  return { journeys: 0, earliest: Infinity, whole: new WholeTimes(), byStage: new Map() };
}

/** The stages of a funnel that any journey names by the end of a day; it is often known after a few journeys. */
export function namedStages(
  journeys: Iterable<Journey>,
  funnel: FunnelStages,
  asOf: number,
  dayOf: (date: string) => number,
): Set<string> {
  const open = new Set(listPathStages(listPaths(funnel)));
  const named = new Set<string>();
  for (const journey of journeys) {
    addNamed(named, journey, asOf, dayOf);
    for (const { stage } of journey.steps) if (named.has(stage)) open.delete(stage);
    if (open.size === 0) break;
  }
  return named;
}

function addNamed(
  named: Set<string>,
  { steps }: Journey,
  asOf: number,
  dayOf: (date: string) => number,
): void {
  for (const { stage, on } of steps) if (on === null || dayOf(on) <= asOf) named.add(stage);
}

/** Makes the function that cuts off the stages before the first that any journey names. */
export function knownTails(named: ReadonlySet<string>): (stages: readonly string[]) => readonly string[] {
  const tails = new Map<readonly string[], readonly string[]>();
  return (stages) => {
    const before = tails.get(stages);
    if (before !== undefined) return before;
    const first = stages.findIndex((stage) => named.has(stage));
    const tail = first < 0 ? [] : stages.slice(first);
    tails.set(stages, tail);
    return tail;
  };
}
