import { isAhead } from "../number/apportion.js";

/**
 * Whose turn is it, unit after unit, among many? The same deal as `nextInDeal`, from a heap: the one with the greatest
 * weight ÷ (2 · units so far + 1) stands first, of equal ones the first by order, and a unit moves only who got it.
 */
export class AssignmentQueue {
  readonly #weights: readonly number[];
  readonly #assigned: number[];
  readonly #heap: number[];

  /** @param assigned units so far, by the same positions as the weights; counted on in place */
  constructor(weights: readonly number[], assigned: number[]) {
    this.#weights = weights;
    this.#assigned = assigned;
    this.#heap = [];
    for (let index = 0; index < weights.length; index += 1)
      if ((weights[index] ?? 0) > 0) this.#heap.push(index);
    for (let at = Math.floor(this.#heap.length / 2) - 1; at >= 0; at -= 1) this.#sink(at);
  }

  /** Gives one unit out; to nobody where nobody has any weight. */
  deal(): void {
    const [next] = this.#heap;
    if (next === undefined) return;
    this.#assigned[next] = (this.#assigned[next] ?? 0) + 1;
    this.#sink(0);
  }

  #sink(from: number): void {
    const moved = this.#heap[from] ?? 0;
    let at = from;
    for (let child = this.#firstChild(at); child !== undefined; child = this.#firstChild(at)) {
      const below = this.#heap[child] ?? 0;
      if (!this.#isBefore(below, moved)) break;
      this.#heap[at] = below;
      at = child;
    }
    this.#heap[at] = moved;
  }

  /** The child that comes first, if there is any. */
  #firstChild(at: number): number | undefined {
    const left = 2 * at + 1;
    const one = this.#heap[left];
    const other = this.#heap[left + 1];
    if (one === undefined) return undefined;
    return other !== undefined && this.#isBefore(other, one) ? left + 1 : left;
  }

  #isBefore(one: number, other: number): boolean {
    const [mine, others] = [this.#weights[one] ?? 0, this.#weights[other] ?? 0];
    const [has, hasOther] = [this.#assigned[one] ?? 0, this.#assigned[other] ?? 0];
    if (isAhead(mine, has, others, hasOther)) return true;
    return one < other && !isAhead(others, hasOther, mine, has);
  }
}
