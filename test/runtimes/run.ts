import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { build } from "esbuild";

import { chromiumPath } from "../browser/chromium.js";
import { ensureProgram } from "../browser/ensure-program.js";
import { install, program, run } from "./installed.js";
import { saidInBrowser } from "./page.js";

// Installs the packed package in an empty project and asks it the same questions in each runtime, through each bundler, and
// its types of each TypeScript: the answers must be the same text everywhere. Needs the registry.

const NODES = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];
const TYPESCRIPTS = ["5.4.5", "5.9.3", "6.0.3"];
const PACKAGES = [
  ...NODES.map((version) => `node-${version.split(".")[0] ?? ""}@npm:node@${version}`),
  ...TYPESCRIPTS.map((version) => `typescript-${version}@npm:typescript@${version}`),
  "bun@1.4.5",
  "deno@2.9.6",
  "miniflare@4.20251001.0",
  "jest@30.5.2",
  "webpack@5.113.0",
  "webpack-cli@7.3.1",
  "vite@7.3.8",
  "@types/node@20.19.43",
];

const project = mkdtempSync(join(tmpdir(), "reverse-funnel-runtimes-"));
const inProject = (command: string, ...args: readonly string[]) => run(project, command, ...args);
const read = (file: string) => readFileSync(join(project, file), "utf8");
const bin = (name: string) => program(project, name);

/** What bundlers for workers ask packages for. */
const WORKER = ["workerd", "worker"];

async function bundled(entry: string, conditions: readonly string[] = []): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(project, entry)],
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: [...conditions],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** What a script answers to a request in workerd. */
async function inWorkerd(script: string, request?: object): Promise<string> {
  const load = createRequire(join(project, "package.json"));
  const { Miniflare } = (await import(pathToFileURL(load.resolve("miniflare")).href)) as {
    Miniflare: new (options: object) => {
      dispatchFetch: (url: string, request?: object) => Promise<{ text: () => Promise<string> }>;
      dispose: () => Promise<void>;
    };
  };
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2025-09-01" });
  try {
    return await (await worker.dispatchFetch("http://localhost/", request)).text();
  } finally {
    await worker.dispose();
  }
}

/** The example as it stands, as a user would deploy it. Ten customers from a rate of 25% are 40 calls, 2 on each of 22 days. */
async function edgeFunction(): Promise<void> {
  copyFileSync(
    new URL("../../examples/edge-function/handler.ts", import.meta.url),
    join(project, "handler.ts"),
  );
  const plan = {
    goal: { metric: "customers", amount: 10, period: "2026-01" },
    funnel: [{ stage: "call", rate: "25%" }],
  };
  const script = await bundled("handler.ts", WORKER);
  const text = await inWorkerd(script, { method: "POST", body: JSON.stringify(plan) });
  if (!text.includes('"total":40') || !text.includes('"perDay":2'))
    throw new Error(`the edge function answers ${text.slice(0, 300)}`);
}

async function inJest(): Promise<string> {
  const probe = read("probe.mjs").replace(/^export /gm, "");
  writeFileSync(join(project, "probe.cjs"), `${probe}\nmodule.exports = { probe };\n`);
  const options = JSON.stringify({ testMatch: ["**/jest.test.cjs"], transform: {}, rootDir: project });
  await inProject(bin("jest"), "--config", options);
  return read("jest.txt");
}

async function throughVite(): Promise<string> {
  const lib = { entry: "print.mjs", formats: ["es"], fileName: "vite" };
  writeFileSync(
    join(project, "vite.config.mjs"),
    `export default ${JSON.stringify({ logLevel: "error", build: { lib, outDir: "vite", minify: true } })};\n`,
  );
  await inProject(bin("vite"), "build");
  return inProject(process.execPath, "vite/vite.js");
}

async function throughWebpack(): Promise<string> {
  await inProject(
    bin("webpack"),
    ...["--mode", "production", "--target", "web", "--entry", "./print.mjs", "-o", "webpack"],
  );
  return inProject(process.execPath, "webpack/main.js");
}

async function inChromium(): Promise<string> {
  const path = chromiumPath();
  if (path === undefined) throw new Error("npm run chromium installs a Chromium");
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return saidInBrowser(await bundled("page.mjs"), (folder, address) => [
    path,
    ...flags,
    ...quiet,
    `--user-data-dir=${folder}`,
    address,
  ]);
}

