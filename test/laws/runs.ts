import fc from "fast-check";

/** A part of the examples that a run asks for (FC_RUNS), for properties whose single example costs more than most. */
export function runs(part: number): { readonly numRuns: number } {
  const { numRuns = 100 } = fc.readConfigureGlobal();
  return { numRuns: Math.max(1, Math.ceil(numRuns * part)) };
}
