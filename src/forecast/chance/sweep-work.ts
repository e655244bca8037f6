import type { ChanceStage } from "../../chance/chance-model.js";
import type { Precision } from "../../chance/sweep.js";
import type { Worked } from "./units-ahead.js";

/** About so many standard deviations of a list are something. */
const WIDTH = 20;

/**
 * How many steps of arithmetic does a sweep take, about?
 *
 * For each combination of places that the sweep looks at, the entries that each unit touches; and for each list that is
 * carried over to fewer places, its length by the places. It grows in proportion to units × entries × places².
 */
export function sweepWork({ model, work: counts }: Worked, precision: Precision): number {
  const { stages, shared, spread, notEnough, newSums } = model;
  const length = notEnough.length;
  const before = stages.map((_, stage) => stages.flatMap(({ next }, at) => (next === stage ? [at] : [])));
  const chain = (start: number): number => {
    let [work, places] = [0, 1];
    for (let stage = start; ;) {
      const { rate, open } = stages[stage] ?? NOTHING;
      const rates = !("won" in rate) ? 1 : places === 1 ? precision.chance : precision.rate;
      const combined = places * rates;
      work += combined * (length + openSteps(open, length));
      if (combined > precision.chance) work += 2 * combined * precision.chance * length;
      places = Math.min(combined, precision.chance);
      const branches = before[stage] ?? [];
      const [only] = branches;
      if (only !== undefined && branches.length === 1) stage = only;
      else {
        const fresh = newSteps(
          counts[stage] ?? [],
          newSums?.length ?? length,
          newSums === undefined ? 0 : length,
        );
        return work + places * branches.reduce((sum, branch) => sum + chain(branch) + length * length, fresh);
      }
    }
  };
  const cases = (spread > 0 ? precision.spread : 1) * precision.chance ** shared.length;
  return cases * stages.reduce((sum, { next }, at) => (next === null ? sum + chain(at) : sum), 0);
}

const NOTHING: Pick<ChanceStage, "rate" | "open"> = { rate: { known: 1 }, open: [] };

/** New work is counted in wins, and then put into what they come to. */
function newSteps(counts: readonly number[], wins: number, cells: number): number {
  return plainSteps(counts, wins) + cells * (wins + cells);
}

function plainSteps(counts: readonly number[], length: number): number {
  let [steps, units] = [0, 0];
  for (const count of counts) {
    units += count;
    const span = Math.min(length, WIDTH * Math.sqrt(units) + WIDTH);
    steps += Math.min(count, span) * span;
  }
  return steps;
}

function openSteps(open: ChanceStage["open"], length: number): number {
  const valued = open.filter(({ worth }) => worth !== undefined);
  const plain = open.filter(({ worth }) => worth === undefined).map(({ count }) => count);
  return valued.reduce(
    (sum, { count, worth }) => sum + count * length * (worth?.length ?? 1),
    plainSteps(plain, length),
  );
}
