import { pathText, type Issue, type Path } from "reverse-funnel";
import { twoReadings } from "../reading/amount-text.js";
import { listAt, valueIn, type PlanDocument } from "../state/plan-document.js";
import { placesInForm } from "./all-fields.js";
import { isSame, isWithin } from "./within.js";

/** An issue as the page says it. */
export interface Said {
  readonly path: Path;
  readonly text: string;
  /** Whether something is only not there yet. */
  readonly missing: boolean;
  /** The field, or the list of stages or channels, that it is said beside; null where the form has none for it. */
  readonly beside: Path | null;
}

/**
 * The issues of a plan in words, at most one for a place.
 *
 * @param places the places that have a field; those of the plan's form unless given
 */
export function saidIssues(
  document: PlanDocument,
  issues: readonly Issue[],
  places: readonly Path[] = placesInForm(document),
): readonly Said[] {
  const said = new Map<string, Said>();
  for (const issue of issues) {
    const place = JSON.stringify(issue.path);
    if (said.has(place)) continue;
    const { path } = issue;
    const value = valueIn(document, path);
    const beside = besideOf(document, path, places);
    const inField = beside !== null && isSame(beside, path);
    const missing = (value === undefined || value === "") && inField;
    const text = missing
      ? "Please fill this in."
      : (twoReadings(value) ?? (inField ? adviceFirst(issue) : sentence(issue.message)));
    said.set(place, { path, text, missing, beside });
  }
  return [...said.values()];
}

/** The issue that is said beside a field or a list, if there is one. */
export function issueBeside(issues: readonly Said[], path: Path): Said | undefined {
  return issues.find(({ beside }) => beside !== null && isSame(beside, path));
}

/** The issue with the name of its place in front, for a list away from the fields. */
export function withPlace({ path, text }: Said): string {
  return `${pathText(path)}: ${text}`;
}

/** An issue of a whole part is said beside the first field of that part. */
function besideOf(document: PlanDocument, path: Path, places: readonly Path[]): Path | null {
  if (path.length === 0) return null;
  const isList = path.at(-1) === "funnel" || path.at(-1) === "sources";
  if (isList && (path.length === 1 || listAt(document, path).length > 0)) return path;
  return (
    places.find((place) => isWithin(path, place)) ?? places.find((place) => isWithin(place, path)) ?? null
  );
}

/** Beside its field, what was typed is seen: what to write instead comes first. */
function adviceFirst({ message, expected, received }: Issue): string {
  const before = `expected ${expected}, but got ${received}: `;
  return message.startsWith(before)
    ? `${sentence(message.slice(before.length))} Expected: ${expected}.`
    : sentence(message);
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
