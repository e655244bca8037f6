import { dayReader } from "../journeys/days.js";
import type { Journey } from "../journeys/journey.js";
import { filledDays, passageOf } from "../journeys/passage.js";
import { pathChooser, pathsOf, stagesOf, type FunnelStages } from "../journeys/paths.js";

/** How a deal's time in a stage ended, so far. */
export const OPEN = 0;
export const WENT_ON = 1;
export const LOST = 2;

/**
 * Times in one stage, one entry in each list for each deal; days are counted from the entry into the stage.
 *
 * Lists of numbers and not of records: a million deals are a few million numbers.
 */
export interface Observations {
  /** When the time in the stage ended, or was last seen. */
  readonly age: number[];
  /** OPEN, WENT_ON or LOST. */
  readonly kind: number[];
  /** Age at which the deal came under observation: 0 unless history begins later. */
  readonly from: number[];
  /** How long it could be watched, however it ended. */
  readonly watched: number[];
  /** Position of the deal in the list of those that are used. */
  readonly deal: number[];
  /** Deals whose time in the stage lies wholly before history begins. */
  before: number;
}

/** What is seen of a history. */
export interface Seen {
  /** Stages that history knows, in their order. */
  readonly stages: readonly string[];
  readonly byStage: ReadonlyMap<string, Observations>;
  /** The journeys that are used, and the day on which each entered its first stage. */
  readonly used: readonly { readonly journey: Journey; readonly first: number }[];
  readonly unused: number;
}

/** The part of history that is looked at. Day numbers. */
export interface Span {
  readonly through: number;
  readonly observedFrom: number;
}

/** No times yet. */
export function noObservations(): Observations {
  return { age: [], kind: [], from: [], watched: [], deal: [], before: 0 };
}

/** Adds one time in a stage. */
export function observe(
  to: Observations,
  age: number,
  kind: number,
  from: number,
  watched: number,
  deal: number,
): void {
  to.age.push(age);
  to.kind.push(kind);
  to.from.push(from);
  to.watched.push(watched);
  to.deal.push(deal);
}

/**
 * Takes journeys apart into times in stages.
 *
 * Stages at the head of a path that no journey ever names are not part of its history. The time in a stage ends when the
 * deal reaches any later stage, is won or is lost.
 */
export function observeJourneys(
  journeys: readonly Journey[],
  funnel: FunnelStages,
  span: Span,
  dayOf = dayReader(),
): Seen {
  const paths = pathsOf(funnel);
  const known = new Set<string>();
  for (const { steps } of journeys) for (const { stage } of steps) known.add(stage);
  const inHistory = new Set(paths.flatMap((path) => fromFirstKnown(path.stages, known)));
  const stages = stagesOf(paths).filter((stage) => inHistory.has(stage));
  const byStage = new Map(stages.map((stage) => [stage, noObservations()]));
  const choose = pathChooser(paths);
  const tracked = new Map<readonly string[], readonly string[]>();
  const used: { journey: Journey; first: number }[] = [];
  for (const journey of journeys) {
    const path = choose(journey).stages;
    const own = tracked.get(path) ?? fromFirstKnown(path, known);
    tracked.set(path, own);
    const passage = passageOf(journey, own, span.through, dayOf);
    const days = passage === undefined ? [] : filledDays(passage);
    const first = days[0] ?? null;
    if (passage === undefined || first === null) continue;
    const end = passage.state === "open" ? span.through : (passage.closed ?? days.at(-1) ?? first);
    const last = passage.state === "won" ? WENT_ON : passage.state === "lost" ? LOST : OPEN;
    days.forEach((entered, index) => {
      const stage = byStage.get(own[index] ?? "");
      if (stage === undefined || entered === null) return;
      const left = index < passage.furthest;
      observeStage(
        stage,
        entered,
        left ? (days[index + 1] ?? entered) : Math.max(end, entered),
        left ? WENT_ON : last,
        used.length,
        span,
      );
    });
    used.push({ journey, first });
  }
  return { stages, byStage, used, unused: journeys.length - used.length };
}

function observeStage(
  stage: Observations,
  entered: number,
  end: number,
  kind: number,
  deal: number,
  span: Span,
): void {
  const { through, observedFrom } = span;
  if (end < observedFrom) stage.before += 1;
  else observe(stage, end - entered, kind, Math.max(0, observedFrom - entered), through - entered, deal);
}

function fromFirstKnown(path: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const first = path.findIndex((stage) => known.has(stage));
  return first < 0 ? [] : path.slice(first);
}
