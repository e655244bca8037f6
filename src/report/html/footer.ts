import type { Report } from "../report.js";

/** What a sign in the page means, for whoever meets it first; nothing where it does not occur. */
export function footerHtml({ sections }: Report): string[] {
  const cells = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "table" ? block.rows.flat() : []));
  return cells.some((cell) => /^[+-]?~[+-]?\d/.test(cell))
    ? [
        "<footer><p>~ stands before a figure that is rounded to be read; behind it is an exact one.</p></footer>",
      ]
    : [];
}
