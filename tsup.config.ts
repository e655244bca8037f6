import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";

import { build, transform } from "esbuild";
import { defineConfig } from "tsup";
import type { Options } from "tsup";

/**
 * The doors are the entries of `exports` in package.json that have an `import` side:
 * `./dist/yaml/index.js` is built from `src/yaml/index.ts`. A new door is added there, and only there.
 */
function doors(): Record<string, string> {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
    exports: Record<string, unknown>;
  };
  const built = Object.values(exports).flatMap((door) => {
    const target = (door as { import?: { default: string } }).import?.default;
    return target === undefined ? [] : [target.replace(/^\.\/dist\/|\.js$/g, "")];
  });
  return Object.fromEntries(built.map((name) => [name, `src/${name}.ts`]));
}

const shared: Options = {
  outDir: "dist",
  target: "es2022",
  // Neither Node nor a browser: dependencies give their portable side.
  platform: "neutral",
  external: [/^node:/, "decimal.js", /^zod(\/|$)/],
  // Only one door or the command needs each of these, so they travel inside the package, with their licences.
  noExternal: ["yaml", "papaparse", "fflate", /^read-excel-file/, "saxen", "pure-rand", /^d3-/],
  splitting: true,
  silent: true,
  esbuildOptions(options) {
    // The browser's side of papaparse is the one without Node's streams.
    options.mainFields = ["browser", "module", "main"];
  },
};

/**
 * The modules that the doors reach, without those that are types alone, and those among them that import a package which
 * travels inside.
 */
async function reached(entry: Record<string, string>) {
  const { metafile } = await build({
    entryPoints: Object.values(entry),
    bundle: true,
    packages: "external",
    format: "esm",
    metafile: true,
    write: false,
    outdir: "dist",
    logLevel: "error",
  });
  const modules = Object.keys(metafile.inputs);
  const withPackages = modules.filter((file) =>
    /^(?:import|export|\}).* from "(?!\.|node:|decimal\.js"|zod[/"])/m.test(readFileSync(file, "utf8")),
  );
  return { plain: modules.filter((file) => !withPackages.includes(file)), withPackages };
}

/** Leaves the imports between our own modules as they stand. */
const modulesApart: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "modules-apart",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ importer, kind, path }) =>
      kind === "entry-point" || importer.includes("node_modules") ? undefined : { path, external: true },
    );
  },
};

/** Where the JSON Schema of each file that a user writes is made. */
const SCHEMAS = {
  plan: "src/plan/json-schema.ts",
  snapshot: "src/plan/json-schema.ts",
  config: "src/cli/config/config-json-schema.ts",
};

/** Writes what JSON Schema can say of a plan, a snapshot and a config. */
async function emitSchemas(): Promise<void> {
  for (const [name, module] of Object.entries(SCHEMAS)) {
    const { outputFiles } = await build({
      entryPoints: [module],
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
      logLevel: "error",
    });
    const text = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
    const made = (await import(`data:text/javascript;base64,${text}`)) as Record<
      string,
      (() => unknown) | undefined
    >;
    const schema = made[`${name}JsonSchema`];
    if (schema === undefined) throw new Error(`build requires ${name}JsonSchema in ${module}`);
    writeFileSync(`dist/${name}.schema.json`, `${JSON.stringify(schema())}\n`);
  }
}

/**
 * An ES module has the types of the CommonJS one: both sides say the same, so they are written once, and a type that came
 * by \`require\` is the one that came by \`import\`.
 */
function emitModuleTypes(entry: Record<string, string>): void {
  for (const name of Object.keys(entry)) writeFileSync(`dist/${name}.d.ts`, 'export * from "./index.cjs";\n');
}

/** Drops imports of nothing: esbuild has a file load each chunk that it might share, and other bundlers then warn. */
function dropEmptyImports(): Promise<void> {
  for (const name of readdirSync("dist", { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".js")) continue;
    const text = readFileSync(`dist/${name}`, "utf8");
    const without = text.replace(/(?<=^|;)import"\.[^"]*";/g, "");
    if (without !== text) writeFileSync(`dist/${name}`, without);
  }
  return Promise.resolve();
}

/** Writes the licences of the packages that esbuild says it has put inside, then drops its notes. */
function emitLicences(): void {
  const notes = "dist/node/metafile-cjs.json";
  const { inputs } = JSON.parse(readFileSync(notes, "utf8")) as { inputs: Record<string, unknown> };
  const folders = Object.keys(inputs).flatMap(
    (input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8")) as Record<
      string,
      string
    >;
    const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
    if (licence === undefined) throw new Error(`build requires a licence text in ${folder}`);
    return `${name ?? folder} ${version ?? ""}\n\n${readFileSync(`${folder}/${licence}`, "utf8").trim()}\n`;
  });
  const intro = "Parts of these packages are inside this one. Their licences follow.\n";
  writeFileSync("dist/THIRD-PARTY-LICENSES.txt", [intro, ...texts].join(`\n${"-".repeat(80)}\n\n`));
  rmSync(notes);
}

