import { optional, strictObject } from "zod/mini";
import { quantitySchema } from "../schema/quantity.js";
import { proportionSchema, rateSchema } from "./rate.js";

/** What a check of the plan in CI insists on. */
export const checksSchema = strictObject({
  /** The least share of the goal that must be expected by the period's end. */
  minAttainment: optional(proportionSchema),
  /** The least chance that the goal must have if the work, or the rest of it, is done as planned. */
  minChance: optional(rateSchema),
  /** The most that may be asked of a team in a week, as a share of what it can do. */
  maxUtilisation: optional(proportionSchema),
  /** How old a snapshot may be, in days. */
  freshWithinDays: optional(quantitySchema),
});
