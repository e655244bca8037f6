import { readYaml } from "reverse-funnel/yaml";
import { stringify } from "yaml";
import type { PlanDocument } from "../state/plan-document.js";
import {
  readDocument,
  readMappingDocument,
  readSnapshotDocument,
  type DocumentReading,
} from "./read-document.js";

/** A plan as YAML, as the command reads it. */
export function toYaml(document: PlanDocument): string {
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** A plan from YAML or JSON text; what is wrong with the text itself is said with its line. */
export function fromText(text: string): DocumentReading {
  const { data, issues } = readYaml(text);
  const [first] = issues;
  if (first === undefined) return readDocument(data);
  const place = first.line === undefined ? "" : `Line ${first.line}: `;
  return { problem: `${place}${first.message}` };
}

/** What a text of YAML or JSON is: a plan, what has happened, or how exports are meant. */
type TextReading =
  | { readonly kind: "plan"; readonly reading: DocumentReading }
  | { readonly kind: "snapshot" | "mapping"; readonly document: PlanDocument };

/** Reads a text for what it is; what is neither of the others is read as a plan, which says what is wrong with it. */
export function readAnyText(text: string): TextReading {
  const { data, issues } = readYaml(text);
  const read = issues.length > 0 ? null : data;
  const [snapshot, mapping] = [readSnapshotDocument(read), readMappingDocument(read)];
  if (snapshot !== null) return { kind: "snapshot", document: snapshot };
  if (mapping !== null) return { kind: "mapping", document: mapping };
  return { kind: "plan", reading: fromText(text) };
}
