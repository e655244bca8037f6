import type { PictureNumber } from "../picture-number.js";
import type { Mark, ShapeMark, TextMark } from "./drawing.js";
import { element, type Attributes } from "./element.js";
import { escaped } from "../../format/escaped.js";
import { pathJson } from "./path-json.js";
import { PALETTE, type Tone } from "./palette.js";

/** One mark as an SVG element. */
export function writtenMark(mark: Mark): string {
  return mark.kind === "text" ? writtenText(mark) : writtenShape(mark);
}

function writtenText({ x, y, size, text, tone, anchor, bold, whole, figure, halo }: TextMark): string {
  const attributes = {
    ...{ x, y, "font-size": size },
    ...coloured(tone, halo ? "paper" : "none", 4),
    ...(halo ? { "paint-order": "stroke", "stroke-linejoin": "round" } : {}),
    "text-anchor": anchor === "start" ? null : anchor,
    "font-weight": bold ? "600" : null,
    ...numbered(figure),
  };
  return element("text", attributes, titled(whole) + escaped(text));
}

function writtenShape({ d, fill, stroke, strokeWidth, dashed, whole, figure }: ShapeMark): string {
  const dashes = { "stroke-dasharray": dashed ? "5 4" : null };
  return element(
    "path",
    { d, ...coloured(fill, stroke, strokeWidth), ...dashes, ...numbered(figure) },
    titled(whole),
  );
}

/** Light colours as attributes, for whoever knows no others, and classes for the rules that follow the page. */
export function coloured(fill: Tone | "none", stroke: Tone | "none" = "none", width = 1): Attributes {
  const classes = [
    ...(fill === "none" ? [] : [`rf-${fill}`]),
    ...(stroke === "none" ? [] : [`rf-line-${stroke}`]),
  ];
  return {
    class: classes.join(" "),
    fill: fill === "none" ? "none" : PALETTE[fill][0],
    ...(stroke === "none" ? {} : { stroke: PALETTE[stroke][0], "stroke-width": width }),
  };
}

function numbered(figure: PictureNumber | null): Attributes {
  return figure === null ? {} : { "data-path": pathJson(figure.path), "data-value": figure.value };
}

function titled(whole: string | null): string {
  return whole === null ? "" : element("title", {}, escaped(whole));
}
