import { toSvg } from "reverse-funnel/charts";

/** Draws any picture; fetched when the first one is asked for that is no funnel. */
export const anySvg = toSvg;
