import { encodeExact, type ExactString } from "../number/exact-string.js";
import { at } from "../number/invariant.js";
import {
  add,
  divide,
  isPositive,
  isZero,
  multiply,
  subtract,
  sum,
  ZERO,
  type Ratio,
} from "../number/ratio.js";
import { stagesBelow } from "../model/budgets.js";
import type { CompiledPlan, CompiledStage } from "../model/compile.js";
import type { FlowChannel } from "../model/flow.js";
import { totalInflow, type Inflows } from "../model/inflow.js";
import type { WholeCosts } from "../schedule/whole-costs.js";
import type { ChannelEconomics } from "./answer.js";
import { monthlyMargin, moneyOfWin } from "./money-of-win.js";

/** What the work that begins in a channel comes to: at each stage, and as wins. */
interface Share {
  /** The part of the units that enter a stage, by its index. */
  readonly ofStage: (index: number) => Ratio;
  readonly wins: Ratio;
}

/**
 * What does each channel bring, and what does it cost?
 *
 * A channel's cost is that of its own stages; of the later ones, and of the work that wins cause, it bears the part that
 * its units are of all. A channel inside another one is a part of it.
 */
export function computeChannelEconomics(
  compiled: CompiledPlan,
  inflows: Inflows,
  costs: WholeCosts,
): readonly ChannelEconomics[] {
  const entering: Entering = {
    stages: inflows.stages.map((list) => ({ list, all: totalInflow(list) })),
    wins: { list: inflows.wins, all: totalInflow(inflows.wins) },
  };
  return compiled.flow.flatMap((stage) =>
    stage.feeders
      .filter(({ isBefore }) => !isBefore)
      .map((feeder) => channelAnswer(compiled, { stage, feeder }, entering, costs)),
  );
}

/** What enters a stage, or is won, part by part and in all. */
interface Entry {
  readonly list: Inflows["wins"];
  readonly all: Ratio;
}

interface Entering {
  readonly stages: readonly Entry[];
  readonly wins: Entry;
}

interface Feeding {
  readonly stage: CompiledStage;
  readonly feeder: FlowChannel;
}

function channelAnswer(
  compiled: CompiledPlan,
  { stage, feeder }: Feeding,
  entering: Entering,
  { activities }: WholeCosts,
): ChannelEconomics {
  const own = stagesBelow(compiled.flow, feeder.path);
  const share = shareOf(compiled, { stage, feeder }, own, entering);
  const known = activities.flatMap(({ stage: index, cost }) => (cost === undefined ? [] : [{ index, cost }]));
  const ofOwn = known.filter(({ index }) => own.has(index)).map(({ cost }) => cost);
  const later = known
    .filter(({ index }) => !own.has(index))
    .map(({ index, cost }) =>
      multiply(cost, index < 0 ? quotient(share.wins, entering.wins.all) : share.ofStage(index)),
    );
  const hasCost = known.length > 0;
  const all = add(sum(ofOwn), sum(later));
  const cac = hasCost && !isZero(share.wins) ? divide(all, share.wins) : undefined;
  const money = moneyOfWin(compiled);
  const revenue = money === undefined ? undefined : multiply(money.value, share.wins);
  const profit =
    money === undefined || !hasCost ? undefined : subtract(multiply(money.margin, share.wins), all);
  const monthly = monthlyMargin(compiled);
  return {
    channel: feeder.name,
    stage: stage.name,
    wins: encodeExact(share.wins),
    revenue: exactOrNull(revenue),
    cost: hasCost ? encodeExact(sum(ofOwn)) : null,
    laterCost: hasCost ? encodeExact(sum(later)) : null,
    profit: exactOrNull(profit),
    cac: exactOrNull(cac),
    paybackMonths: exactOrNull(
      cac === undefined || monthly === undefined || isZero(monthly) ? undefined : divide(cac, monthly),
    ),
  };
}

/** What descends from the channel's own work; of what several channels with fixed units bring, its units of all. */
function shareOf(
  { flow, winEntries }: CompiledPlan,
  { stage, feeder }: Feeding,
  own: ReadonlySet<number>,
  entering: Entering,
): Share {
  const brought =
    feeder.units === null || stage.brought === null ? ZERO : quotient(feeder.units, stage.brought);
  const part = (origin: number): Ratio =>
    own.has(origin) ? { num: 1, den: 1 } : origin === stage.index ? brought : ZERO;
  const partOf = (shapes: readonly { readonly origin: number }[], list: Inflows["wins"]): Ratio =>
    sum(
      list.flatMap(({ amount }, index) => {
        const share = part(at(shapes, index).origin);
        return isZero(share) ? [] : [multiply(amount, share)];
      }),
    );
  const known = new Map<number, Ratio>();
  return {
    ofStage: (index) => {
      const { list, all } = at(entering.stages, index);
      const share = known.get(index) ?? quotient(partOf(at(flow, index).entries, list), all);
      known.set(index, share);
      return share;
    },
    wins: partOf(winEntries, entering.wins.list),
  };
}

function quotient(part: Ratio, whole: Ratio): Ratio {
  return isPositive(whole) ? divide(part, whole) : ZERO;
}

function exactOrNull(value: Ratio | undefined): ExactString | null {
  return value === undefined ? null : encodeExact(value);
}
