import { isAlias, type Node } from "yaml";
import type { Path } from "../schema/issue.js";
import { memberOf, type YamlMember } from "./node-of.js";

/** Finds the nodes at a path. Where the path leads further than the text, the last node on the way, without its key. */
export function placeOf(root: Node, path: Path, anchors: ReadonlyMap<string, Node>): YamlMember {
  let place: YamlMember = { key: undefined, value: root };
  for (const step of path) {
    const node = place.value === undefined ? undefined : resolved(place.value, anchors);
    const next = node === undefined ? undefined : memberOf(node, step);
    if (next === undefined) return { key: undefined, value: place.value ?? place.key };
    place = next;
  }
  return place;
}

function resolved(node: Node, anchors: ReadonlyMap<string, Node>): Node | undefined {
  return isAlias(node) ? anchors.get(node.source) : node;
}
