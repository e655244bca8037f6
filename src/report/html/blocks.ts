import type { Picture } from "../../charts/picture.js";
import type { Block, Figures, Sentence, Table } from "../report.js";
import { ROUNDED } from "../rounded.js";
import { shownName, shownSentence } from "./shown.js";
import { tableHtml } from "./table.js";

/** How a block is written: where it stands, and how its picture is drawn. */
export interface Place {
  /** The heading above it. */
  readonly heading: string;
  /** A word for ids that no other place has. */
  readonly id: string;
  /** The table at whose foot it is said that figures are rounded. */
  readonly rounded: Table | undefined;
  /** Whether it has half of the page's width. */
  readonly half: boolean;
  /** Draws a picture so many pixels wide, with ids that begin so; on half a page without the figures above it. */
  readonly draw: (picture: Picture, width: number, idPrefix: string, half: boolean) => string;
}

/** A block of a report as HTML. */
export function blockHtml(block: Block, place: Place): string {
  switch (block.kind) {
    case "sentence":
      return sentenceHtml(block);
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${shownSentence(item)}</li>`).join("\n")}\n</ul>`;
    case "table":
      return (
        tableHtml(block, place.heading) + (block === place.rounded ? `\n<p class="foot">${ROUNDED}</p>` : "")
      );
    case "figures":
      return figuresHtml(block);
    case "picture":
      return pictureHtml(block.picture, place);
  }
}

function sentenceHtml({ text, tone }: Sentence): string {
  return `<p${tone === "plain" ? "" : ` class="${tone}"`}>${shownSentence(text)}</p>`;
}

/** A figure of more characters is set smaller, so that it stays in one line. */
const SHORT = 7;

function figuresHtml({ items }: Figures): string {
  const list = items.map(
    ({ figure, label, note }) =>
      `<div><dt>${shownSentence(label)}</dt><dd><b${figure.length > SHORT ? ' class="longer"' : ""}>${shownName(figure)}</b>` +
      `${note === "" ? "" : `<span>${shownSentence(note)}</span>`}</dd></div>`,
  );
  return `<dl class="figures">\n${list.join("\n")}\n</dl>`;
}

/** Pixels: what is drawn is as wide as the page's text, and as a phone's; the white around it hangs over at both sides. */
const WIDE = 848;
const NARROW = 348;
const HALF = 380;

/** A picture twice, as a desk and as a phone shows it: shrunk to a phone's width, the words of one drawing could not be read. */
function pictureHtml(picture: Picture, { id, half, draw }: Place): string {
  // Half a page is about as wide as a phone: one drawing serves both.
  if (half) return `<figure>\n${draw(picture, HALF, id, true)}</figure>`;
  const drawn = [
    ["wide", WIDE],
    ["narrow", NARROW],
  ] as const;
  const drawings = drawn.map(
    ([name, width]) => `<div class="${name}">\n${draw(picture, width, `${id}-${name}`, false)}</div>`,
  );
  return `<figure>\n${drawings.join("\n")}\n</figure>`;
}
