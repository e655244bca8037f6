import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import type { Path } from "../schema/issue.js";

/** The nodes that stand for one place: its value, and its key where it has one. */
interface Place {
  readonly key: Node | undefined;
  readonly value: Node | undefined;
}

/** Finds the nodes at a path. Where the path leads further than the text, the last node on the way, without its key. */
export function placeOf(root: Node, path: Path, anchors: ReadonlyMap<string, Node>): Place {
  let place: Place = { key: undefined, value: root };
  for (const step of path) {
    const node = place.value === undefined ? undefined : resolved(place.value, anchors);
    const next = node === undefined ? undefined : member(node, step);
    if (next === undefined) return { key: undefined, value: place.value ?? place.key };
    place = next;
  }
  return place;
}

function resolved(node: Node, anchors: ReadonlyMap<string, Node>): Node | undefined {
  return isAlias(node) ? anchors.get(node.source) : node;
}

function member(node: Node, step: string | number): Place | undefined {
  if (isSeq(node)) {
    const item = typeof step === "number" ? node.items[step] : undefined;
    return item === undefined ? undefined : { key: undefined, value: item as Node };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && (key.value === step || key.source === step));
  if (pair === undefined) return undefined;
  return { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
}
