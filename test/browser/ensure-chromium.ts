import { spawnSync } from "node:child_process";

import { chromiumPath, programPath } from "./chromium.js";

// The tests look at pages in a real browser. Where there is none and Debian's own can be installed, this does it; a machine
// of another kind is told what it needs. A plain font comes along: without one, every page is as empty as the next.

const PACKAGES = ["chromium", "fonts-dejavu-core"];
const ADVICE =
  "The tests open pages in Chromium. Install it (on Debian: apt-get install chromium fonts-dejavu-core), or set " +
  "CHROMIUM_PATH to the program of a Chromium or Chrome that is there already.";

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

function install(): boolean {
  const prefix = programPath("apt-get") === undefined ? undefined : asRoot();
  if (prefix === undefined) return false;
  const apt = (...args: string[]) => {
    const [command = "", ...rest] = [...prefix, "apt-get", ...args];
    return runs(command, rest);
  };
  console.log(`No Chromium is here: installing ${PACKAGES.join(" and ")}.`);
  // A list of packages that is only partly fresh may still name what is needed.
  apt("update", "-qq");
  return apt("install", "-y", "-qq", "--no-install-recommends", ...PACKAGES);
}

if (chromiumPath() === undefined && !(install() && chromiumPath() !== undefined)) {
  console.error(ADVICE);
  process.exitCode = 1;
}
