import type { Format } from "../../format/format.js";
import { at } from "../../number/invariant.js";
import type { Report, Section } from "../report.js";
import { toSvg } from "../../charts/to-svg.js";
import { blockHtml, type Place } from "./blocks.js";
import { firstRounded } from "../rounded.js";
import { plainName, shownHeading } from "./shown.js";
import { STYLES } from "./styles.js";
import { requireHanded } from "../../schema/handed.js";

/** How a report is written as a page. */
export interface HtmlOptions {
  /** How the figures of its pictures are written, as those of the report were; plain English unless given. */
  readonly format?: Format | undefined;
  /** What amounts count in where a picture does not say, such as `"USD"`; nothing unless given. */
  readonly currency?: string | undefined;
  /** The language of the page's words, for whoever reads it aloud: a BCP 47 tag; `"en"` unless given. */
  readonly language?: string | undefined;
  /** The name in the window's title; the report's own unless given. */
  readonly title?: string | undefined;
}

/** Nothing may be loaded or run, from anywhere; the page brings its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Writes a report as one HTML page that needs nothing else: pictures and styles are inside, no script runs, nothing is asked
 * from anywhere. It follows a light or a dark screen, is read on a phone and on a desk, and prints on A4 and Letter.
 *
 * Names stand in it as text: markup and scripts in them are shown, never followed. A cell, a heading or a single word of more
 * than 240 characters is cut.
 *
 * @throws RangeError for a language that is no tag of letters, digits and hyphens
 *
 * @example
 * ```ts
 * const page = toHtml({ title: "Growth <2>", sections: [] });
 * page.slice(0, 15); // => "<!doctype html>"
 * page.includes("<h1>Growth &lt;2&gt;</h1>"); // => true
 * ```
 */
export function toHtml(report: Report, options: HtmlOptions = {}): string {
  requireHanded("toHtml", ["a report"], report);
  const { language = "en", title = report.title } = options;
  if (!/^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/.test(language))
    throw new RangeError(
      `toHtml requires language as a tag such as "en-GB"; got ${JSON.stringify(language)}`,
    );
  const set = { draw: drawing(options), rounded: firstRounded(report) };
  const parts = report.sections.map((section, index) => ({ section, number: index + 1 }));
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${plainName(title)}</title>`,
    `<style>${STYLES}</style>`,
    "</head>",
    "<body>",
    report.sections.some(({ place }) => place === "beside") ? '<main class="board">' : "<main>",
    `<h1>${shownHeading(report.title)}</h1>`,
    ...bodyHtml(parts, set),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function drawing({ currency, format }: HtmlOptions): Place["draw"] {
  return (picture, width, idPrefix, half) =>
    toSvg(picture, { width, idPrefix, currency, format, titled: false, headed: !half });
}

type Set = Pick<Place, "draw" | "rounded">;

/** A section and its number, which its ids are made of. */
interface Part {
  readonly section: Section;
  readonly number: number;
}

/** The first page, pairs side by side; the appendix begins a page of its own. */
function bodyHtml(parts: readonly Part[], set: Set): string[] {
  const page = parts.filter(({ section }) => section.place !== "appendix");
  const appendix = parts.filter(({ section }) => section.place === "appendix");
  return [
    ...inPairs(page).flatMap(([part, beside]) => {
      if (beside === undefined) return [sectionHtml(part, set, "h2", false)];
      const pair = [part, beside].map((each) => sectionHtml(each, set, "h2", true));
      return ['<div class="pair">', ...pair, "</div>"];
    }),
    ...(appendix.length === 0 || page.length === 0
      ? appendix.map((part) => sectionHtml(part, set, "h2", false))
      : [
          '<div class="appendix">',
          "<h2>Appendix</h2>",
          ...appendix.map((part) => sectionHtml(part, set, "h3", false)),
          "</div>",
        ]),
  ];
}

/** The parts in their order, each with the next one where that stands beside it and is not taken. */
function inPairs(parts: readonly Part[]): (readonly [Part, Part?])[] {
  const pairs: (readonly [Part, Part?])[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const [part, next] = [at(parts, index), parts[index + 1]];
    const isPair = next?.section.place === "beside";
    pairs.push(isPair ? [part, next] : [part]);
    if (isPair) index += 1;
  }
  return pairs;
}

function sectionHtml({ section, number }: Part, set: Set, heading: "h2" | "h3", half: boolean): string {
  const { title, blocks } = section;
  const id = `part-${number}`;
  const parts = blocks.map((block, index) =>
    blockHtml(block, { heading: title, id: `${id}-${index + 1}`, half, ...set }),
  );
  return [
    `<section aria-labelledby="${id}">`,
    `<${heading} id="${id}">${shownHeading(title)}</${heading}>`,
    ...parts,
    "</section>",
  ].join("\n");
}
