import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("print-answers.ts", import.meta.url));
const run = promisify(execFile);

/** What the answers come to on a machine with this clock and language. */
async function answers(zone: string, language: string, order: string): Promise<string> {
  const { stdout } = await run(process.execPath, ["--import", "tsx", script, order], {
    env: { ...process.env, TZ: zone, LANG: language, LC_ALL: language },
  });
  return stdout.trim();
}

it("answers are the same in every time zone, language and order of calls", { timeout: 60_000 }, async () => {
  const hashes = await Promise.all([
    answers("UTC", "C", "as drawn"),
    answers("Pacific/Kiritimati", "de_DE.UTF-8", "as drawn"),
    answers("America/Los_Angeles", "tr_TR.UTF-8", "backward"),
  ]);
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(hashes).size).toBe(1);
});
