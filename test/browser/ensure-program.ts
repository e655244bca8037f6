import { spawnSync } from "node:child_process";

import { programPath } from "./chromium.js";

/** Where a program is, installed from Debian's packages where it is missing and that can be done; undefined if it cannot. */
export function ensureProgram(name: string, packages: readonly string[]): string | undefined {
  return programPath(name) ?? (installPackages(packages) ? programPath(name) : undefined);
}

/** Installs packages of Debian's; false where there is no `apt-get`, or no right to use it. */
export function installPackages(packages: readonly string[]): boolean {
  const prefix = programPath("apt-get") === undefined ? undefined : asRoot();
  if (prefix === undefined || packages.length === 0) return false;
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...prefix, "apt-get", ...args];
    return runs(command, rest);
  };
  console.log(`Installing ${packages.join(" and ")}.`);
  // A list of packages that is only partly fresh may still name what is needed.
  apt("update", "-qq");
  return apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}

function runs(command: string, args: readonly string[], quiet = false): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return (
    spawnSync(command, args, { env, stdio: quiet ? "ignore" : ["ignore", "inherit", "inherit"] }).status === 0
  );
}

/** How a program is started with the rights to install: by itself as root, through sudo where that asks for no password. */
function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return programPath("sudo") !== undefined && runs("sudo", ["-n", "true"], true) ? ["sudo", "-n"] : undefined;
}
