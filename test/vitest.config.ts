import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const built = ["test/packaging/**", "test/docs-examples/**", "test/examples/**"];

/** Where the results are also written as JSON, if anywhere. */
const report = process.env["VITEST_JSON"];

/**
 * Two projects: `unit` reads `src`, `built` reads `dist` and wants `npm run build` first.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: built,
          // The slowest law takes a quarter of a minute on an idle machine with two cores; a busy one is no failure.
          testTimeout: 180_000,
          setupFiles: ["test/setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: built.map((folder) => `${folder}/*.test.ts`),
          // Examples and the built package are imported by Node itself, as a user would.
          server: { deps: { external: [/\.tmp/, /\/dist\//] } },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["src/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
