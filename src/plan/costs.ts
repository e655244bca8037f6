import { strictObject, optional } from "zod/mini";
import { choice } from "../schema/choice.js";
import { either, list } from "../schema/kinds.js";
import { nameSchema } from "../schema/name.js";
import { quantitySchema } from "../schema/quantity.js";
import { perSchema } from "./recurrence.js";

/** What is paid for a team's time: the hours of the plan's work, or all that it is there. */
export const paidSchema = choice("what is paid", ["work", "capacity"]);

/** Costs that are the same whatever is won: one amount for the period, or a list by name. */
export const fixedCostsSchema = either(
  quantitySchema,
  list(
    strictObject({
      /** What is paid for. */
      name: nameSchema,
      /** How much. */
      amount: quantitySchema,
      /** Over which span; default: the period. */
      per: optional(perSchema),
    }),
  ),
);
