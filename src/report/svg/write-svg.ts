import type { Path } from "../../plan/issue.js";
import { visible } from "../text/visible.js";
import { px, type Drawing, type Mark, type ShapeMark, type TextMark } from "./drawing.js";
import { fillOf, PALETTE, paletteRules } from "./palette.js";

/** The words and the id that a drawing is known by. */
export interface DrawingWords {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

const FACES = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Writes drawings as one SVG, one below the other; a single one is the SVG itself. */
export function writeSvg(
  parts: readonly { readonly drawing: Drawing; readonly words: DrawingWords }[],
): string {
  const width = Math.max(0, ...parts.map(({ drawing }) => drawing.width));
  const height = parts.reduce((sum, { drawing }) => sum + drawing.height, 0);
  const [first] = parts;
  const alone = parts.length === 1 && first !== undefined;
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" ` +
    `viewBox="0 0 ${px(width)} ${px(height)}" font-family="${FACES}"`;
  const style = `<style>${paletteRules()}</style>`;
  if (alone)
    return `${head} ${roleOf(first.words)}>\n${namesOf(first.words)}\n${style}\n${body(first.drawing, first.words)}\n</svg>\n`;
  let top = 0;
  const groups = parts.map(({ drawing, words }) => {
    const group = `<g transform="translate(0 ${px(top)})" ${roleOf(words)}>\n${namesOf(words)}\n${body(drawing, words)}\n</g>`;
    top += drawing.height;
    return group;
  });
  return `${head}>\n${[style, ...groups].join("\n")}\n</svg>\n`;
}

function roleOf({ id }: DrawingWords): string {
  return `role="img" aria-labelledby="${id}-title ${id}-desc"`;
}

function namesOf({ id, title, description }: DrawingWords): string {
  return `<title id="${id}-title">${escaped(title)}</title>\n<desc id="${id}-desc">${escaped(description)}</desc>`;
}

function body({ width, height, marks }: Drawing, { id }: DrawingWords): string {
  const hatch = marks.some((mark) => mark.kind === "shape" && mark.fill === "hatch") ? [hatchOf(id)] : [];
  const paper = `<rect width="${px(width)}" height="${px(height)}" ${fillOf("paper")}/>`;
  return [...hatch, paper, ...marks.map((mark) => written(mark, id))].join("\n");
}

/** Slanted lines: a fill that can be told from a plain one without colours. */
function hatchOf(id: string): string {
  return (
    `<defs><pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="6" height="6" ${fillOf("paper")}/><path d="M0 0V6" ${strokeOf("bad", 5)}/></pattern></defs>`
  );
}

function written(mark: Mark, id: string): string {
  return mark.kind === "text" ? textOf(mark) : shapeOf(mark, id);
}

function textOf({ x, y, size, text, tone, anchor, bold, whole, figure }: TextMark): string {
  const attributes = [
    `x="${px(x)}" y="${px(y)}" font-size="${px(size)}" ${fillOf(tone)}`,
    anchor === "start" ? "" : `text-anchor="${anchor}"`,
    bold ? 'font-weight="600"' : "",
    figure === null
      ? ""
      : `data-path="${escaped(jsonOf(figure.path))}" data-value="${escaped(figure.value)}"`,
  ];
  const title = whole === null ? "" : `<title>${escaped(whole)}</title>`;
  return `<text ${attributes.filter((each) => each !== "").join(" ")}>${title}${escaped(text)}</text>`;
}

function shapeOf({ d, fill, stroke, strokeWidth, dashed, whole }: ShapeMark, id: string): string {
  const classes = [
    ...(fill === "none" || fill === "hatch" ? [] : [`rf-${fill}`]),
    ...(stroke === "none" ? [] : [`rf-line-${stroke}`]),
  ];
  const filled = fill === "hatch" ? `url(#${id}-hatch)` : fill === "none" ? "none" : PALETTE[fill][0];
  const outline =
    stroke === "none" ? "" : ` stroke="${PALETTE[stroke][0]}" stroke-width="${px(strokeWidth)}"`;
  const dashes = dashed ? ' stroke-dasharray="5 4"' : "";
  const named = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  const start = `<path d="${d}"${named} fill="${filled}"${outline}${dashes}`;
  return whole === null ? `${start}/>` : `${start}><title>${escaped(whole)}</title></path>`;
}

function strokeOf(tone: keyof typeof PALETTE, width: number): string {
  return `class="rf-line-${tone}" stroke="${PALETTE[tone][0]}" stroke-width="${px(width)}"`;
}

/** JSON of plain characters only: what `visible` would change is written as JSON itself escapes it, so that it reads back. */
function jsonOf(path: Path): string {
  return JSON.stringify(path).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, (character) =>
    Array.from({ length: character.length }, (_, unit) => {
      return `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
    }).join(""),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that is harmless in XML and in HTML: no markup, no character that XML does not know. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, (character) => (character === "\uFFFE" ? "\\ufffe" : "\\uffff"))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
