import { element, px } from "./element.js";
import { escaped } from "../../format/escaped.js";
import type { Drawing } from "./drawing.js";
import { paletteRules } from "./palette.js";
import { coloured, writtenMark } from "./write-mark.js";

/** A drawing, and the words and the id that it is known by. */
interface NamedDrawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly drawing: Drawing;
}

const FACES = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Writes drawings as one SVG, one below the other; a single one is the image itself. */
export function writeSvg(parts: readonly NamedDrawing[]): string {
  const width = Math.max(1, ...parts.map(({ drawing }) => drawing.width));
  const height = Math.max(
    1,
    parts.reduce((sum, { drawing }) => sum + drawing.height, 0),
  );
  const [first] = parts;
  const alone = parts.length === 1 && first !== undefined;
  const style = element("style", {}, paletteRules());
  const inside = alone ? contentOf(first, [style]) : [style, ...stacked(parts)].join("\n");
  const attributes = {
    ...{ xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${px(width)} ${px(height)}` },
    ...{ "font-family": FACES, ...(alone ? named(first) : {}) },
  };
  return `${element("svg", attributes, `\n${inside}\n`)}\n`;
}

function stacked(parts: readonly NamedDrawing[]): string[] {
  let top = 0;
  return parts.map((part) => {
    const transform = `translate(0 ${px(top)})`;
    top += part.drawing.height;
    return element("g", { transform, ...named(part) }, `\n${contentOf(part)}\n`);
  });
}

function named({ id }: NamedDrawing): Readonly<Record<string, string>> {
  return { role: "img", "aria-labelledby": `${id}-title ${id}-desc` };
}

function contentOf(
  { id, title, description, drawing }: NamedDrawing,
  before: readonly string[] = [],
): string {
  const { width, height, marks } = drawing;
  return [
    element("title", { id: `${id}-title` }, escaped(title)),
    element("desc", { id: `${id}-desc` }, escaped(description)),
    ...before,
    element("rect", { width, height, ...coloured("paper") }),
    ...marks.map(writtenMark),
  ].join("\n");
}
