import { execFile } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const execute = promisify(execFile);

/** Runs a program in a folder and hands on what it printed; what it complained of is part of the error. */
export async function run(cwd: string, command: string, ...args: readonly string[]): Promise<string> {
  try {
    const env = { ...process.env, CI: "1", NO_COLOR: "1" };
    const { stdout } = await execute(command, args, { cwd, env, maxBuffer: 1 << 26, timeout: 300_000 });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}`.trim(), { cause: error });
  }
}

/** Puts the probe's project into an empty folder, and the packed package beside what it is tried with. */
export async function install(project: string, packages: readonly string[]): Promise<void> {
  cpSync(fileURLToPath(new URL("project", import.meta.url)), project, { recursive: true });
  await run(root, "npm", "pack", "--ignore-scripts", "--silent", "--pack-destination", project);
  const tarball = readdirSync(project).find((file) => file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm pack made no tarball");
  await run(
    project,
    "npm",
    "install",
    "--no-audit",
    "--no-fund",
    "--legacy-peer-deps",
    `./${tarball}`,
    ...packages,
  );
}

/** A program that a package of the project brought. */
export function program(project: string, name: string): string {
  return join(project, "node_modules/.bin", name);
}
