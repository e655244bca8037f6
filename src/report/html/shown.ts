import { escaped } from "../../format/escaped.js";

/** A cell, a heading or a label longer than this is cut; so is a single word in a sentence. */
const LONGEST = 240;

/** A stretch that is read from right to left, up to its last such letter. */
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
  .source;
const TURNED = new RegExp(`${FROM_RIGHT}(?:[^<>&]*${FROM_RIGHT})?`, "gu");

/** A sentence as HTML: all of it, but for single words that no line holds. */
export function shownSentence(text: string): string {
  return unbroken(isolated(escaped(text.replace(/\S+/g, (word) => cut(word)))));
}

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const DATES = new RegExp(
  String.raw`\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:\d{1,2} ${MONTH}|${MONTH} \d{1,2})\b`,
  "g",
);

/** A date is not broken between its words. */
function unbroken(html: string): string {
  return html.replace(DATES, '<span class="date">$&</span>');
}

/** A heading as HTML, cut where it is longer than anyone reads. */
export function shownHeading(text: string): string {
  return unbroken(shownName(text));
}

/** A name or a cell as HTML, cut where it is longer than anyone reads. */
export function shownName(text: string): string {
  return isolated(escaped(cut(text)));
}

/** The same where nothing can be set apart: in an attribute, or in the window's title. */
export function plainName(text: string): string {
  return escaped(cut(text));
}

function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const characters = Array.from(text.slice(0, 2 * LONGEST));
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** Set apart, so that the figures beside Arabic or Hebrew words keep their place in the line. */
function isolated(html: string): string {
  return html.replace(TURNED, (stretch) => `<bdi>${stretch}</bdi>`);
}
