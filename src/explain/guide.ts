import type { Path } from "../schema/issue.js";

/** Whatever is no number of an answer: a name, a day, a code, a sentence. */
export const NOT_A_NUMBER = null;

/** Every key of a type, of a union those of all its members that have parts. */
type KeysOf<Part> = Part extends object ? keyof Part : never;

/** What is at a key of a type, of a union what is there in any of its members. */
type ValueAt<Part, Key> = Part extends unknown ? (Key extends keyof Part ? Part[Key] : never) : never;

/**
 * Who explains the numbers of one type of answer. It has a line for every key of the type, so that a new number needs its
 * explainer before anything compiles: an explainer for a number, a guide for a part with numbers of its own, `"*"` for
 * whatever is in a list or goes by a name, `"**"` for whatever is below, and `NOT_A_NUMBER` for all else.
 */
export type Guide<Explainer, Part> = [NonNullable<Part>] extends [number]
  ? Explainer
  : [NonNullable<Part>] extends [string | number]
    ? Explainer | typeof NOT_A_NUMBER
    : [NonNullable<Part>] extends [boolean]
      ? typeof NOT_A_NUMBER
      : unknown extends Part
        ? Below<Explainer>
        : [NonNullable<Part>] extends [readonly (infer Member)[]]
          ? { readonly "*": Guide<Explainer, Member> } | typeof NOT_A_NUMBER
          : string extends KeysOf<NonNullable<Part>>
            ? { readonly "*": Guide<Explainer, ValueAt<NonNullable<Part>, string>> }
            : Below<Explainer> | typeof NOT_A_NUMBER | GuideOfKeys<Explainer, NonNullable<Part>>;

/** A guide with a line for each key. */
type GuideOfKeys<Explainer, Part> = {
  readonly [Key in KeysOf<Part>]-?: Guide<Explainer, ValueAt<Part, Key>>;
};

/** One explainer for a value and for all that is below it. */
// An interface would not pass for a guide that is walked: only a type's keys are all known.
// eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- see above
export type Below<Explainer> = { readonly "**": Explainer };

/** A guide as it is walked, whatever it is for. */
export type AnyGuide<Explainer> =
  Explainer | typeof NOT_A_NUMBER | { readonly [key: string]: AnyGuide<Explainer> };

/** Who explains the value at a path; undefined where it is no number. */
export function explainerAt<Explainer extends (...given: never[]) => unknown>(
  guide: AnyGuide<Explainer>,
  path: Path,
): Explainer | undefined {
  let at: AnyGuide<Explainer> = guide;
  for (const step of path) {
    if (at === NOT_A_NUMBER || typeof at === "function") return undefined;
    const rest: AnyGuide<Explainer> = at["**"] ?? NOT_A_NUMBER;
    if (typeof rest === "function") return rest;
    at = Object.hasOwn(at, step) ? (at[step] ?? NOT_A_NUMBER) : (at["*"] ?? NOT_A_NUMBER);
  }
  if (at === NOT_A_NUMBER) return undefined;
  if (typeof at === "function") return at;
  const own: AnyGuide<Explainer> = at["**"] ?? NOT_A_NUMBER;
  return typeof own === "function" ? own : undefined;
}
