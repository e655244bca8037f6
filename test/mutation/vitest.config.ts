import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

/** The files of tests that `run.ts` chose for the rooms whose code is changed. */
const include = (process.env["MUTATION_TESTS"] ?? "test/number/**/*.test.ts").split(",");

/** The unit tests of some rooms, for Stryker: no browser, no build, and a law that never ends is a killed change. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include,
    testTimeout: 60_000,
    setupFiles: ["test/setup.ts"],
    passWithNoTests: false,
  },
});
