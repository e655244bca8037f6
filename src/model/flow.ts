import { must } from "../number/invariant.js";
import type { Position, Rate, Units } from "../number/measure.js";
import { divide, multiply, ONE, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { ChannelInput, PlanParts, StageInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRateOrigin, type RateOrigin } from "../plan/rate-origin.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import { outsideStage } from "../plan/stage-list.js";
import { rateOwners, type RateOwners } from "../plan/stage-rate.js";
import { compileStageActivities, type CompiledActivity } from "./activities.js";

/**
 * A channel that feeds a stage: it brings its own units, or a share of what is then still missing. Where channels enter in
 * the middle of a list, the stages before are one too: they bring the rest.
 */
export interface FlowChannel {
  /** Its name; for the stages before in the same list that of the last one. */
  readonly name: string;
  /** Its place in the plan; for the stages before the list of the channels that enter beside them. */
  readonly path: Path;
  /** Whether it is no channel of the plan, but the stages before in the same list. */
  readonly isBefore: boolean;
  /** The index of the channel's last stage, whose units go on to the stage that is fed. */
  readonly last: Position;
  /** What the channel brings whatever the goal; null for a channel that takes a share. */
  readonly units: Units | null;
  /** The share of what units channels leave to be brought; 0 for a units channel. */
  readonly share: Rate;
}

/** A rate as the plan writes it. */
export interface FlowRate {
  /** The stage that it is written at. */
  readonly stage: string;
  /** Its place in the plan. */
  readonly path: Path;
  readonly written: RateInput;
  /** Whether the stage asked for is that stage. */
  readonly own: boolean;
}

/** A stage in the flow of units, but for what time does to it; indices count from the sources to the win. */
export interface FlowStage {
  readonly index: Position;
  readonly name: string;
  readonly path: Path;
  readonly channel: string | null;
  /** The team that answers for it; undefined where the plan names none. */
  readonly owner: string | undefined;
  /** As the plan writes it, for what is only said again. */
  readonly written: StageInput;
  readonly rate: Rate;
  /** What the rate was written as. */
  readonly origin: RateOrigin;
  /** Where that rate stands and how it is written: its own, or that of the stage that it names in `sameAs`. */
  readonly rated: FlowRate;
  /** How many units there are to be had in the period; undefined where the plan sets no limit. */
  readonly available: Units | undefined;
  readonly activities: readonly CompiledActivity[];
  /** The stage that units go on to; −1 for the win. */
  readonly next: Position;
  /** The channels that bring this stage's units; none where its units are work of their own. */
  readonly feeders: readonly FlowChannel[];
  /** All units that its channels bring whatever the goal; null where no channel does. */
  readonly brought: Units | null;
  /** Whether units start here: no channel and no stage brings them. */
  readonly isSource: boolean;
  /** Whether its entries are work of their own: units start here, and not from outside. */
  readonly isWork: boolean;
  /** Whether it lies inside a channel with fixed units, at any depth: its units end where that channel feeds a stage. */
  readonly inUnitsChannel: boolean;
  /** The units that come back to it from this stage or a later one; null where none do. */
  readonly comesBack: ComesBack | null;
  /**
   * How many entries a unit that arrives here becomes, with those when it comes back; 1 where none come back, and at sources,
   * whose work is all entries, first ones or not.
   */
  readonly entriesEach: Ratio;
  /** The wins that one unit arriving here becomes: the product of the rates from here to the win, and of all its entries. */
  readonly winsPerUnit: Rate;
}

/** A loop: units that did not go on from a stage, and enter it or an earlier one again. */
export interface ComesBack {
  /** The stage that they come back from, by its index. */
  readonly from: number;
  /** Of those that did not go on there, the share that comes back. */
  readonly rate: Ratio;
  /** Of all entries, the share that is there again: those that come as far as `from`, do not go on, and come back. */
  readonly share: Ratio;
}

/** Reads the funnel of a validated plan as one list from the sources to the win. */
export function compileFlow(plan: PlanParts): readonly FlowStage[] {
  const flow: MutableStage[] = [];
  appendList({ flow, owners: rateOwners(plan) }, plan.funnel, ["funnel"], null);
  for (const stage of flow) comeBack(flow, stage);
  for (const stage of [...flow].reverse()) followOn(flow, stage);
  return flow;
}

type MutableStage = { -readonly [K in keyof FlowStage]: FlowStage[K] };

/** The flow as far as it is read. */
interface Reading {
  readonly flow: MutableStage[];
  readonly owners: RateOwners;
}

/** Appends a list of stages after whatever feeds its first one; returns the index of its last stage. */
function appendList(
  reading: Reading,
  funnel: readonly StageInput[],
  at: Path,
  channel: string | null,
): number {
  const { flow, owners } = reading;
  let last = -1;
  funnel.forEach((written, place) => {
    const path = [...at, place];
    const feeders = feedersOf(reading, written.sources ?? [], [...path, "sources"], last);
    const index = flow.length;
    for (const feeder of feeders) link(flow, feeder.last, index);
    link(flow, last, index);
    const owner = owners({ stage: written, path, channel, first: place === 0, isOutside: false });
    const rate = parseRate(owner.rate);
    const fixed = feeders.flatMap(({ units }) => (units === null ? [] : [units]));
    const isSource = feeders.length === 0 && last < 0;
    flow.push({
      index,
      name: written.stage,
      path,
      channel,
      owner: written.owner,
      written,
      rate,
      origin: parseRateOrigin(owner.rate),
      rated: {
        stage: owner.stage.stage,
        path: [...owner.path, "rate"],
        written: owner.rate,
        own: owner.stage === written,
      },
      available: written.available === undefined ? undefined : parseQuantity(written.available),
      activities: compileStageActivities(written, path),
      next: -1,
      feeders,
      brought: fixed.length === 0 ? null : sum(fixed),
      isSource,
      isWork: isSource,
      inUnitsChannel: false,
      comesBack: null,
      entriesEach: ONE,
      winsPerUnit: rate,
    });
    last = index;
  });
  return last;
}

/** Appends what a channel without stages brings from outside, as a stage that all of it passes; returns its index. */
function appendOutside({ flow }: Reading, source: ChannelInput, path: Path): number {
  const index = flow.length;
  const written = outsideStage(source);
  const { stage: name, rate = "100%" } = written;
  flow.push({
    ...{ index, name, path, channel: name, owner: undefined, written, rate: ONE },
    origin: parseRateOrigin(rate),
    rated: { stage: name, path: [...path, "funnel"], written: rate, own: false },
    ...{ available: undefined, activities: [], next: -1, feeders: [], brought: null },
    ...{ isSource: true, isWork: false, inUnitsChannel: false },
    ...{ comesBack: null, entriesEach: ONE, winsPerUnit: ONE },
  });
  return index;
}

function link(flow: MutableStage[], from: Position, to: Position): void {
  const stage = flow[from];
  if (stage !== undefined) stage.next = to;
}

/** Closes the loop of the units that come back from a stage: they pass the stages between one after the other. */
function comeBack(flow: readonly MutableStage[], { index: from, rate, written }: FlowStage): void {
  if (written.returns === undefined) return;
  const back = parseRate(written.returns.rate);
  const to = must(
    flow.find(({ name }) => name === written.returns?.to),
    "the stage that units come back to",
  );
  const passed = flow.slice(to.index, from).map((stage) => stage.rate);
  const share = [...passed, subtract(ONE, rate), back].reduce(multiply, ONE);
  to.comesBack = { from, rate: back, share };
  if (!to.isSource) to.entriesEach = divide(ONE, subtract(ONE, share));
}

/** Whether units come back to a stage behind others: what arrives there is not all that enters. */
export function hasLoops(flow: readonly FlowStage[]): boolean {
  return flow.some(({ comesBack, isSource }) => comesBack !== null && !isSource);
}

/** Of all entries of a stage, the share that is there for the first time. */
export function firstShare({ comesBack }: FlowStage): Ratio {
  return comesBack === null ? ONE : subtract(ONE, comesBack.share);
}

/** What a stage takes over from the one that its units go on to. */
function followOn(flow: readonly FlowStage[], stage: MutableStage): void {
  const next = flow[stage.next];
  const after = next === undefined ? ONE : next.winsPerUnit;
  stage.winsPerUnit = multiply(multiply(stage.rate, after), stage.entriesEach);
  if (next === undefined) return;
  const feeder = next.feeders.find(({ last }) => last === stage.index);
  stage.inUnitsChannel = next.inUnitsChannel || (feeder !== undefined && feeder.units !== null);
}

/** The channels of a stage, and the stages before it in the same list, which end at `before`, as one that brings the rest. */
function feedersOf(
  reading: Reading,
  sources: readonly ChannelInput[],
  at: Path,
  before: number,
): FlowChannel[] {
  const shares = sum(sources.flatMap(({ share }) => (share === undefined ? [] : [parseRate(share)])));
  const channels = sources.map((source, index) => {
    const path = [...at, index];
    const last =
      source.funnel.length === 0
        ? appendOutside(reading, source, path)
        : appendList(reading, source.funnel, [...path, "funnel"], source.channel);
    const units = source.units === undefined ? null : parseQuantity(source.units);
    return { name: source.channel, path, isBefore: false, last, units, share: shareOf(source, shares) };
  });
  if (channels.length === 0 || before < 0) return channels;
  const { name = "" } = reading.flow[before] ?? {};
  const rest = { name, path: at, isBefore: true, last: before, units: null, share: subtract(ONE, shares) };
  return [rest, ...channels];
}

function shareOf({ rest, share }: ChannelInput, shares: Rate): Rate {
  if (rest === true) return subtract(ONE, shares);
  return share === undefined ? ZERO : parseRate(share);
}

/** Whether it is no stage of the plan, but what a channel without stages brings. */
export function isFromOutside({ isSource, isWork }: FlowStage): boolean {
  return isSource && !isWork;
}

/** What units channels bring to a stage whatever the goal; `landing` is the share of it that is won in time. */
export function unitsBrought({ brought }: FlowStage, landing: Rate = ONE): Units {
  return brought === null ? ZERO : multiply(landing, brought);
}
