import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterEach, describe, expect, test } from "vitest";

// A machine is a folder of programs here; its apt-get writes down what it is asked for and installs a browser at once.

const script = fileURLToPath(new URL("ensure-chromium.ts", import.meta.url));
const machines: string[] = [];

function machine(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-machine-"));
  machines.push(folder);
  symlinkSync(process.execPath, join(folder, "node"));
  for (const [name, body] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function ensure(folder: string): { code: number | null; said: string } {
  const env = { PATH: folder, DEBIAN_FRONTEND: "", HOME: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], {
    env,
    encoding: "utf8",
  });
  return { code: status, said: stdout + stderr };
}

const SUDO = { sudo: 'shift\nexec "$@"', true: "exit 0" };
const APT = `echo "$@" >> "$(dirname "$0")/asked"\n`;

afterEach(() => {
  machines.splice(0).forEach((folder) => {
    rmSync(folder, { recursive: true });
  });
});

// Elsewhere a browser may stand at a place that no PATH hides.
describe.runIf(process.platform === "linux")("before the tests", () => {
  test("a browser that is there is enough", () => {
    const folder = machine({ chromium: "exit 0", "apt-get": "exit 1" });
    expect(ensure(folder)).toEqual({ code: 0, said: "" });
  });

  test("a machine with apt-get gets one, and a font", () => {
    const dirname = execFileSync("which", ["dirname"], { encoding: "utf8" }).trim();
    const link = execFileSync("which", ["ln"], { encoding: "utf8" }).trim();
    const install = `${APT.replace("dirname", dirname)}[ "$1" = install ] && ${link} -sf /bin/sh "$(${dirname} "$0")/chromium"\nexit 0`;
    const folder = machine({ ...SUDO, "apt-get": install });
    expect(ensure(folder)).toEqual({
      code: 0,
      said: "Installing chromium and fonts-dejavu-core.\n",
    });
    expect(readFileSync(join(folder, "asked"), "utf8").split("\n")).toEqual([
      "update -qq",
      "install -y -qq --no-install-recommends chromium fonts-dejavu-core",
      "",
    ]);
  });

  test.each([
    ["no apt-get", {}],
    ["an apt-get that cannot install", { ...SUDO, "apt-get": "exit 100" }],
  ])("a machine with %s is told what to install", (_, programs) => {
    const folder = machine(programs);
    const { code, said } = ensure(folder);
    expect(code).toBe(1);
    expect(said).toContain(
      "Install it (on Debian: apt-get install chromium fonts-dejavu-core), or set CHROMIUM_PATH",
    );
    expect(existsSync(join(folder, "asked"))).toBe(false);
  });
});
