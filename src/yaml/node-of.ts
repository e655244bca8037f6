import { isMap, isNode, isScalar, isSeq, type Node } from "yaml";

/** What stands somewhere in a YAML document, if something does. */
export function nodeOf(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

/** A member of a list or a map: the key that it is written under, and what stands there. */
export interface YamlMember {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** The member of a node under a key or at an index; undefined where there is none. */
export function memberOf(node: unknown, step: string | number): YamlMember | undefined {
  if (isSeq(node)) {
    const item = typeof step === "number" ? nodeOf(node.items[step]) : undefined;
    return item === undefined ? undefined : { key: undefined, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && (key.value === step || key.source === step));
  return pair === undefined ? undefined : { key: nodeOf(pair.key), value: nodeOf(pair.value) };
}
