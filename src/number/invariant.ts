import type { Position } from "./measure.js";
/** Something that the program itself promises does not hold: a mistake of ours, never of a plan. */
class InternalError extends Error {
  override readonly name = "InternalError";
}

/**
 * Hands on a value that must be there; what it stands for is named in the error.
 *
 * @throws InternalError for undefined, so that a broken promise never becomes a 0
 */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new InternalError(`${what} is missing`);
  return value;
}

/**
 * What stands at a place of a list that must have it.
 *
 * @throws InternalError for a place outside the list
 */
export function at<T>(list: ArrayLike<T>, index: Position): T {
  const value = list[index];
  if (value === undefined) throw new InternalError(`a list of ${list.length} has no place ${index}`);
  return value;
}
