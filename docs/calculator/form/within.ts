import type { Path } from "reverse-funnel";

/** Whether a place is another one, or lies inside it. */
export function isWithin(path: Path, place: Path): boolean {
  return place.length <= path.length && place.every((step, index) => path[index] === step);
}

/** Whether two places are the same. */
export function isSame(path: Path, other: Path): boolean {
  return path.length === other.length && isWithin(path, other);
}
