import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build, transform, type BuildOptions, type Plugin } from "esbuild";

import { licencesOf } from "./licences.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * What the page fetches when somebody asks for it, each built on its own. A file that the page and one of these both reach
 * through the package's door would else travel with the page, even where the page never calls it.
 */
const LATE = [
  "view/explained.ts",
  "view/all-pictures.ts",
  "answer/week-worker.ts",
  "answer/what-if-worker.ts",
  "answer/take-worker.ts",
  "files/reading-worker.ts",
  "files/meant-by.ts",
  "files/workbook.ts",
] as const;

const lateParts: Plugin = {
  name: "late-parts",
  setup(building) {
    const names = LATE.map((file) => basename(file, ".ts")).join("|");
    building.onResolve({ filter: new RegExp(`/(?:${names})\\.js$`) }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${basename(path)}`, external: true } : undefined,
    );
  },
};

/** Parts of the package that no door hands on are taken from the built package too, so that the page holds each part once. */
const builtParts: Plugin = {
  name: "built-parts",
  setup(building) {
    building.onResolve({ filter: /^(?:\.\.\/)+src\/.*\.js$/ }, ({ path }) => {
      const built = join(root, "dist", path.replace(/^(?:\.\.\/)+src\//, ""));
      return existsSync(built) ? { path: built, sideEffects: false } : undefined;
    });
  },
};

/** The page opens with one picture: what draws and describes the others is left out of its first scripts. */
const firstPicture: Plugin = {
  name: "first-picture",
  setup(building) {
    building.onResolve({ filter: /\/(?:draw|describe)-picture\.js$/ }, () => ({
      path: join(here, "view/first-picture.ts"),
      sideEffects: false,
    }));
  },
};

/**
 * Builds the calculator into a folder: a page, its style, and scripts that hold everything they need. The package itself is
 * the built one, imported by its name, so that the page shows what users get. What only a dropped file, a pressed number or
 * the plan's text needs, and every part of the page but the first, is in scripts of its own, fetched when it is needed.
 */
export async function buildCalculator(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const page = await build({
    ...options(outDir),
    entryPoints: { main: "main.tsx", worker: "answer/worker.ts" },
    plugins: [lateParts, builtParts, firstPicture],
  });
  const late = await Promise.all(
    LATE.map((file) =>
      build({
        ...options(outDir),
        entryPoints: [file],
        entryNames: "[name]",
        splitting: false,
        plugins: [lateParts, builtParts],
      }),
    ),
  );
  const inputs = [page, ...late].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  await writeFile(join(outDir, "licences.txt"), licencesOf(inputs, root));
  await copyFile(join(here, "index.html"), join(outDir, "index.html"));
  const { code } = await transform(await readFile(join(here, "style.css"), "utf8"), {
    loader: "css",
    minify: true,
  });
  await writeFile(join(outDir, "style.css"), code);
}

function options(outDir: string) {
  return {
    metafile: true,
    absWorkingDir: here,
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
  } satisfies BuildOptions;
}
