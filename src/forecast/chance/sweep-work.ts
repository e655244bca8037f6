import type { ChanceModel, ChanceStage } from "../../chance/chance-model.js";
import type { Precision } from "../../chance/sweep.js";

/** About so many standard deviations of a list are something. */
const WIDTH = 20;

/**
 * How many steps of arithmetic does a sweep take, about?
 *
 * For each combination of places that the sweep looks at, the entries that each unit touches; and for each list that is
 * carried over to fewer places, its length by the places. It grows in proportion to units × entries × places².
 */
export function sweepWork({ stages, shared, spread, notEnough }: ChanceModel, precision: Precision): number {
  const length = notEnough.length;
  const before = stages.map((_, stage) => stages.flatMap(({ next }, at) => (next === stage ? [at] : [])));
  const chain = (start: number): number => {
    let [work, places] = [0, 1];
    for (let stage = start; ;) {
      const { rate, open } = stages[stage] ?? NOTHING;
      const rates = !("won" in rate) ? 1 : places === 1 ? precision.chance : precision.rate;
      const combined = places * rates;
      work += combined * (length + stepsOf(open, length));
      if (combined > precision.chance) work += 2 * combined * precision.chance * length;
      places = Math.min(combined, precision.chance);
      const branches = before[stage] ?? [];
      const [only] = branches;
      if (only !== undefined && branches.length === 1) stage = only;
      else return work + places * branches.reduce((sum, branch) => sum + chain(branch) + length * length, 0);
    }
  };
  const cases = (spread > 0 ? precision.spread : 1) * precision.chance ** shared.length;
  return cases * stages.reduce((sum, { next }, at) => (next === null ? sum + chain(at) : sum), 0);
}

const NOTHING: Pick<ChanceStage, "rate" | "open"> = { rate: { known: 1 }, open: [] };

function stepsOf(open: ChanceStage["open"], length: number): number {
  let steps = 0;
  let units = 0;
  for (const { count, worth } of open) {
    units += count;
    const [only] = worth ?? [];
    const isPlain = worth === undefined || (worth.length === 1 && only?.cells === 1);
    const span = isPlain ? Math.min(length, WIDTH * Math.sqrt(units) + WIDTH) : length;
    const alike = worth === undefined || worth.length === 1;
    steps += alike ? Math.min(count, span) * span : count * length * worth.length;
  }
  return steps;
}
