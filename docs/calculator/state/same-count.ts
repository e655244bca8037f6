import type { State } from "./state.js";

/** Whether the page still wants the counts that it wanted then: of the same plan, up to the same day, from the same export. */
export function isSameCount(then: State, now: State): boolean {
  return (
    now.document === then.document &&
    now.happened.from === then.happened.from &&
    now.happened.document["asOf"] === then.happened.document["asOf"]
  );
}
