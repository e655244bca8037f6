import type { output, ZodMiniType } from "zod/mini";
import { must } from "../number/invariant.js";
import { fits } from "./fits.js";

/**
 * A value out of data that was read, as what its place in the schema makes of it.
 *
 * @throws InternalError where it does not fit there
 */
export function given<Schema extends ZodMiniType>(schema: Schema, value: unknown): output<Schema> {
  return must(fits(schema, value) ? value : undefined, "a value that fits its place");
}
