import { posix } from "node:path";

/** A group of pages, as the reader's navigation shows it. */
interface Chapter {
  readonly title: string;
  readonly pages: readonly ContentsLine[];
}

/** One page in a table of contents: its short title and its file, from the root of the repository. */
interface ContentsLine {
  readonly title: string;
  readonly file: string;
}

/**
 * Which pages are there, in which order? Reads a Markdown page as a table of contents: each `## heading` is a chapter, and
 * the first link of each list item or table row that leads to Markdown is a page.
 */
export function chaptersOf(markdown: string, file: string): Chapter[] {
  const chapters: { title: string; pages: ContentsLine[] }[] = [];
  for (const line of markdown.split("\n")) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) chapters.push({ title: heading.trim(), pages: [] });
    const page = pageOf(line, file);
    if (page === null) continue;
    if (chapters.length === 0) chapters.push({ title: "Guides", pages: [] });
    chapters.at(-1)?.pages.push(page);
  }
  return chapters.filter(({ pages }) => pages.length > 0);
}

function pageOf(line: string, file: string): ContentsLine | null {
  const link = /^(?:[-*] |\| )[^[]*\[([^\]]+)\]\(([^)\s#]+)/.exec(line);
  const [, title, target] = link ?? [];
  if (title === undefined || target === undefined || /^[a-z]+:/.test(target)) return null;
  const path = posix.join(posix.dirname(file), target);
  return { title, file: path.endsWith(".md") ? path : posix.join(path, "README.md") };
}
