import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Installs the packed package in an empty project beside the oldest versions of its dependencies that package.json
// allows, then beside the newest: what it says of a plan, alone and inside of a schema of the project's own zod, and its
// types, must be the same. Needs the registry.

const root = fileURLToPath(new URL("../..", import.meta.url));
const tsc = join(root, "node_modules/typescript/bin/tsc");

const VERSIONS = {
  oldest: ["zod@4.0.0", "decimal.js@10.4.3"],
  newest: ["zod@^4", "decimal.js@^10"],
};

function tried(versions: readonly string[]): string {
  const project = mkdtempSync(join(tmpdir(), "reverse-funnel-floors-"));
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  try {
    cpSync(fileURLToPath(new URL("consumer", import.meta.url)), project, { recursive: true });
    run("npm", "pack", root, "--ignore-scripts", "--silent", "--pack-destination", project);
    const tarball = readdirSync(project).find((file) => file.endsWith(".tgz")) ?? "";
    run("npm", "install", "--no-audit", "--no-fund", `./${tarball}`, ...versions);
    run(
      process.execPath,
      tsc,
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      "nodenext",
      "typed.mts",
    );
    return run(process.execPath, "probe.mjs");
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

const [oldest, newest] = [tried(VERSIONS.oldest), tried(VERSIONS.newest)];
if (oldest !== newest) throw new Error(`oldest:\n${oldest}\nnewest:\n${newest}`);
process.stdout.write(`the same with ${VERSIONS.oldest.join(", ")} as with the newest\n`);
