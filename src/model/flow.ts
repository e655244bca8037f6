import type { Position, Rate, Units } from "../number/measure.js";
import { multiply, ONE, subtract, sum, ZERO } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { ChannelInput, PlanInput, StageInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRateOrigin, type RateOrigin } from "../plan/rate-origin.js";
import { parseRate, type RateInput } from "../plan/rate.js";
import { rateOwners, type RateOwners } from "../plan/stage-rate.js";
import { compileStageActivities, type CompiledActivity } from "./activities.js";

/** A channel that feeds a stage: it brings its own units, or a share of what is then still missing. */
export interface FlowChannel {
  readonly name: string;
  readonly path: Path;
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
  /** Whether its entries are work of their own: no channel and no stage brings them. */
  readonly isWork: boolean;
  /** Whether it lies inside a channel with fixed units, at any depth: its units end where that channel feeds a stage. */
  readonly inUnitsChannel: boolean;
  /** The wins that one unit entering it becomes: the product of the rates from here to the win. */
  readonly winsPerUnit: Rate;
}

/** Reads the funnel of a validated plan as one list from the sources to the win. */
export function compileFlow(plan: PlanInput): readonly FlowStage[] {
  const flow: MutableStage[] = [];
  appendList({ flow, owners: rateOwners(plan) }, plan.funnel, ["funnel"], null);
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
    const feeders = feedersOf(reading, written.sources ?? [], [...path, "sources"]);
    const index = flow.length;
    for (const feeder of feeders) link(flow, feeder.last, index);
    link(flow, last, index);
    const owner = owners({ stage: written, path, channel, first: place === 0 });
    const rate = parseRate(owner.rate);
    const fixed = feeders.flatMap(({ units }) => (units === null ? [] : [units]));
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
      isWork: feeders.length === 0 && last < 0,
      inUnitsChannel: false,
      winsPerUnit: rate,
    });
    last = index;
  });
  return last;
}

function link(flow: MutableStage[], from: Position, to: Position): void {
  const stage = flow[from];
  if (stage !== undefined) stage.next = to;
}

/** What a stage takes over from the one that its units go on to. */
function followOn(flow: readonly FlowStage[], stage: MutableStage): void {
  const next = flow[stage.next];
  if (next === undefined) return;
  stage.winsPerUnit = multiply(stage.rate, next.winsPerUnit);
  const feeder = next.feeders.find(({ last }) => last === stage.index);
  stage.inUnitsChannel = next.inUnitsChannel || (feeder !== undefined && feeder.units !== null);
}

function feedersOf(reading: Reading, sources: readonly ChannelInput[], at: Path): FlowChannel[] {
  const shares = sum(sources.flatMap(({ share }) => (share === undefined ? [] : [parseRate(share)])));
  return sources.map((source, index) => {
    const path = [...at, index];
    const last = appendList(reading, source.funnel, [...path, "funnel"], source.channel);
    const units = source.units === undefined ? null : parseQuantity(source.units);
    return { name: source.channel, path, last, units, share: shareOf(source, shares) };
  });
}

function shareOf({ rest, share }: ChannelInput, shares: Rate): Rate {
  if (rest === true) return subtract(ONE, shares);
  return share === undefined ? ZERO : parseRate(share);
}

/** What units channels bring to a stage whatever the goal; `landing` is the share of it that is won in time. */
export function unitsBrought({ brought }: FlowStage, landing: Rate = ONE): Units {
  return brought === null ? ZERO : multiply(landing, brought);
}
