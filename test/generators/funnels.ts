import fc from "fast-check";
import type { PlainActivity, PlainSource, PlainStage } from "../oracle/plain-plan.js";
import type { WrittenNumber, WrittenRate } from "../oracle/written.js";
import { ownBudgets } from "./costs.js";
import { lags } from "./lags.js";
import { amounts, writtenRates, zeroRates } from "./written.js";

/** Which funnels to draw. */
export interface FunnelKnobs {
  /** Most stages in one list; 4 unless given. */
  readonly stages?: number;
  /** How deep channels nest; 2 unless given, 0 for a single path. */
  readonly depth?: number;
  /** Whether channels may bring so many units whatever the goal; true unless given. */
  readonly units?: boolean;
  /** Whether stages may have activities, minutes, costs and owners; true unless given. */
  readonly activities?: boolean;
  /** Whether stages may say how many units are to be had; false unless given. */
  readonly available?: boolean;
  /** Whether stages may take time; false unless given. */
  readonly lags?: boolean;
  /** Whether channels may have budgets; false unless given. */
  readonly budgets?: boolean;
  /** Whether a rate may be 0; false unless given. */
  readonly zeroRates?: boolean;
  /** Whether channels may enter in the middle of a list, and bring units from outside, without stages; false unless given. */
  readonly entries?: boolean;
  /** Whether units that do not go on may come back to the same stage or an earlier one; false unless given. */
  readonly returns?: boolean;
  /** The rates to draw; every written form from 2.5% to 100% unless given. */
  readonly rates?: fc.Arbitrary<WrittenRate>;
}

const STAGES = ["visitor", "lead", "demo request", "meeting", "v2.0 demo", "proposal", "Gespräch"];
const CHANNELS = ["inbound", "outbound", "partner", "fair"];
const OWNERS = ["marketing", "sales", "support"];
const ACTIVITIES = ["call", "e-mail", "research", "visit"];

/**
 * Funnels with unique stage and channel names, channels of all three kinds nested in one another. Channels of channels are
 * fewer and shorter: what a law says of three nested lists it says of thirty, and those thirty take most of the time.
 */
export function funnels(knobs: FunnelKnobs = {}): fc.Arbitrary<PlainStage[]> {
  const drawn = lists(knobs, knobs.depth ?? 2).map((funnel) => numbered(funnel, { count: 0 }));
  if (knobs.returns !== true) return drawn;
  const dice = fc.array(fc.nat(99), { minLength: 5, maxLength: 20 });
  return fc.tuple(drawn, dice).map(([funnel, rolled]) => {
    let next = 0;
    return comingBack(funnel, () => rolled[next++ % rolled.length] ?? 0);
  });
}

/** The same funnel with units that come back: in loops that do not cross, past no channel, and never all of them. */
function comingBack(funnel: readonly PlainStage[], roll: () => number): PlainStage[] {
  let start = 0;
  return funnel.map((stage, index) => {
    const channels = (stage.sources ?? []).map((source) => ({
      ...source,
      funnel: comingBack(source.funnel, roll),
    }));
    const fed = stage.sources === undefined ? stage : { ...stage, sources: channels };
    if (channels.length > 0) start = index;
    if (roll() % 2 === 0) return fed;
    const to = funnel[start + (roll() % (index - start + 1))]?.stage ?? stage.stage;
    start = index + 1;
    return { ...fed, returns: { to, rate: `${roll()}%` } };
  });
}

/** One to three kinds of work for each unit, or for each win. */
export function activities(): fc.Arbitrary<PlainActivity[]> {
  const each = fc.record(
    {
      name: fc.constantFrom(...ACTIVITIES),
      owner: fc.constantFrom(...OWNERS),
      perUnit: amounts(1, 9),
      minutes: fc.integer({ min: 1, max: 240 }),
      cost: amounts(0, 20),
    },
    { requiredKeys: ["name"] },
  );
  return fc.uniqueArray(each, { minLength: 1, maxLength: 3, selector: (activity) => activity.name });
}

/** Names of all stages, from the sources to the win. */
export function stageNames(funnel: readonly PlainStage[]): string[] {
  return funnel.flatMap(({ stage, sources = [] }) => [
    ...sources.flatMap((source) => stageNames(source.funnel)),
    stage,
  ]);
}

