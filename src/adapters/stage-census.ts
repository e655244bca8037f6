import { folded } from "./cell.js";

/** A stage that a file names. */
export interface StageSeen {
  /** Its name in the file, without its pipeline. */
  readonly name: string;
  /** How many rows name it. */
  readonly rows: number;
  /** What it counts as: a stage of the funnel, `won` or `lost`; null where that is not known, or it is left out. */
  readonly stage: string | null;
}

/** A file of free text in the place of stages has no end of them. */
const MOST_NAMES = 1000;

/** Counts the stages that rows name, known or not, in the order in which they first appear. */
export class StageCensus {
  readonly #names = new Map<string, { name: string; rows: number }>();
  readonly #keys = new Map<string, string>();

  /** Counts the stages of one row, each once. */
  add(names: readonly string[]): void {
    const counted: string[] = [];
    for (const name of names) {
      const key = this.#key(name);
      if (counted.includes(key)) continue;
      counted.push(key);
      const known = this.#names.get(key);
      if (known !== undefined) known.rows += 1;
      else if (this.#names.size < MOST_NAMES) this.#names.set(key, { name: withoutPipeline(name), rows: 1 });
    }
  }

  /** Every stage with its rows. */
  list(): readonly Omit<StageSeen, "stage">[] {
    return [...this.#names.values()];
  }

  #key(name: string): string {
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = folded(withoutPipeline(name));
    if (this.#keys.size < MOST_NAMES) this.#keys.set(name, key);
    return key;
  }
}

function withoutPipeline(name: string): string {
  const text = name.trim();
  return text.endsWith(")") ? text.slice(0, Math.max(0, text.lastIndexOf("("))).trim() || text : text;
}
