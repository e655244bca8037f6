import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";
import { valuesCutByCommas } from "./commas.js";
import { nodeOf } from "./node-of.js";

/** An issue together with the node of the text that it is about. */
export interface PlacedIssue {
  readonly issue: Issue;
  readonly node: Node;
}

/** Plain data from a YAML node, and what of it could not be told for certain. */
interface NodeData {
  /** Undefined where aliases multiply. */
  readonly data: unknown;
  readonly issues: readonly PlacedIssue[];
  /** What each alias stands for, by its name; of several anchors of that name, the last one. */
  readonly anchors: ReadonlyMap<string, Node>;
}

/** Reads the nodes of one document as plain data. */
export function toData(root: Node | null): NodeData {
  const walk = new Walk();
  const data = walk.read(root);
  return { data: walk.explodes ? undefined : data, issues: walk.issues, anchors: walk.anchors };
}

/** The most values that a text may hold through aliases; a bomb has millions. */
const MOST_ALIASED = 10_000;
/** So deep may aliases lead; a chain of them needs no brackets. */
const DEEPEST = 300;

class Walk {
  readonly issues: PlacedIssue[] = [];
  readonly anchors = new Map<string, Node>();
  readonly #path: (string | number)[] = [];
  /** The nodes that the walk is inside of. */
  readonly #open = new Set<Node>();
  /** How many aliases the walk is inside of, and how many values it met there. */
  #expanding = 0;
  #aliased = 0;
  explodes = false;

  read(node: Node | null): unknown {
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node.source, node);
    if (this.#expanding > 0) this.#aliased += 1;
    else if ("anchor" in node) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node);
    this.#open.add(node);
    const data = isMap(node) ? this.#map(node) : isSeq(node) ? this.#list(node) : null;
    this.#open.delete(node);
    return data;
  }

  #at(step: string | number, node: Node | null): unknown {
    this.#path.push(step);
    const data = this.read(node);
    this.#path.pop();
    return data;
  }

  #alias(name: string, node: Node): unknown {
    const target = this.anchors.get(name);
    if (target === undefined) {
      this.#refuse(node, `*${name}`, NO_ANCHOR);
      return undefined;
    }
    if (this.explodes) return undefined;
    if (this.#aliased > MOST_ALIASED || this.#path.length > DEEPEST || this.#open.has(target)) {
      this.explodes = true;
      this.issues.push({ node, issue: issueAt([], `*${name}`, EXPLODING) });
      return undefined;
    }
    this.#expanding += 1;
    const data = this.read(target);
    this.#expanding -= 1;
    return data;
  }

  #list(list: YAMLSeq): unknown[] {
    return list.items.map((item, index) => this.#at(index, nodeOf(item) ?? null));
  }

  #map(map: YAMLMap): Record<string, unknown> {
    const record: Record<string, unknown> = {};
    const cut = valuesCutByCommas(map);
    for (const pair of map.items as Pair<Node, Node | null>[]) {
      const key = cut.parts.has(pair) ? undefined : this.#key(pair.key, record);
      if (key === undefined) continue;
      const joined = cut.values.get(pair);
      const value = joined === undefined ? this.#at(key, pair.value) : joined.value;
      if (joined !== undefined) this.#refuseAt(pair.value ?? pair.key, key, joined.text, joined.problem);
      // An ordinary assignment to this key would change the object's prototype.
      if (key === "__proto__") Object.defineProperty(record, key, { value, enumerable: true });
      else record[key] = value;
    }
    return record;
  }

  #key(node: Node, record: object): string | undefined {
    if (!isScalar(node)) {
      this.#refuse(node, undefined, KEY);
      return undefined;
    }
    const key = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
    if (!Object.hasOwn(record, key)) return key;
    this.#refuseAt(node, key, key, TWICE);
    return undefined;
  }

  #scalar({ value, source }: Scalar): unknown {
    // Digits beyond what a double holds are kept as text, which a plan takes wherever it takes a number.
    const isLong = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isLong && source !== undefined && /^[+-]?\d+$/.test(source) ? source : value;
  }

  #refuseAt(node: Node, step: string, received: unknown, problem: Problem): void {
    this.#path.push(step);
    this.#refuse(node, received, problem);
    this.#path.pop();
  }

  #refuse(node: Node, received: unknown, problem: Problem): void {
    this.issues.push({ node, issue: issueAt([...this.#path], received, problem) });
  }
}

const NO_ANCHOR: Problem = {
  code: "yaml.aliases",
  expected: "an anchor of that name further up",
  advice: "write the value itself, or quote a text that begins with *",
};
const EXPLODING: Problem = {
  code: "yaml.aliases",
  expected: "aliases that stand for a few values",
  advice: "write the values themselves: these aliases hold one another or multiply without end",
};
const KEY: Problem = {
  code: "yaml.key",
  expected: "a key that is one word or text",
  advice: "quote the key, and write what belongs to it after a colon",
};
const TWICE: Problem = {
  code: "key.duplicate",
  expected: "each key once",
  advice: "this key is written twice in one place, keep one of them",
};
