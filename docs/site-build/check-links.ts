import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";

import { parse, type HTMLElement } from "node-html-parser";

/**
 * Which links of a built site lead nowhere? Each page, image, script and style that an `href` or `src` names must be there,
 * with the anchor that it names. A path from the root of a host is a fault too: the site must work in any folder.
 */
export function brokenLinks(site: string): string[] {
  const pages = new Map(htmlFiles(site).map((file) => [file, parse(readFileSync(join(site, file), "utf8"))]));
  const anchors = new Map([...pages].map(([file, page]) => [file, anchorsOf(page)]));
  return [...pages].flatMap(([file, page]) =>
    targetsOf(page).flatMap((target) => {
      const fault = faultOf(site, file, target, anchors);
      return fault === null ? [] : [`${file}: ${target} ${fault}`];
    }),
  );
}

function htmlFiles(site: string): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.split(sep).join("/"))
    .sort();
}

function anchorsOf(page: HTMLElement): ReadonlySet<string> {
  return new Set(
    page
      .querySelectorAll("[id], a[name]")
      .map((element) => element.id || (element.getAttribute("name") ?? "")),
  );
}

function targetsOf(page: HTMLElement): string[] {
  const found = page
    .querySelectorAll("[href], [src]")
    .flatMap((element) => [element.getAttribute("href") ?? [], element.getAttribute("src") ?? []].flat());
  return [...new Set(found)];
}

function faultOf(
  site: string,
  from: string,
  target: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | null {
  if (/^(https?:|mailto:|data:)/i.test(target)) return null;
  if (/^[a-z]+:|^\//i.test(target)) return "is no link that works in any folder";
  const [address = "", anchor = ""] = target.split("#");
  const path = decodeURIComponent(address.split("?")[0] ?? "");
  const file = path === "" ? from : posix.join(posix.dirname(from), path);
  const whole = resolve(site, file);
  if (relative(site, whole).startsWith("..")) return "leads out of the site";
  if (!existsSync(whole) || !statSync(whole).isFile()) return "is not there";
  const known = anchors.get(file);
  return anchor === "" || known === undefined || known.has(decodeURIComponent(anchor))
    ? null
    : "has no such anchor";
}
