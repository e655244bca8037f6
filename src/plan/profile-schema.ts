import { record } from "../schema/kinds.js";
import { nameSchema } from "../schema/name.js";
import { proportionSchema } from "./rate.js";

/** How the target is shared out over the period: the share of each part of it, such as `2026-Q1: 17%`. */
export const profileSchema = record(nameSchema, proportionSchema);
