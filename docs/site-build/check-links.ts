import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, sep } from "node:path";

import { parse, type HTMLElement } from "node-html-parser";

/**
 * Which links of a built site lead nowhere? Each page, image, script and style that an `href` or `src` names must be there,
 * with the anchor that it names, by a path that works wherever the site's folder is put. Each fault is said once, with the
 * first page that has it; addresses of other machines are not followed.
 */
export function brokenLinks(site: string): string[] {
  const files = htmlFiles(site);
  const pages = new Map(files.map((file) => [file, parse(readFileSync(join(site, file), "utf8"))]));
  const anchors = new Map([...pages].map(([file, page]) => [file, anchorsOf(page)]));
  const found = new Map<string, string[]>();
  for (const [file, page] of pages)
    for (const link of linksOf(page, file)) {
      const fault = faultOf(site, link, anchors);
      if (fault !== null) found.set(fault, [...(found.get(fault) ?? []), file]);
    }
  return [...found].map(
    ([fault, on]) => `${on[0] ?? ""}${on.length > 1 ? ` and ${on.length - 1} more` : ""}: ${fault}`,
  );
}

/** A link as it is written, and where it leads: the path from the site's root and the anchor there. */
interface Link {
  readonly written: string;
  readonly file: string;
  readonly anchor: string;
}

function htmlFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

function anchorsOf(page: HTMLElement): ReadonlySet<string> {
  return new Set(page.querySelectorAll("[id]").map(({ id }) => id));
}

function linksOf(page: HTMLElement, from: string): Link[] {
  const written = page
    .querySelectorAll("[href], [src], [srcset]")
    .flatMap((element) => ["href", "src", "srcset"].map((name) => element.getAttribute(name)))
    .filter((target) => target !== undefined && !/^(https?:|mailto:|data:)/i.test(target));
  return [...new Set(written)].map((target = "") => {
    const [address = "", anchor = ""] = target.split("#").map(decodeURIComponent);
    const path = address.split("?")[0] ?? "";
    return { written: target, file: path === "" ? from : posix.join(posix.dirname(from), path), anchor };
  });
}

function faultOf(
  site: string,
  { written, file, anchor }: Link,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (/^([a-z]+:|\/)/i.test(written)) return `${written} works in no folder but one`;
  if (file.startsWith("..")) return `${written} leads out of the site`;
  const path = join(site, file);
  if (!existsSync(path) || !statSync(path).isFile()) return `${file} is not there`;
  const known = anchors.get(file);
  // What the calculator reads from its address is a plan, no place.
  if (file === "calculator/index.html" && anchor.startsWith("v1.")) return null;
  return anchor === "" || known === undefined || known.has(anchor) ? null : `${file}#${anchor} is not there`;
}
