import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// Builds once more beside the build that is there: both must be alike, byte for byte, so that anybody can prove that a
// tarball is what this source makes.

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

function hashes(): ReadonlyMap<string, string> {
  const names = readdirSync(dist, { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(dist, name)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(dist, name)))
        .digest("hex"),
    ]),
  );
}

const first = hashes();
if (first.size === 0) throw new Error("npm run test:reproducible requires the build: npm run build");
execFileSync("npm", ["run", "--silent", "build"], { stdio: ["ignore", "ignore", "inherit"] });
const second = hashes();
const names = [...new Set([...first.keys(), ...second.keys()])];
const different = names.filter((name) => first.get(name) !== second.get(name));
for (const name of different) console.log(`differs: ${name}`);
console.log(`${names.length} files built twice, ${different.length} different`);
if (different.length > 0) process.exitCode = 1;
