import { OPEN, type Ending } from "./ending.js";
import { tally } from "../../number/tally.js";

/** Deals counted by how long they could be watched: open, went on, lost. */
type EndCounts = [open: number, wentOn: number, lost: number];

/** How many of some deals went on (or were won) in the end. */
export interface WonOfDecided {
  readonly won: number;
  readonly of: number;
}

/** How deals ended, by the days for which they could be watched since they came in, whatever lies between. */
export class WholeTimes {
  readonly #byWatched = new Map<number, EndCounts>();
  readonly #counts: EndCounts = [0, 0, 0];
  /** How long decided deals took, by days. */
  readonly #ages = new Map<number, number>();
  #longest = 0;

  /** Is there any deal that was not won? Where only wins are recorded nobody can tell how many were not. */
  get onlyWins(): boolean {
    const [open, , lost] = this.#counts;
    return open === 0 && lost === 0;
  }

  /**
   * May losses have been left out of the record? None is in it, and no deal is open for longer than the slowest win took, as
   * those that nobody will win are in time.
   */
  get lacksLosses(): boolean {
    if (this.#counts[2] > 0) return false;
    for (const [watched, [open]] of this.#byWatched) if (open > 0 && watched > this.#longest) return false;
    return true;
  }

  /** Is no deal won, or open? A list of lost deals says nothing of how many were won. */
  get onlyLosses(): boolean {
    const [open, won] = this.#counts;
    return open === 0 && won === 0;
  }

  /** The longest time to a win or a loss, in days. */
  get longest(): number {
    return this.#longest;
  }

  /** How many deals ended how, by the days for which they could be watched. */
  get byWatched(): ReadonlyMap<number, Readonly<EndCounts>> {
    return this.#byWatched;
  }

  /** How many decided deals took how many days. */
  get ages(): ReadonlyMap<number, number> {
    return this.#ages;
  }

  /** Adds a deal: its days to its end, and the days for which it could be watched. */
  add(age: number, ending: Ending, watched: number): void {
    this.addWatched(watched, ending, 1);
    if (ending !== OPEN) this.addDecided(age, 1);
  }

  /** Adds deals that could be watched for so many days, by how they ended. */
  addWatched(watched: number, ending: Ending, count: number): void {
    let counts = this.#byWatched.get(watched);
    if (counts === undefined) this.#byWatched.set(watched, (counts = [0, 0, 0]));
    counts[ending] += count;
    this.#counts[ending] += count;
  }

  /** Adds decided deals that took so many days. */
  addDecided(age: number, count: number): void {
    this.#longest = Math.max(this.#longest, age);
    tally(this.#ages, age, count);
  }

  /**
   * How many were won, of the deals that can tell: all of them where none is open, else those that were watched for at least
   * so many days. Which deals those are depends on when they came in, not on how they ended.
   *
   * @param always leaves younger deals out even where none is open
   * @returns undefined where one of those is still open, and where there are none
   */
  decided(days: number, always = false): WonOfDecided | undefined {
    let [open, won, lost] = this.#counts;
    if (open > 0 || always) {
      [open, won, lost] = [0, 0, 0];
      for (const [watched, counts] of this.#byWatched) {
        if (watched < days) continue;
        open += counts[0];
        won += counts[1];
        lost += counts[2];
      }
    }
    return open > 0 || won + lost === 0 ? undefined : { won, of: won + lost };
  }

  /**
   * Were open deals left out of the record? So it seems where none is open although at least three should be, if deals take as
   * long as those that were decided: then luck leaves none in fewer than one case in twenty (e^−3).
   */
  get lacksOpen(): boolean {
    const [open, won, lost] = this.#counts;
    if (open > 0 || won + lost === 0) return false;
    const ages = [...this.#ages].sort(([one], [other]) => one - other);
    const watched = [...this.#byWatched].sort(([one], [other]) => one - other);
    let [expected, at, decidedBy] = [0, 0, 0];
    for (const [days, counts] of watched) {
      for (let age = ages[at]; age !== undefined && age[0] <= days; age = ages[at]) {
        decidedBy += age[1];
        at += 1;
      }
      expected += (counts[1] + counts[2]) * (1 - decidedBy / (won + lost));
    }
    return expected >= ENOUGH_MISSING;
  }
}

/** So many open deals must be missing before their absence is no luck. */
const ENOUGH_MISSING = 3;