async function inFirefox(): Promise<string> {
  const path = ensureProgram("firefox-esr", ["firefox-esr"]) ?? ensureProgram("firefox", []);
  if (path === undefined) throw new Error("install Firefox (on Debian: apt-get install firefox-esr)");
  return saidInBrowser(await bundled("page.mjs"), (folder, address) => [
    path,
    ...["--headless", "--no-remote", "--profile", folder, address],
  ]);
}

/** Where the calls run, and how. */
const RUNTIMES: Record<string, () => Promise<string>> = {
  ...Object.fromEntries(
    NODES.flatMap((version) => {
      const node = join(project, `node_modules/node-${version.split(".")[0] ?? ""}/bin/node`);
      return [
        [`Node ${version}, import`, () => inProject(node, "print.mjs")],
        [`Node ${version}, require`, () => inProject(node, "require.cjs")],
      ];
    }),
  ),
  Bun: () => inProject(bin("bun"), "print.mjs"),
  Deno: () => inProject(bin("deno"), "run", "--allow-read", "--node-modules-dir=manual", "print.mjs"),
  workerd: async () => inWorkerd(await bundled("worker.mjs", WORKER)),
  "Jest, CommonJS": inJest,
  "esbuild, for a page": async () => {
    writeFileSync(join(project, "esbuild.mjs"), await bundled("print.mjs"));
    return inProject(process.execPath, "esbuild.mjs");
  },
  "Vite, for a page": throughVite,
  "webpack 5, for a page": throughWebpack,
  Chromium: inChromium,
  Firefox: inFirefox,
};

/** How TypeScript finds the package, and from which file. */
const RESOLUTIONS = {
  bundler: ["typed.mts", "esnext", "bundler"],
  "nodenext, import": ["typed.mts", "nodenext", "nodenext"],
  "nodenext, require": ["typed.cts", "nodenext", "nodenext"],
  "node16, import": ["typed.mts", "node16", "node16"],
  "node16, require": ["typed.cts", "node16", "node16"],
  node10: ["typed.ts", "commonjs", "node10"],
} as const;

/** With and without what an app may lack: dependencies' types are checked where DOM and Node are known. */
const SURROUNDINGS = {
  "dependencies checked": { skipLibCheck: false, lib: ["es2022", "dom"], types: ["node"] },
  "without DOM and Node": { skipLibCheck: true, lib: ["es2022"], types: [] },
} as const;

/** As strict as an app can be. */
const STRICTEST = {
  ...SURROUNDINGS["dependencies checked"],
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

async function typed(
  version: string,
  [file, module, moduleResolution]: readonly [string, string, string],
  own: object,
): Promise<void> {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, target: "es2022", esModuleInterop: true, module, moduleResolution },
    ...own,
    // What TypeScript 6 calls deprecated is what some apps still have.
    ...(version.startsWith("6") ? { ignoreDeprecations: "6.0" } : {}),
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  await inProject(process.execPath, join(project, `node_modules/typescript-${version}/bin/tsc`), "-p", ".");
}

const failures: string[] = [];
async function tried(name: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  try {
    await work();
    console.log(`  ok  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failures.push(name);
    console.log(`FAIL  ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

try {
  await install(project, PACKAGES);
  for (const file of ["typed.mts", "typed.cts"]) writeFileSync(join(project, file), read("typed.ts"));
  const expected = (await inProject(process.execPath, "print.mjs")).trim();
  console.log(`${expected}\n`);
  if (expected.includes("Error: ")) failures.push("a call of the probe throws");
  for (const [name, said] of Object.entries(RUNTIMES))
    await tried(name, async () => {
      const answer = (await said()).trim();
      if (answer !== expected) throw new Error(`other answers:\n${answer}`);
    });
  await tried("the edge function of the examples, in workerd", edgeFunction);
  for (const version of TYPESCRIPTS)
    for (const [resolution, options] of Object.entries(RESOLUTIONS))
      for (const [surroundings, own] of Object.entries(SURROUNDINGS))
        await tried(`TypeScript ${version}, ${resolution}, ${surroundings}`, () =>
          typed(version, options, own),
        );
  const [newest = ""] = TYPESCRIPTS.slice(-1);
  await tried(`TypeScript ${newest}, nodenext, import, as strict as can be`, () =>
    typed(newest, RESOLUTIONS["nodenext, import"], STRICTEST),
  );
  const count = failures.length === 0 ? "all the same" : `${failures.length} failed: ${failures.join("; ")}`;
  console.log(count);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  rmSync(project, { recursive: true, force: true, maxRetries: 5 });
}
