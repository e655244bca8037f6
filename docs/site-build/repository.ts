import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository; every path of the site build is a path from here, with `/`. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where pages are prepared before TypeDoc reads them, from the root. */
export const STAGE = ".tmp/site";

/** The text of a file of the repository. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** Is there a file here? */
export function isFile(path: string): boolean {
  return existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile();
}
