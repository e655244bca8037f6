import type { Verb } from "./verb.js";
import { explainVerb } from "./verbs/explain.js";
import { initVerb } from "./verbs/init.js";
import { schemaVerb } from "./verbs/schema.js";
import { solveVerb } from "./verbs/solve.js";

/** Every verb of the command, in the order in which help lists them. */
export const VERBS: readonly Verb[] = [initVerb, solveVerb, explainVerb, schemaVerb];
