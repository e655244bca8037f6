import { divide, isZero, larger, multiply, ONE, subtract, sum, ZERO, type Ratio } from "../number/ratio.js";
import type { Path } from "../schema/issue.js";
import type { ChannelInput, PlanInput, StageInput } from "../plan/plan.js";
import { parseQuantity } from "../schema/quantity.js";
import { parseRate } from "../plan/rate.js";

/** A channel that feeds a stage: it brings its own units, or a share of what is then still missing. */
export interface FlowChannel {
  readonly name: string;
  readonly path: Path;
  /** The index of the channel's last stage, whose units go on to the stage that is fed. */
  readonly last: number;
  /** What the channel brings whatever the goal; null for a channel that takes a share. */
  readonly units: Ratio | null;
  /** The share of what units channels leave to be brought; 0 for a units channel. */
  readonly share: Ratio;
}

/** A stage in the flow of units; indices count from the sources to the win. */
export interface FlowStage {
  readonly name: string;
  readonly path: Path;
  readonly channel: string | null;
  readonly written: StageInput;
  readonly rate: Ratio;
  /** The stage that units go on to; −1 for the win. */
  readonly next: number;
  /** The channels that bring this stage's units; none where its units are work of their own. */
  readonly feeders: readonly FlowChannel[];
}

/** Reads the funnel of a validated plan as one list from the sources to the win. */
export function compileFlow(plan: PlanInput): readonly FlowStage[] {
  const flow: MutableStage[] = [];
  appendList(flow, plan.funnel, ["funnel"], null);
  const last = flow.at(-1);
  if (last !== undefined) last.next = -1;
  return flow;
}

type MutableStage = { -readonly [K in keyof FlowStage]: FlowStage[K] };

/** Appends a list of stages after whatever feeds its first one; returns the index of its last stage. */
function appendList(
  flow: MutableStage[],
  funnel: readonly StageInput[],
  at: Path,
  channel: string | null,
): number {
  let last = -1;
  funnel.forEach((written, index) => {
    const path = [...at, index];
    const feeders = feedersOf(flow, written.sources ?? [], [...path, "sources"]);
    const here = flow.length;
    for (const feeder of feeders) link(flow, feeder.last, here);
    link(flow, last, here);
    flow.push({
      name: written.stage,
      path,
      channel,
      written,
      rate: parseRate(written.rate),
      next: -1,
      feeders,
    });
    last = here;
  });
  return last;
}

function link(flow: MutableStage[], from: number, to: number): void {
  const stage = flow[from];
  if (stage !== undefined) stage.next = to;
}

function feedersOf(flow: MutableStage[], sources: readonly ChannelInput[], at: Path): FlowChannel[] {
  const shares = sum(sources.map(({ share }) => parseRate(share ?? 0)));
  return sources.map((source, index) => {
    const path = [...at, index];
    const last = appendList(flow, source.funnel, [...path, "funnel"], source.channel);
    const units = source.units === undefined ? null : parseQuantity(source.units);
    const share = source.rest === true ? subtract(ONE, shares) : parseRate(source.share ?? 0);
    return { name: source.channel, path, last, units, share };
  });
}

/** Whether a stage's entries are work of their own. */
export function isWork(flow: readonly FlowStage[], index: number): boolean {
  return flow[index]?.feeders.length === 0 && flow[index - 1]?.next !== index;
}

/** What units channels bring to a stage whatever the goal; `landing` is the share of it that is won in time. */
export function unitsBrought({ feeders }: FlowStage, landing: Ratio = ONE): Ratio {
  return multiply(landing, sum(feeders.map(({ units }) => units ?? ZERO)));
}

/** Exact volumes: how many units must enter each stage, by index; and the first stage that no number of entries helps. */
export interface Needs {
  readonly entries: readonly Ratio[];
  readonly blocked: readonly number[];
}

/**
 * How many units must enter each stage, exactly, so that so many wins leave the last one: what must leave a stage ÷ its
 * rate. A rate of 0 blocks a stage that must pass units on; its entries are then given as 0. `landing` is the share of
 * each stage's brought units that is won in time; without it, all of them.
 */
export function computeNeeds(flow: readonly FlowStage[], wins: Ratio, landing: readonly Ratio[] = []): Needs {
  const leaving: Ratio[] = flow.map(() => ZERO);
  const entries: Ratio[] = flow.map(() => ZERO);
  const blocked: number[] = [];
  if (flow.length > 0) leaving[flow.length - 1] = wins;
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const stage = flow[index];
    const out = leaving[index];
    if (stage === undefined || out === undefined) continue;
    if (isZero(stage.rate) && !isZero(out)) blocked.unshift(index);
    const need = isZero(stage.rate) ? ZERO : divide(out, stage.rate);
    entries[index] = need;
    askFeeders(flow, index, stage, need, leaving, landing[index]);
  }
  return { entries, blocked };
}

function askFeeders(
  flow: readonly FlowStage[],
  index: number,
  stage: FlowStage,
  need: Ratio,
  leaving: Ratio[],
  landing: Ratio | undefined,
): void {
  if (stage.feeders.length === 0) {
    const before = flow[index - 1];
    if (before?.next === index) leaving[index - 1] = need;
    return;
  }
  const missing = larger(ZERO, subtract(need, unitsBrought(stage, landing)));
  for (const { last, units, share } of stage.feeders) leaving[last] = units ?? multiply(share, missing);
}

/** The product of the rates from a stage to the win: the wins that one unit entering it becomes. */
export function winsPerUnit(flow: readonly FlowStage[]): readonly Ratio[] {
  const product: Ratio[] = flow.map(() => ONE);
  for (let index = flow.length - 1; index >= 0; index -= 1) {
    const stage = flow[index];
    if (stage === undefined) continue;
    product[index] = multiply(stage.rate, stage.next < 0 ? ONE : (product[stage.next] ?? ONE));
  }
  return product;
}

/** Units that units channels bring beyond what their stage needs. */
export function surplusAt(stage: FlowStage, need: Ratio, landing?: Ratio): Ratio {
  return stage.feeders.length === 0 ? ZERO : larger(ZERO, subtract(unitsBrought(stage, landing), need));
}
