import { pathText, type Issue, type Path } from "reverse-funnel";
import { twoReadings } from "../reading/amount-text.js";
import { valueIn, type PlanDocument } from "../state/plan-document.js";

/** An issue as the page says it. */
export interface Said {
  readonly path: Path;
  readonly text: string;
  /** Whether something is only not there yet. */
  readonly missing: boolean;
}

/** The issues of a plan in words, at most one for a place. */
export function saidIssues(document: PlanDocument, issues: readonly Issue[]): readonly Said[] {
  const said = new Map<string, Said>();
  for (const issue of issues) {
    const place = JSON.stringify(issue.path);
    if (said.has(place)) continue;
    const value = valueIn(document, issue.path);
    const missing = value === undefined || value === "";
    said.set(place, { path: issue.path, text: sentence(issue, value), missing });
  }
  return [...said.values()];
}

/** The issue with the name of its place in front, for a list away from the fields. */
export function withPlace({ path, text }: Said): string {
  return `${pathText(path)}: ${text}`;
}

function sentence({ message }: Issue, value: unknown): string {
  return twoReadings(value) ?? message.charAt(0).toUpperCase() + message.slice(1);
}
