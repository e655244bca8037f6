import type { JourneyState } from "../history/journeys/journey.js";
import { folded } from "./cell.js";
import type { ColumnRole, Mapping } from "./mapping.js";

const WORDS: Readonly<Record<string, JourneyState>> = {
  open: "open",
  won: "won",
  lost: "lost",
  "closed won": "won",
  "closed lost": "lost",
  closedwon: "won",
  closedlost: "lost",
};

/**
 * How the columns of a row say that a deal stands: the status in words, else won, closed and not won, or not closed.
 *
 * @returns undefined where they say nothing, null for a word that is not known
 */
export function readStatus(
  text: (role: ColumnRole) => string,
  statuses: Mapping["statuses"] = {},
): JourneyState | undefined | null {
  const status = text("status");
  if (status !== "") {
    const own = Object.entries(statuses).find(([word]) => folded(word) === folded(status));
    return own?.[1] ?? (Object.hasOwn(WORDS, folded(status)) ? WORDS[folded(status)] : null);
  }
  const [won, closed] = [readFlag(text("isWon")), readFlag(text("isClosed"))];
  if (won === true) return "won";
  if (closed === true) return won === false ? "lost" : undefined;
  return closed === false ? "open" : undefined;
}

function readFlag(text: string): boolean | undefined {
  if (/^(true|yes|1)$/i.test(text)) return true;
  return /^(false|no|0)$/i.test(text) ? false : undefined;
}
