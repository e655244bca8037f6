import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { licencesOf } from "./licences.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Builds the calculator into a folder: a page, its style, and scripts that hold everything they need. The package itself is
 * the built one, imported by its name, so that the page shows what users get. What only a dropped file or the plan's text
 * needs is in scripts of its own, fetched when it is needed.
 */
export async function buildCalculator(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const { metafile } = await build({
    metafile: true,
    absWorkingDir: here,
    entryPoints: { main: "main.tsx", worker: "answer/worker.ts" },
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    chunkNames: "part-[hash]",
    loader: { ".yaml": "text" },
    // Their texts stand in a file of their own.
    legalComments: "none",
    tsconfigRaw: {},
    // The built doors import parts of theirs for nothing but their order, which is no news.
    logOverride: { "ignored-bare-import": "silent" },
  });
  await writeFile(join(outDir, "licences.txt"), licencesOf(Object.keys(metafile.inputs), root));
  for (const file of ["index.html", "style.css"]) await copyFile(join(here, file), join(outDir, file));
}
