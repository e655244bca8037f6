import { escaped } from "../../format/escaped.js";

/** What an element may say of itself; null and empty texts are left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An XML element; the attributes' values are escaped, the content must be. */
export function element(name: string, attributes: Attributes, content = ""): string {
  const said = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null || value === "") return [];
    return [` ${key}="${typeof value === "number" ? px(value) : escaped(value)}"`];
  });
  const start = `<${name}${said.join("")}`;
  return content === "" ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A length in pixels, to a hundredth. */
export function px(length: number): string {
  return String(Math.round(length * 100) / 100 + 0);
}
