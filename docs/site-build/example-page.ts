import { readdirSync } from "node:fs";
import { join, posix } from "node:path";

import { anchorOf } from "./markdown.js";
import { readText, ROOT } from "./repository.js";

/** What a file of an example is, in the order in which the page shows them. */
const parts: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^plan\.ya?ml$/, "The plan:"],
  [/\.ya?ml$/, ""],
  [/^script\.ts$/, "The script, which you can run as it stands:"],
  [/^expected\.txt$/, "What the script prints:"],
  [/^expected-solve\.txt$/, "What `reverse-funnel solve plan.yaml` prints:"],
  [/\.ts$/, ""],
  [/\.json$/, ""],
  [/\.csv$/, ""],
];

/** A longer file is shown up to here. */
const MOST_LINES = 90;
const MOST_ROWS = 8;

/** The page of an example: its README, then its plan, its script, what that prints, and its other files. */
export function examplePage(folder: string): string {
  const sections = shownFiles(folder).map(({ file, what }) => sectionOf(posix.join(folder, file), what));
  return [readText(posix.join(folder, "README.md")).trim(), ...sections].join("\n\n");
}

/** The anchor of a file on the page of its example. */
export function fileAnchor(file: string): string {
  return anchorOf(posix.basename(file));
}

function shownFiles(folder: string): { readonly file: string; readonly what: string }[] {
  const rank = (file: string): number => parts.findIndex(([pattern]) => pattern.test(file));
  return readdirSync(join(ROOT, folder))
    .filter((file) => rank(file) >= 0)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en"))
    .map((file) => ({ file, what: parts[rank(file)]?.[1] ?? "" }));
}

function sectionOf(path: string, what: string): string {
  const lines = readText(path).trimEnd().split("\n");
  const most = path.endsWith(".csv") ? MOST_ROWS : MOST_LINES;
  const fence = ["```" + languageOf(path), ...lines.slice(0, most), "```"].join("\n");
  const rest =
    lines.length > most
      ? [`The first ${most} of ${lines.length} lines; [all of them](${posix.basename(path)}?raw).`]
      : [];
  return [`## ${posix.basename(path)}`, ...(what === "" ? [] : [what]), fence, ...rest].join("\n\n");
}

function languageOf(path: string): string {
  const ending = posix.extname(path).slice(1);
  return { yml: "yaml", txt: "text", csv: "text" }[ending] ?? ending;
}
