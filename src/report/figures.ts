import type { ExactString } from "../number/exact-string.js";
import { showCount, showExact, showRate } from "../model/display.js";
import { parseQuantity } from "../schema/quantity.js";

/** A count in a table; nothing where there is none. */
export function countCell(count: number | null): string {
  return count === null ? "" : showCount(count);
}

/** An exact figure in a table: "66.67" where the decimals do not end is marked with ~. */
export function exactCell(exact: ExactString | null): string {
  return exact === null ? "" : marked(showExact(exact));
}

/** A rate in a table: 50%, ~33.33%. */
export function rateCell(rate: ExactString | null): string {
  return rate === null ? "" : marked(showRate(parseQuantity(rate)));
}

/** Tables have no room for "about". */
function marked(shown: string): string {
  return shown.replace("about ", "~");
}

/** A text as a sentence begins: "about 5.45 now" → "About 5.45 now". */
export function asSentence(text: string): string {
  return text.replace(/^about /, "About ");
}

/** An exact number of wins: "1 win", "about 3.67 wins". */
export function winsText(wins: ExactString): string {
  return `${showExact(wins)} ${wins === "1" ? "win" : "wins"}`;
}

/** A number of things: "1 win", "15 wins". */
export function countText(count: number, one: string): string {
  return `${showCount(count)} ${count === 1 ? one : `${one}s`}`;
}
