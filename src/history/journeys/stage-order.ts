import { toNumber } from "../../number/exact-string.js";
import type { Journey } from "./journey.js";

/**
 * In which order do deals go through these stages, as far as journeys show it?
 *
 * By how far along they stand in the deals that name several with their days (0 for the first stage of a deal, 1 for the
 * last); where no deal does, by the average chance that the CRM gives to open deals in them; else as they are listed.
 */
export function orderStages(names: readonly string[], journeys: readonly Journey[]): readonly string[] {
  const places = new Map<string, Mean>();
  const chances = new Map<string, Mean>();
  for (const { steps, state, probability } of journeys) {
    const first = new Map<string, string>();
    for (const { stage, on } of steps)
      if (on !== null && (first.get(stage) ?? "9999") > on) first.set(stage, on);
    const days = [...new Set(first.values())].sort();
    if (days.length > 1)
      for (const [stage, on] of first) meanOf(places, stage).add(days.indexOf(on) / (days.length - 1));
    const last = steps.at(-1)?.stage;
    if (state === "open" && probability !== null && last !== undefined)
      meanOf(chances, last).add(toNumber(probability));
  }
  const ranks = [places, chances].find((means) => names.every((name) => means.has(name)));
  if (ranks === undefined) return names;
  const rank = (name: string) => ranks.get(name)?.value ?? 0;
  return [...names].sort(
    (one, other) => rank(one) - rank(other) || names.indexOf(one) - names.indexOf(other),
  );
}

class Mean {
  #sum = 0;
  #count = 0;

  get value(): number {
    return this.#sum / this.#count;
  }

  add(one: number): void {
    this.#sum += one;
    this.#count += 1;
  }
}

function meanOf(means: Map<string, Mean>, stage: string): Mean {
  let mean = means.get(stage);
  if (mean === undefined) means.set(stage, (mean = new Mean()));
  return mean;
}
