import type { ExactString } from "../number/exact-string.js";
import type { Path } from "../schema/issue.js";

/** A number of an answer as a picture shows it: its exact value, and where it stands in the answer. */
export interface PictureNumber {
  /** The number, exactly: `"15"`, `"1234.5"` or `"200/3"`. */
  readonly value: ExactString;
  /** The way to the number in its answer, as `explain` takes it; of a share or a sum, to a number it is worked out from. */
  readonly path: Path;
}

/** What every picture says in words, for whoever cannot see it. */
export interface PictureWords {
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** The same as the picture, in whole sentences with the numbers. */
  readonly description: string;
  /** The code of what its amounts of money count in; null where there are none, or where the answer does not say. */
  readonly currency: string | null;
  /** Whether its amounts of money are written with cents. */
  readonly hasCents: boolean;
  /** The year that its dates are in, which is not said with each of them; null where there are several. */
  readonly year: number | null;
}

/** A picture before it is said in words. */
export type Unsaid<Kind extends PictureWords> = Omit<Kind, "description">;

/** The year of two days; null where they are in different ones. */
export function yearOfDays(first = "", last = ""): number | null {
  const year = first.slice(0, "2026".length);
  return /^\d{4}$/.test(year) && last.startsWith(year) ? Number(year) : null;
}

/** A number at a path of an answer; null where there is none. */
export function pictureNumber(
  value: ExactString | number | null | undefined,
  path: Path,
): PictureNumber | null {
  return value === null || value === undefined ? null : { value: String(value), path };
}
