/** An assumption as answers carry it; what it says stands with its words. */
export type { Assumption } from "../words/assumptions.js";
