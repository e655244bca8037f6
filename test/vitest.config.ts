import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const built = ["test/packaging/**", "test/docs-examples/**", "test/docs-site/**", "test/examples/**"];
const browser = ["test/browser/**"];

const source = (file: string) => fileURLToPath(new URL("../src/", import.meta.url)) + file;

/** Where the results are also written as JSON, if anywhere. */
const report = process.env["VITEST_JSON"];

/**
 * Three projects: `unit` reads `src`, `built` reads `dist` and wants `npm run build` first, `browser` looks at pages in a
 * Chromium (`npm run chromium` installs one where it can).
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    // On a machine with two cores Vitest would use one of them.
    maxWorkers: "100%",
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        // The calculator's modules import the package by its name: here that means its sources.
        resolve: {
          alias: [
            { find: /^reverse-funnel$/, replacement: source("index.ts") },
            { find: /^reverse-funnel\/(\w+)$/, replacement: source("$1/index.ts") },
          ],
        },
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...built, ...browser],
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
      {
        extends: true,
        test: {
          name: "browser",
          expect: { poll: { timeout: 60_000 } },
          include: browser.map((folder) => `${folder}/*.test.ts`),
          // A page is quick; a machine that does something else meanwhile is not.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          setupFiles: ["test/setup.ts"],
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
