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

/** What the page fetches later and builds with it: each takes from the page's own files what both need. */
const PARTS =
  /\/(?:view\/(?:week|what-if|take|learned|explain)-view\.tsx|files\/(?:open-file|plan-text)\.ts)$/;

/** Small files of the page that one or another part needs as well. */
const SHARED = [
  "answer/asking.ts",
  "files/read-document.ts",
  "reading/rate-text.ts",
  "state/happened.ts",
  "state/plan-document.ts",
  "state/start-plan.ts",
  "state/supposed.ts",
  "view/fields-view.tsx",
  "view/file-chooser.tsx",
  "view/fold.tsx",
];

/** What is shared by the page and some of its parts comes in one script: by itself each small file would be a script of its own. */
const sharedOnce: Plugin = {
  name: "shared-once",
  setup(building) {
    building.onResolve({ filter: /^shared-by-parts$/ }, () => ({
      path: "shared-by-parts",
      namespace: "shared",
      sideEffects: true,
    }));
    building.onResolve({ filter: /^\//, namespace: "shared" }, ({ path }) => ({ path, sideEffects: true }));
    building.onLoad({ filter: /./, namespace: "shared" }, () => ({
      contents: SHARED.map((file) => `import ${JSON.stringify(join(here, file))};`).join("\n"),
      resolveDir: here,
    }));
    building.onLoad({ filter: PARTS }, async ({ path }) => ({
      contents: `import "shared-by-parts";\n${await readFile(path, "utf8")}`,
      loader: path.endsWith("x") ? "tsx" : "ts",
    }));
  },
};

/**
 * Builds the calculator into a folder: a page, its styles, and scripts that hold everything they need. The package itself is
 * the built one, imported by its name, so that the page shows what users get. What only a dropped file, a pressed number or
 * the plan's text needs, and every part of the page but the first, is in files of its own, fetched when it is needed.
 */
export async function buildCalculator(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const page = await build({
    ...options(outDir),
    entryPoints: { main: "main.tsx", worker: "answer/worker.ts" },
    plugins: [lateParts, builtParts, firstPicture, sharedOnce],
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
  for (const style of ["style.css", "late.css"]) {
    const { code } = await transform(await readFile(join(here, style), "utf8"), {
      loader: "css",
      minify: true,
    });
    await writeFile(join(outDir, style), code);
  }
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
