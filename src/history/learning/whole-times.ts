import { LOST, OPEN, WENT_ON, type Ending } from "./observations.js";

/** Deals counted by how long they could be watched: open, won, lost. */
type EndCounts = [open: number, won: number, lost: number];

/** How many of some deals were won in the end. */
export interface WonOfDecided {
  readonly won: number;
  readonly of: number;
}

/** Times from the first stage to the end, however deals went through the stages between. */
export class WholeTimes {
  readonly #byWatched = new Map<number, EndCounts>();
  #longest = 0;
  #open = 0;
  #won = 0;
  #lost = 0;

  /** Is there any deal that was not won? Where only wins are recorded nobody can tell how many were not. */
  get onlyWins(): boolean {
    return this.#open === 0 && this.#lost === 0;
  }

  /** The longest time from the first stage to a win or a loss, in days. */
  get longest(): number {
    return this.#longest;
  }

  /** Adds a deal: its days from the first stage to its end, and the days for which it could be watched. */
  add(age: number, ending: Ending, watched: number): void {
    let counts = this.#byWatched.get(watched);
    if (counts === undefined) this.#byWatched.set(watched, (counts = [0, 0, 0]));
    counts[ending] += 1;
    if (ending === OPEN) this.#open += 1;
    else this.#longest = Math.max(this.#longest, age);
    if (ending === WENT_ON) this.#won += 1;
    if (ending === LOST) this.#lost += 1;
  }

  /**
   * How many were won, of the deals that can tell: all of them where none is open, else those that were watched for at least
   * as long as any deal took to be decided.
   *
   * @returns undefined where one of those is still open, where there are none, and where only wins are recorded
   */
  decided(): WonOfDecided | undefined {
    if (this.onlyWins) return undefined;
    let [open, won, lost] = [this.#open, this.#won, this.#lost];
    if (open > 0) {
      [open, won, lost] = [0, 0, 0];
      for (const [watched, counts] of this.#byWatched) {
        if (watched < this.#longest) continue;
        open += counts[OPEN];
        won += counts[WENT_ON];
        lost += counts[LOST];
      }
    }
    return open > 0 || won + lost === 0 ? undefined : { won, of: won + lost };
  }
}
