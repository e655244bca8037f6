import { fileURLToPath } from "node:url";

import { defineConfig } from "vitest/config";

const slow = ["test/packaging/**", "test/docs-examples/**"];

/**
 * Two projects: `unit` reads `src`, `built` reads `dist` and wants `npm run build` first.
 */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: slow,
          setupFiles: ["test/setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          include: slow.map((folder) => `${folder}/*.test.ts`),
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
