import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import { sizeLines } from "./budgets.js";

// Bundles each import of the built package for a browser and prints what it weighs; fails over a budget.

const root = fileURLToPath(new URL("../..", import.meta.url));

async function kilobytes(code: string): Promise<number> {
  const name = /import (?:\* as (\w+)|\{ (.+) \})/.exec(code);
  const used = name?.[1] ?? name?.[2];
  if (used === undefined) throw new TypeError(`kilobytes requires an import line; got ${code}`);
  const result = await build({
    stdin: { contents: `${code};\nglobalThis.used = [${used}];`, resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  const bytes = result.outputFiles.reduce(
    (sum, file) => sum + gzipSync(file.contents, { level: 9 }).length,
    0,
  );
  return bytes / 1000;
}

for (const { code, budget } of sizeLines) {
  const size = await kilobytes(code);
  const over = budget !== undefined && size > budget;
  const limit = budget === undefined ? "" : `of ${budget} kB${over ? ", TOO LARGE" : ""}`;
  console.log(`${size.toFixed(2).padStart(7)} kB  ${code}  ${limit}`.trimEnd());
  if (over) process.exitCode = 1;
}
