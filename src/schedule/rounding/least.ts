import { ceiling } from "../../number/ceiling.js";
import type { Rounding } from "./rounding.js";

/** Rounds each total up from its own exact value: the least whole numbers that meet the goal. */
export const least: Rounding = ({ exact }) => ({ entries: exact.map(ceiling), blocked: [] });
