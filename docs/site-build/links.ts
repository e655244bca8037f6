import { posix } from "node:path";

import { TABLE } from "./corpus.js";
import { fileAnchor } from "./example-page.js";
import { changeProse } from "./markdown.js";
import { isFile, STAGE } from "./repository.js";
import type { SitePage } from "./site-page.js";

/** Stands before an address from the root of the site until the page that it is on is known. */
export const FROM_SITE_ROOT = "site:/";

const CALCULATOR = "docs/calculator/index.html";
const PUBLISHED = "docs/why/published-examples.md";

/**
 * Where a link of the repository leads on the site. A guide, or an example: its page. A file of an example: its place on
 * that page. The published examples: their page. The calculator: the calculator. Any other file is copied into the site.
 * A link to nothing is told to `fault`.
 */
export function withSiteLinks(
  page: SitePage,
  pages: ReadonlyMap<string, SitePage>,
  fault: (sentence: string) => void,
): string {
  const leads = (target: string): string => {
    if (/^([a-z]+:|#|\/\/)/i.test(target)) return target;
    const to = fromPage(page.file, target, pages);
    if (to === null) fault(`${page.file}: ${target} is not there`);
    return to ?? `${FROM_SITE_ROOT}${target}`;
  };
  return changeProse(page.markdown, (prose) =>
    prose
      .replace(/(\]\()([^)\s]+)/g, (_, before: string, target: string) => before + leads(target))
      .replace(
        /(<(?:a|img)\s[^>]*?(?:href|src)=")([^"]+)/g,
        (_, before: string, target: string) => before + leads(target),
      ),
  );
}

function fromPage(file: string, target: string, pages: ReadonlyMap<string, SitePage>): string | null {
  const [address = "", anchor] = target.split("#");
  const [path = "", raw] = address.split("?");
  const whole = posix.join(posix.dirname(file), path).replace(/\/$/, "");
  if (whole === CALCULATOR || whole === "docs/calculator") return `${FROM_SITE_ROOT}calculator/index.html`;
  const to = destinationOf(whole, raw === "raw", pages);
  if (to === null) return null;
  if (to.staged && to.path === file && anchor === undefined) return `#${to.path === PUBLISHED ? TABLE : ""}`;
  const hash = anchor ?? to.anchor;
  const from = to.staged ? posix.dirname(file) : posix.join(STAGE, posix.dirname(file));
  return posix.relative(from, to.path) + (hash === undefined ? "" : `#${hash}`);
}

interface Destination {
  readonly path: string;
  /** A page, prepared with all others; not a file of the repository as it is. */
  readonly staged: boolean;
  readonly anchor?: string;
}

function destinationOf(path: string, raw: boolean, pages: ReadonlyMap<string, SitePage>): Destination | null {
  const page = [path, `${path}/README.md`].find((file) => pages.has(file));
  if (page !== undefined) return { path: page, staged: true };
  if (path === "docs/index.md" || path === "README.md") return { path: "docs/index.md", staged: true };
  if (/^test\/corpus(\/README\.md|\/pages)?$/.test(path) && pages.has(PUBLISHED))
    return { path: PUBLISHED, staged: true };
  if (!isFile(path)) return null;
  const example = posix.join(posix.dirname(path), "README.md");
  if (path.startsWith("examples/") && !raw && pages.has(example))
    return { path: example, staged: true, anchor: fileAnchor(path) };
  return { path, staged: false };
}
