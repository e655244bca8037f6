/** What importing the built package costs above an empty start of Node. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { line } from "./race.js";

const door = new URL("../../dist/node/index.cjs", import.meta.url);

/** Prints the best of several starts, in turns; says so when there is no build. */
export function benchImport(): void {
  if (!existsSync(door)) {
    console.log("     import of the built package: not measured, run `npm run build` first");
    return;
  }
  let [empty, full] = [Infinity, Infinity];
  for (let round = 0; round < 12; round += 1) {
    empty = Math.min(empty, start("0"));
    full = Math.min(full, start(`await import(${JSON.stringify(fileURLToPath(door))})`));
  }
  line(
    "(g) import of the built package, in ratios of 80 ms",
    (full - empty) / 80,
    1,
    `${(full - empty).toFixed(1)} ms`,
  );
}

function start(code: string): number {
  const began = performance.now();
  execFileSync(process.execPath, ["--input-type=module", "-e", code]);
  return performance.now() - began;
}
