import { readdirSync } from "node:fs";
import { join, posix } from "node:path";

import { chaptersOf } from "./contents.js";
import { examplePage } from "./example-page.js";
import { withCorpus } from "./corpus.js";
import { headingOf } from "./markdown.js";
import { isFile, readText, ROOT } from "./repository.js";

/** A page of the site that is made of Markdown. */
export interface SitePage {
  /** Its file, from the root of the repository: "docs/why/buffer.md". */
  readonly file: string;
  /** Its place on the site, without ".html": "why/buffer". */
  readonly url: string;
  /** A short title, for the navigation. */
  readonly title: string;
  readonly group: string;
  readonly markdown: string;
}

const CONTENTS = "docs/README.md";
const NOT_LISTED = "Not in the contents";
const EXAMPLES = "examples/README.md";

/** Every page, in the order of the navigation. */
export function sitePages(): SitePage[] {
  const listed = chaptersOf(readText(CONTENTS), CONTENTS).flatMap(({ title: group, pages }) =>
    pages.filter(({ file }) => isFile(file)).map(({ title, file }) => guide(file, title, group)),
  );
  const strays = strayGuides(listed).map((file) => guide(file, headingOf(readText(file), file), NOT_LISTED));
  const contents = pageOf(CONTENTS, "All guides", listed[0]?.group ?? "Guides", readText(CONTENTS));
  return [contents, ...listed, ...strays, ...examples()];
}

/** Guides to which no line of the contents leads: a reader would never find them. */
export function notListed(pages: readonly SitePage[]): string[] {
  return pages
    .filter(({ group }) => group === NOT_LISTED)
    .map(({ file }) => `${file}: ${CONTENTS} has no line for it`);
}

function guide(file: string, title: string, group: string): SitePage {
  return pageOf(file, title, group, withCorpus(readText(file)));
}

function examples(): SitePage[] {
  const pages = chaptersOf(readText(EXAMPLES), EXAMPLES)
    .flatMap((chapter) => chapter.pages)
    .map(({ file }) =>
      pageOf(file, headingOf(readText(file), file), "Examples", examplePage(posix.dirname(file))),
    );
  const overview = pageOf(EXAMPLES, "All examples", "Examples", readText(EXAMPLES));
  return [overview, ...pages];
}

function pageOf(file: string, title: string, group: string, markdown: string): SitePage {
  return { file, url: urlOf(file), title, group, markdown };
}

function urlOf(file: string): string {
  if (file === CONTENTS) return "guide/index";
  const path = file.replace(/\.md$/, "").replace(/\/README$/, file === EXAMPLES ? "/index" : "");
  const [folder = "", ...rest] = path.split("/");
  if (folder !== "docs") return path.toLowerCase();
  return rest.length === 1 ? `guide/${rest.join("/")}` : rest.join("/");
}

function strayGuides(listed: readonly SitePage[]): string[] {
  const known = new Set(["docs/README.md", "docs/index.md", ...listed.map(({ file }) => file)]);
  return readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .map((name) => posix.join("docs", name.replaceAll("\\", "/")))
    .filter((file) => /^docs\/(?:[^/]+|(?:stories|recipes|why)\/[^/]+)\.md$/.test(file) && !known.has(file))
    .sort();
}
