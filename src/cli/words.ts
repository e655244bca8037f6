import { UsageError } from "./failure.js";
import type { Call } from "./verb.js";

/**
 * Refuses words that a verb has no use for: they are mistakes that would go unnoticed.
 *
 * @throws UsageError for the first of them
 */
export function noMoreWords({ verb, words }: Call, most: number): void {
  const extra = words[most];
  if (extra === undefined) return;
  throw new UsageError(`${verb.name} has no use for ${JSON.stringify(extra)}`);
}
