import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** What would let the machine, the clock or chance into an answer. Only `src/cli` may touch the world. */
const worldly = [
  { object: "Math", property: "random", message: "Hand in a seeded random source." },
  { object: "Date", property: "now", message: "Hand in the date: nothing outside src/cli reads a clock." },
];

export default defineConfig(
  globalIgnores([
    "dist/",
    "examples/*/out/",
    "coverage/",
    "docs/site/",
    "test/fixtures/",
    "test/packaging/consumer/",
    "test/runtimes/project/",
    ".tmp/",
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["./test/tsconfig.json", "./test/tsconfig.pages.json", "./docs/calculator/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-console": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // A count inside a sentence needs no String(…) around it.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["src/**/*.ts"],
    ignores: ["src/cli/**"],
    rules: {
      "no-restricted-properties": ["error", ...worldly],
      "no-restricted-globals": ["error", "process", "window", "document", "navigator", "fetch", "Intl"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Hand in the date: nothing outside src/cli reads a clock.",
        },
        {
          selector: "BinaryExpression[operator='instanceof'][right.name=/Error$/]",
          message: "Ask for its code.",
        },
      ],
      "no-restricted-imports": ["error", { patterns: ["node:*"] }],
    },
  },
  {
    files: ["src/cli/**", "test/**", "examples/**", "docs/site-build/**", "docs/pictures/**"],
    rules: { "no-console": "off" },
  },
  {
    // What must not compile, and what must, stands there for its type alone.
    files: ["test/types/**"],
    rules: {
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
  },
);
