#!/usr/bin/env node
import { createReadStream, readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

import { replaceFile } from "./replace-file.js";
import { run } from "./run.js";
import type { World } from "./world.js";

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}

/** The day that the user's clock shows; `toISOString` would tell Greenwich's. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function version(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}

/** Whoever reads our output may stop reading (`| head`); that is no error of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: { code?: string }) => {
    if (error.code !== "EPIPE") throw error as Error;
    process.exit();
  });
}

const world: World = {
  words: process.argv.slice(2),
  env: process.env,
  out: (text) => {
    process.stdout.write(text);
  },
  err: (text) => {
    process.stderr.write(text);
  },
  isTerminal: process.stdout.isTTY,
  columns: process.stdout.columns,
  errIsTerminal: process.stderr.isTTY,
  readFile: (path) => readFile(path, "utf8"),
  readPieces: (path) =>
    (path === "-"
      ? process.stdin
      : createReadStream(path, { highWaterMark: 1 << 18 })) as AsyncIterable<Uint8Array>,
  writeFile: (path, text, replace) =>
    replace ? replaceFile(path, text) : writeFile(path, text, { flag: "wx" }),
  readInput,
  today,
  version: version(),
};

process.exitCode = await run(world);
