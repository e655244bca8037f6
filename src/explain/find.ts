import { nearestName } from "../schema/suggestion.js";
import type { Path } from "../schema/issue.js";
import { explainerAt, type AnyGuide } from "./guide.js";

/** A number that was found: its full path in the answer and who explains it; or what was wrong with the path. */
type Found<Explains> =
  { readonly path: Path; readonly explainer: Explains } | { readonly problem: string; readonly hint: string };

/** Finds the number at a path; `targets` may be left out in front, and list positions may be given as text. */
export function findNumber<Explains extends (...given: never[]) => unknown>(
  answer: object,
  path: Path,
  guide: AnyGuide<Explains>,
): Found<Explains> {
  const whole = Object.hasOwn(answer, path[0] ?? "") || !Object.hasOwn(answer, "targets");
  const full = whole ? path : ["targets", ...path];
  const steps: (string | number)[] = [];
  let value: unknown = answer;
  for (const step of full) {
    const known = keysOf(value);
    const key = Array.isArray(value) ? Number(step) : String(step);
    if (!known.includes(String(key))) return notThere(path, { answer, steps, step, known });
    steps.push(key);
    value = Reflect.get(Object(value), key);
  }
  const explainer = explainerAt(guide, steps);
  if (explainer !== undefined && (typeof value === "number" || typeof value === "string"))
    return { path: steps, explainer };
  return {
    problem: wordsOf(path),
    hint: value === null ? "the plan does not say enough for it" : below(value),
  };
}

/** What stands at the full path of an answer as words, `targets` left out. */
export function wordsOf(path: Path): string {
  const [first, ...rest] = path;
  return (first === "targets" ? rest : path)
    .map((step) =>
      /^[\w.-]+$/.test(String(step)) ? String(step) : JSON.stringify(String(step).slice(0, 80)),
    )
    .join(" ");
}

function keysOf(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

interface Missing {
  readonly answer: object;
  readonly steps: Path;
  readonly step: string | number;
  readonly known: readonly string[];
}

function notThere(path: Path, { answer, steps, step, known }: Missing): Found<never> {
  const problem = wordsOf(path);
  if (known.length === 0) return { problem, hint: `nothing stands below ${wordsOf(steps)}` };
  const all = steps.length <= 1 ? [...new Set([...known, ...Object.keys(answer)])] : known;
  const isPosition = known.every((key) => /^\d+$/.test(key));
  const near = isPosition ? undefined : nearestName(String(step), all);
  if (near !== undefined) return { problem, hint: `did you mean ${wordsOf([...steps, near])}?` };
  return { problem, hint: `after ${wordsOf(steps) || "the answer"} comes ${choices(all)}` };
}

/** A part of the answer that holds numbers rather than being one. */
function below(value: unknown): string {
  const known = keysOf(value);
  return known.length === 0 ? "it is not a number" : `go on with ${choices(known)}`;
}

const MOST_CHOICES = 12;

function choices(known: readonly string[]): string {
  const shown = known.slice(0, MOST_CHOICES).map((key) => wordsOf([key]));
  const more = known.length > MOST_CHOICES ? [`${known.length - MOST_CHOICES} more`] : [];
  return `one of ${[...shown, ...more].join(", ")}`;
}
