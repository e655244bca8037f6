import type { Node } from "yaml";
import type { Renaming } from "../schema/find-renamed.js";
import { compose } from "../yaml/compose.js";
import { memberOf } from "../yaml/node-of.js";

interface Word {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Writes new words over old ones in the text of a plan, YAML or JSON; every other character stays where it is. */
export function renameInText(text: string, words: readonly Renaming[]): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const source = text.slice(mark.length);
  const root = compose(source).documents[0]?.contents ?? undefined;
  const found = words.flatMap((word) => wordAt(source, root, word));
  // From the end, so that places before stay true.
  found.sort((one, other) => other.from - one.from);
  return (
    mark +
    found.reduce((edited, { from, to, text: by }) => edited.slice(0, from) + by + edited.slice(to), source)
  );
}

/** None where the way leads through an alias: what it stands for is rewritten where it is written. */
function wordAt(source: string, root: Node | undefined, { path, what, to }: Renaming): Word[] {
  let node: Node | undefined = root;
  let key: Node | undefined;
  for (const step of path) {
    const member = memberOf(node, step);
    if (member === undefined) return [];
    ({ key, value: node } = member);
  }
  const range = (what === "key" ? key : node)?.range;
  if (!range) return [];
  const quote = /^["']/.exec(source.slice(range[0], range[1]))?.[0] ?? "";
  return [{ from: range[0], to: range[1], text: quote + to + quote }];
}
