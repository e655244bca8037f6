import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { stringify } from "yaml";

import { withSiteLinks } from "./links.js";
import { withPlainHeadings } from "./markdown.js";
import { withNamesLinked } from "./names.js";
import { withPlanTabs } from "./plan-tabs.js";
import { readText, ROOT, STAGE } from "./repository.js";
import { notListed, sitePages, type SitePage } from "./site-page.js";

/** What TypeDoc is given to read. */
export interface Staged {
  /** The first page. */
  readonly first: string;
  /** All other pages, in the order of the navigation. */
  readonly documents: readonly string[];
  readonly groups: readonly string[];
  /** What is wrong with the guides, a sentence each. */
  readonly faults: readonly string[];
}

/** Prepares every page for TypeDoc: front matter, links as they lead on the site, what the build puts in. */
export async function stage(): Promise<Staged> {
  rmSync(join(ROOT, STAGE), { recursive: true, force: true });
  const pages = sitePages();
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const faults = notListed(pages);
  const prepared = (page: SitePage): Promise<string> =>
    withPlanTabs(
      withPlainHeadings(withNamesLinked(withSiteLinks(page, byFile, (fault) => faults.push(fault)))),
    );
  const first = firstPage();
  write(first.file, await prepared(first));
  for (const page of pages) write(page.file, frontMatter(page) + (await prepared(page)));
  return {
    first: staged(first.file),
    documents: pages.map(({ file }) => staged(file)),
    faults,
    groups: [...new Set(pages.map(({ group }) => group))],
  };
}

function firstPage(): SitePage {
  const file = "docs/index.md";
  return { file, url: "index", title: "reverse-funnel", group: "", markdown: readText(file) };
}

function frontMatter({ file, title, group, url }: SitePage): string {
  return `---\n${stringify({ title, group, url, file })}---\n\n`;
}

function staged(file: string): string {
  return join(ROOT, STAGE, file);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(staged(file)), { recursive: true });
  writeFileSync(staged(file), text);
}
