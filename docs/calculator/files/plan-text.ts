import { readYaml } from "reverse-funnel/yaml";
import { stringify } from "yaml";
import type { PlanDocument } from "../state/plan-document.js";
import { readDocument, readSnapshotDocument, type DocumentReading } from "./read-document.js";

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

/** What has happened, from text that says so; null for any other text. */
export function snapshotFromText(text: string): PlanDocument | null {
  const { data, issues } = readYaml(text);
  return issues.length > 0 ? null : readSnapshotDocument(data);
}
