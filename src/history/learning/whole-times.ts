import type { Ending } from "./ending.js";

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
  #longest = 0;

  /** Is there any deal that was not won? Where only wins are recorded nobody can tell how many were not. */
  get onlyWins(): boolean {
    const [open, , lost] = this.#counts;
    return open === 0 && lost === 0;
  }

  /** The longest time to a win or a loss, in days. */
  get longest(): number {
    return this.#longest;
  }

  /** Adds a deal: its days to its end, and the days for which it could be watched. */
  add(age: number, ending: Ending, watched: number): void {
    let counts = this.#byWatched.get(watched);
    if (counts === undefined) this.#byWatched.set(watched, (counts = [0, 0, 0]));
    counts[ending] += 1;
    this.#counts[ending] += 1;
    if (ending !== 0) this.#longest = Math.max(this.#longest, age);
  }

  /**
   * How many were won, of the deals that can tell: all of them where none is open, else those that were watched for at least
   * so many days. Which deals those are depends on when they came in, not on how they ended.
   *
   * @returns undefined where one of those is still open, and where there are none
   */
  decided(days: number): WonOfDecided | undefined {
    let [open, won, lost] = this.#counts;
    if (open > 0) {
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
}
