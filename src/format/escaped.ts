import { visible } from "./visible.js";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text that is harmless in HTML and in XML, between tags and in a quoted attribute: no markup, no character that XML does not
 * know, and none that turns a line around or hides.
 */
export function escaped(text: string): string {
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, (character) => (character === "\uFFFE" ? "\\ufffe" : "\\uffff"))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