/**
 * Has a CommonJS chunk export plain values at its end, where esbuild defines a getter for each at its start. No chunk imports
 * itself by way of another, and nothing exported is assigned twice, so both say the same; but each use of a getter is a call,
 * and a history of a million rows then takes a fifth longer to learn from.
 */
function exportValues(code: string): string {
  const exported =
    /^var (\w+) = \{\};\n__export\d*\(\1, \{([^}]*)\}\);\nmodule\.exports = __toCommonJS\d*\(\1\);\n/m.exec(
      code,
    );
  if (exported === null) return code;
  const [statements, , list = ""] = exported;
  const names = [...list.matchAll(/(\w+): \(\) => (.+?),?$/gm)].map(
    ([, name, value]) => `${name ?? ""}: ${value ?? ""}`,
  );
  const header = code.slice(0, exported.index);
  const body = code.slice(exported.index + statements.length);
  const values = `module.exports = Object.defineProperty({ ${names.join(", ")} }, "__esModule", { value: true });\n`;
  return withoutHelpers(header, `${body}${values}`);
}

/** Drops the helpers of esbuild that nothing uses any more, the last first, as the later ones use the earlier ones. */
function withoutHelpers(header: string, code: string): string {
  const helpers = header.split(/(?<=;\n)(?=var __)/);
  return helpers.reduceRight((rest, helper) => {
    const name = /^var (\w+) =/.exec(helper)?.[1];
    const isUsed = name === undefined || new RegExp(`\\b${name}\\b`).test(rest);
    return isUsed ? `${helper}${rest}` : rest;
  }, code);
}

/**
 * Turns shared chunks into CommonJS by esbuild. tsup's own way goes through sucrase, which rewrites every `?.` and `??` into
 * calls with closures: a history of a million rows then takes a quarter longer to read.
 *
 * Then what is inside functions gets short names. Functions keep theirs, so that a stack trace says where: esbuild leaves the
 * names of a file's top level alone where it is not told of modules.
 */
const commonJs: NonNullable<Options["plugins"]>[number] = {
  name: "common-js",
  async renderChunk(code) {
    this.splitting = false;
    const required = await transform(code, { format: "cjs", platform: "node", target: "es2022" });
    const { code: short } = await transform(exportValues(required.code), { minify: true, target: "es2022" });
    // For Node, esbuild lists the names of exports at the end, where `import` looks for them. That list does nothing when it
    // runs, so it would not outlive the second time.
    const [names = ""] = /^0 && \(module\.exports = \{[^}]*\}\);$/m.exec(required.code) ?? [];
    return { code: short + names.replace(/\s+/g, "") };
  },
};

/**
 * For Node, whether it says \`import\` or \`require\`: zod travels inside. Imported by its name it reads some sixty files, most
 * of them translations of messages that are not used here, which takes longer than all the rest.
 */
const forNode: Options = {
  ...shared,
  outDir: "dist/node",
  external: [/^node:/, "decimal.js"],
  noExternal: [/^(?!node:|decimal\.js)/],
};

export default defineConfig(async () => {
  rmSync("dist", { recursive: true, force: true });
  const entry = doors();
  const { plain, withPackages } = await reached(entry);
  return [
    // One file for each module, which imports its neighbours as the source does: a page's bundler takes what a verb needs and
    // nothing else, and finds no shims between chunks.
    { ...shared, entry: plain, format: "esm", bundle: false, minify: true, onSuccess: emitSchemas },
    {
      ...shared,
      entry: withPackages,
      format: "esm",
      minify: true,
      esbuildPlugins: [modulesApart],
      onSuccess: dropEmptyImports,
    },
    // Node reads files, it does not shake trees: the doors and the command in few files start several times sooner, and
    // there is one copy of them, so that an error is the same class on both sides. CommonJS, which every Node and Jest
    // can read. They hold all that is bundled anywhere, so their notes name every licence.
    {
      ...forNode,
      entry: { ...entry, main: "src/cli/main.ts" },
      format: "cjs",
      shims: true,
      plugins: [commonJs],
      metafile: true,
      onSuccess: () => {
        emitLicences();
        emitModuleTypes(entry);
        return Promise.resolve();
      },
    },
    {
      ...shared,
      entry,
      format: "cjs",
      // tsup 8 sets a baseUrl, which TypeScript 6 calls deprecated.
      dts: { only: true, entry, compilerOptions: { ignoreDeprecations: "6.0" } },
    },
  ];
});
