import { isList } from "../schema/fields.js";
/** How a value is written: every key and text in quotes, as JSON wants it; and the indent of lines after the first. */
export interface Style {
  readonly quoted: boolean;
  readonly indent: string;
}

const WIDEST = 190;

/** Writes plain data in braces and brackets, valid YAML and with `quoted` valid JSON; long lists take several lines. */
export function flowText(value: unknown, style: Style): string {
  if (isList(value)) return listText(value, style);
  if (value !== null && typeof value === "object") {
    const pairs = Object.entries(value).filter(([, member]) => member !== undefined);
    const key = (name: string) => (style.quoted ? JSON.stringify(name) : name);
    return `{ ${pairs.map(([name, member]) => `${key(name)}: ${flowText(member, style)}`).join(", ")} }`;
  }
  // Numbers, percents and fractions in quotes are read alike; without them they are easier on the eye.
  const isPlain = (text: string) => String(Number(text)) === text || /[%/]/.test(text);
  if (typeof value === "string" && !style.quoted && /^\d[\d.]*(?:%|\/\d+)?$/.test(value) && isPlain(value))
    return value;
  return JSON.stringify(value);
}

function listText(items: readonly unknown[], style: Style): string {
  const lines = [""];
  items.forEach((item, index) => {
    const text = flowText(item, style) + (index < items.length - 1 ? "," : "");
    const line = lines.at(-1) ?? "";
    if (line !== "" && style.indent.length + line.length + text.length + 1 > WIDEST) lines.push(text);
    else lines[lines.length - 1] = line === "" ? text : `${line} ${text}`;
  });
  if (lines.length === 1) return `[${lines[0] ?? ""}]`;
  return `[\n${lines.map((line) => style.indent + line).join("\n")}]`;
}
