import { explain, type Explanation, type Format, type Path, type Solution } from "reverse-funnel";

/** Why a number of the answer is what it is; null where the number is not there any more. */
export function explained(answer: Solution, path: Path, format: Format): Explanation | null {
  try {
    return explain(answer, path, { format });
  } catch {
    // The number was there when it was pressed; a new answer may have come without it.
    return null;
  }
}
