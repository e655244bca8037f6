import { solve, type Plan, type Solution } from "reverse-funnel";
import { answerWith } from "./answer-with.js";

/**
 * Solves plans away from the page: why a plan with lags and people cannot be reached takes a quarter of a second to find
 * out, and nobody should wait for that between two letters.
 */
answerWith((plan: Plan): Solution => solve(plan));
