/** How a deal's time in a stage ended, so far. */
export const OPEN = 0;
export const WENT_ON = 1;
export const LOST = 2;

/** How a time in a stage ended. */
export type Ending = typeof OPEN | typeof WENT_ON | typeof LOST;