function lists(knobs: FunnelKnobs, depth: number): fc.Arbitrary<PlainStage[]> {
  const plain = fc.array(stages(knobs), { minLength: 1, maxLength: knobs.stages ?? 4 });
  if (depth === 0) return plain;
  const fed = fc.tuple(plain, sources(knobs, depth - 1)).map(([[first, ...rest], channels]) => {
    return first === undefined ? [] : [{ ...first, sources: channels }, ...rest];
  });
  if (knobs.entries !== true) return fc.oneof(plain, fed);
  const entered = fc
    .tuple(fc.oneof(plain, fed), sources(knobs, depth - 1), fc.nat(9))
    .map(([funnel, channels, place]) => {
      const at = 1 + (place % Math.max(1, funnel.length - 1));
      return funnel.map((stage, index) =>
        index === at ? { ...stage, sources: channels.flatMap(inTheMiddle) } : stage,
      );
    });
  return fc.oneof(plain, fed, entered);
}

/** A channel as it enters in the middle of a list: with half of its share, as the stages before bring the rest. */
function inTheMiddle({ rest, share, ...channel }: PlainSource): PlainSource[] {
  if (rest !== undefined) return [{ ...channel, share: "1/7" }];
  return [share === undefined ? channel : { ...channel, share: halved(share) }];
}

function halved(share: WrittenRate): string {
  if (typeof share !== "string") throw new TypeError("sources write their shares as texts");
  return share.endsWith("%") ? `${Number(share.slice(0, -1)) / 2}%` : `${share}00`;
}

function stages(knobs: FunnelKnobs): fc.Arbitrary<PlainStage> {
  const positive = knobs.rates ?? writtenRates();
  const rate =
    knobs.zeroRates === true ? fc.oneof({ weight: 9, arbitrary: positive }, zeroRates()) : positive;
  const work = {
    owner: fc.constantFrom(...OWNERS),
    minutes: fc.integer({ min: 1, max: 120 }),
    cost: amounts(0, 20),
    activities: activities(),
  };
  return fc.record(
    {
      stage: fc.constantFrom(...STAGES),
      rate,
      ...(knobs.activities === false ? {} : work),
      ...(knobs.available === true ? { available: fc.integer({ min: 0, max: 10_000 }) } : {}),
      ...(knobs.lags === true ? { lag: lags(), lossLag: lags() } : {}),
    },
    { requiredKeys: ["stage", "rate"] },
  );
}

/** Weights make the shares; where there is a rest it takes the first weight. */
function sources(knobs: FunnelKnobs, depth: number): fc.Arbitrary<PlainSource[]> {
  const isOuter = depth === (knobs.depth ?? 2) - 1;
  const channel = fc.constantFrom(...CHANNELS);
  const outside = fc.constant<PlainStage[]>([]);
  const staged = lists(isOuter ? knobs : { ...knobs, stages: Math.min(2, knobs.stages ?? 2) }, depth);
  const funnel =
    knobs.entries === true
      ? fc.oneof({ weight: 3, arbitrary: staged }, { weight: 1, arbitrary: outside })
      : staged;
  const limit: { budget?: fc.Arbitrary<WrittenNumber> } =
    knobs.budgets === true ? { budget: ownBudgets() } : {};
  const sharing = fc.record(
    { channel, funnel, weight: fc.integer({ min: 1, max: 10 }), ...limit },
    { requiredKeys: ["channel", "funnel", "weight"] },
  );
  const bringing = fc.record(
    { channel, funnel, units: fc.oneof(fc.nat(20), fc.nat(2000)), ...limit },
    { requiredKeys: ["channel", "funnel", "units"] },
  );
  const parts = fc.record({
    shared: fc.array(sharing, { minLength: 1, maxLength: isOuter ? 3 : 2 }),
    brought: knobs.units === false ? fc.constant([]) : fc.array(bringing, { maxLength: isOuter ? 2 : 1 }),
    hasRest: fc.boolean(),
    unitsFirst: fc.boolean(),
  });
  return parts.map(({ shared, brought, hasRest, unitsFirst }) => {
    const all = shared.reduce((total, { weight }) => total + weight, 0);
    const shares = shared.map(({ weight, ...source }, index) =>
      hasRest && index === 0
        ? { ...source, rest: true as const }
        : { ...source, share: writtenShare(weight, all) },
    );
    return unitsFirst ? [...brought, ...shares] : [...shares, ...brought];
  });
}

function writtenShare(weight: number, all: number): string {
  const percent = (100 * weight) / all;
  return Number.isInteger(percent) ? `${percent}%` : `${weight}/${all}`;
}

function numbered(funnel: readonly PlainStage[], names: { count: number }): PlainStage[] {
  return funnel.map(({ sources: channels, ...stage }) => {
    const named = { ...stage, stage: `${stage.stage} ${++names.count}` };
    if (channels === undefined) return named;
    return {
      ...named,
      sources: channels.map((source) => ({
        ...source,
        channel: `${source.channel} ${++names.count}`,
        funnel: numbered(source.funnel, names),
      })),
    };
  });
}
