import fc from "fast-check";

/**
 * One seed for every property of the run, so that a run can be repeated: `FC_SEED=42 npm run test:unit`.
 * `FC_RUNS` asks for more (or fewer) examples of each property.
 */
const seed = Number(process.env["FC_SEED"] ?? "20260105");
const numRuns = Number(process.env["FC_RUNS"] ?? "100");

fc.configureGlobal({ seed, numRuns });
