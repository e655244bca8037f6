import { seededRandom } from "../oracle/journey-simulator.js";
import { Find, KINDS } from "./kinds.js";

/** What attacks of one kind came to. */
export interface Tally {
  readonly name: string;
  readonly count: number;
  /** Processor time of the slowest, in seconds, and its seed. */
  readonly slowest: { readonly seconds: number; readonly seed: number };
  readonly finds: readonly { readonly seed: number; readonly what: string; readonly fed: unknown }[];
}

/** Within the limits nothing takes longer. Seconds of processor time. */
export const LONGEST = 2;

/** Attacks with so many inputs in all, each from a seed of its own. The same on every machine. */
export async function attack(count: number, firstSeed: number, only?: string): Promise<readonly Tally[]> {
  const tallies: Tally[] = [];
  const kinds = only === undefined ? KINDS : KINDS.filter(({ name }) => name === only);
  const shares = kinds.reduce((sum, { share }) => sum + share, 0);
  for (const kind of kinds) {
    const own = Math.ceil((count * kind.share) / shares);
    const finds: { seed: number; what: string; fed: unknown }[] = [];
    let slowest = { seconds: 0, seed: firstSeed };
    for (let seed = firstSeed; seed < firstSeed + own; seed += 1) {
      const begun = process.cpuUsage();
      try {
        await kind.attack(seededRandom(seed));
      } catch (error) {
        const what = error instanceof Find ? error.message : `not caught: ${String((error as Error).stack)}`;
        finds.push({ seed, what, fed: error instanceof Find ? error.fed : null });
      }
      const { user, system } = process.cpuUsage(begun);
      const seconds = (user + system) / 1e6;
      if (seconds > slowest.seconds) slowest = { seconds, seed };
      if (seconds > LONGEST)
        finds.push({ seed, what: `took ${seconds.toFixed(1)} s of processor time`, fed: null });
    }
    tallies.push({ name: kind.name, count: own, slowest, finds });
  }
  return tallies;
}
