import type { Issue } from "./issue.js";
import { PlanError } from "./plan-error.js";

/** What reading data gives, in the form that zod gives it: the data, or one error that carries every issue. */
export type ParseResult<Data> =
  | {
      /** It was read. */
      readonly success: true;
      /** The same data, validated and frozen. */
      readonly data: Data;
      /** There is none. */
      readonly error?: undefined;
    }
  | {
      /** Something is wrong with it. */
      readonly success: false;
      /** There is none. */
      readonly data?: undefined;
      /** Everything that is wrong, at once, in its `issues`. */
      readonly error: PlanError;
    };

/** The result for data that was judged: its issues where there are any, else the data. */
export function parseResult<Data>(data: Data, issues: readonly Issue[]): ParseResult<Data> {
  return issues.length > 0 ? { success: false, error: new PlanError(issues) } : { success: true, data };
}

/**
 * The data of a result, or the error thrown.
 *
 * @throws PlanError, the result's own, where it is no success
 */
export function dataOrThrow<Data>(result: ParseResult<Data>): Data {
  if (!result.success) throw result.error;
  return result.data;
}
