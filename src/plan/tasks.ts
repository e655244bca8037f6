import { optional, strictObject } from "zod/mini";
import { daySchema } from "./dates.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";

/** Work that must be done by a date, perhaps only after other work. */
export const taskSchema = strictObject({
  /** What is done. */
  name: nameSchema,
  /** The team that does it. */
  owner: optional(nameSchema),
  /** How much work it is, in minutes. */
  minutes: quantitySchema,
  /** The day by which it must be done, included. */
  due: daySchema,
  /** The need that must be done first. */
  after: optional(nameSchema),
});
