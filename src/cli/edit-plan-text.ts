import { isAlias, isCollection, isMap, isScalar, type Node, type YAMLMap } from "yaml";
import type { Change } from "../plan/change.js";
import type { Path } from "../schema/issue.js";
import { compose } from "../yaml/compose.js";
import { memberOf, nodeOf } from "../yaml/node-of.js";
import { flowText, type Style } from "./flow-text.js";

/** A piece of a text and what stands there instead. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Writes changes into the text of a plan, YAML or JSON: only the changed values are replaced and new keys added beside
 * their neighbours; every other character, comments too, stays where it is.
 *
 * @returns undefined where a change leads through an anchor, or to what is not written there
 */
export function editPlanText(text: string, changes: readonly Change[]): string | undefined {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const source = text.slice(mark.length);
  const root = compose(source).documents[0]?.contents ?? undefined;
  const splices: Splice[] = [];
  for (const change of changes) {
    const splice = root === undefined ? undefined : spliceOf(source, root, change);
    if (splice === undefined) return undefined;
    splices.push(splice);
  }
  // From the end, so that places before stay true; of keys added in one place the last one first.
  const ordered = splices.map((splice, index) => ({ ...splice, index }));
  ordered.sort((one, other) => other.from - one.from || other.index - one.index);
  return (
    mark +
    ordered.reduce((edited, { from, to, text: by }) => edited.slice(0, from) + by + edited.slice(to), source)
  );
}

function spliceOf(source: string, root: Node, { path, to }: Change): Splice | undefined {
  const holder = nodeAt(root, path.slice(0, -1));
  const key = path.at(-1);
  if (!isMap(holder) || typeof key !== "string") return undefined;
  const style = styleAt(source, holder);
  const pair = memberOf(holder, key);
  const value = pair?.value;
  if (pair?.key !== undefined && value?.range) {
    const { from, to: end } = valueSpan(source, pair.key, value);
    if (!isPlain(value, source.slice(from, end))) return undefined;
    return { from, to: end, text: `${source[from - 1] === ":" ? " " : ""}${flowText(to, style)}` };
  }
  const last = value === undefined ? nodeOf(holder.items.at(-1)?.value) : undefined;
  if (!last?.range) return undefined;
  const end = holder.flow === true ? endOf(source, last) : lineEnd(source, endOf(source, last));
  const text = added(source, holder, end, style, `${keyText(key, style)}: ${flowText(to, style)}`);
  return { from: end, to: end, text };
}

/** A new pair behind the last one: after a comma in braces, else on a line of its own. */
function added(
  source: string,
  holder: YAMLMap,
  end: number,
  { indent, quoted }: Style,
  pair: string,
): string {
  const begin = nodeOf(holder.items[0]?.key)?.range?.[0] ?? 0;
  const lineStart = (at: number) => source.lastIndexOf("\n", at - 1) + 1;
  const column = begin - lineStart(begin);
  if (holder.flow !== true) return `\n${" ".repeat(column)}${pair}`;
  const onOneLine = lineStart(holder.range?.[0] ?? 0) === lineStart(end);
  return onOneLine && !quoted ? `, ${pair}` : `,\n${indent}${pair}`;
}

/** What is replaced: the value, and for one that begins below its key also the way there. */
function valueSpan(source: string, key: Node, value: Node): { from: number; to: number } {
  const below = isCollection(value) && value.flow !== true;
  const colon = source.indexOf(":", key.range?.[1] ?? 0) + 1;
  return { from: below ? colon : (value.range?.[0] ?? 0), to: endOf(source, value) };
}

/** Where a value ends, without the line ends behind it. */
function endOf(source: string, { range }: Node): number {
  const [from, to] = range ?? [0, 0];
  return from + source.slice(from, to).trimEnd().length;
}

/** Behind the comment of a line, if only a comment follows. */
function lineEnd(source: string, end: number): number {
  return end + (/^[ \t]+#[^\r\n]*/.exec(source.slice(end))?.[0].length ?? 0);
}

/** Whether nothing is lost with a value: no comment stands inside it, no anchor is set on it. */
function isPlain(value: Node, written: string): boolean {
  if (!isAlias(value) && value.anchor !== undefined) return false;
  return isScalar(value) ? !/[|>]/.test(written.slice(0, 1)) : !/(^|\s)#/.test(written);
}

function nodeAt(root: Node, path: Path): Node | undefined {
  let node: Node | undefined = root;
  for (const step of path) node = memberOf(node, step)?.value;
  return node;
}

function keyText(key: string, { quoted }: Style): string {
  return quoted ? JSON.stringify(key) : key;
}

/** How values are written here: as JSON where the whole file is JSON, and further in than their neighbours. */
function styleAt(source: string, holder: YAMLMap): Style {
  const from = nodeOf(holder.items[0]?.key)?.range?.[0] ?? holder.range?.[0] ?? 0;
  const line = source.slice(source.lastIndexOf("\n", from - 1) + 1, from);
  const inner = holder.flow === true ? (/^\s*/.exec(line)?.[0].length ?? 0) : line.length;
  return { quoted: /^\s*\{/.test(source) && isJson(source), indent: " ".repeat(inner + 4) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
