import { SaxesParser } from "saxes";

/** An element as it was read: its attributes, and the text that stands in it and not in an element inside. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  text: string;
}

/** Reads an SVG with a strict XML parser: it throws at the first fault. */
export function readSvg(svg: string): SvgElement[] {
  const found: SvgElement[] = [];
  const open: Open[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    open.push(element);
    found.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(svg).close();
  return found;
}

/** A number as an SVG says it: its path in the answer, its exact value, and what a reader sees. */
export interface SvgNumber {
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly shown: string;
  /** How large it is set, in pixels. */
  readonly size: number;
}

/** Every number that stands in a text. */
export function numbersIn(svg: string): SvgNumber[] {
  return readSvg(svg).flatMap(({ name, attributes, text }) =>
    name === "text" && attributes["data-path"] !== undefined
      ? [
          {
            path: JSON.parse(attributes["data-path"]) as SvgNumber["path"],
            value: attributes["data-value"] ?? "",
            shown: text,
            size: Number(attributes["font-size"]),
          },
        ]
      : [],
  );
}

/** The bars that are as long as a number, with their left and right ends. */
export function barsIn(
  svg: string,
): { readonly path: string; readonly left: number; readonly right: number }[] {
  return readSvg(svg).flatMap(({ name, attributes: { d = "", "data-path": path } }) => {
    const [, x, width] = /^M(-?[\d.]+) -?[\d.]+h(-?[\d.]+)/.exec(d) ?? [];
    if (name !== "path" || path === undefined || x === undefined) return [];
    return [{ path, left: Number(x), right: Number(x) + Number(width) }];
  });
}
