#!/usr/bin/env node
import { fieldsOf } from "../schema/fields.js";
import { createReadStream, fstatSync, readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";

import { resolve, sep } from "node:path";
import { createInterface } from "node:readline";

import { lateNote } from "./late-note.js";
import { newFile } from "./new-file.js";
import { systemReason } from "./read-plan.js";
import { replaceFile } from "./replace-file.js";
import { run } from "./run.js";
import type { World } from "./world.js";

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString("utf8");
}

/** One line from whoever sits there; the question goes to standard error, where it is in no answer's way. */
function ask(question: string): Promise<string | undefined> {
  return new Promise((answer) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    lines.on("close", () => {
      answer(undefined);
    });
    const cut = question.lastIndexOf("\n") + 1;
    process.stderr.write(question.slice(0, cut));
    lines.question(question.slice(cut), (line) => {
      answer(line);
      lines.close();
    });
  });
}

/** The day that the user's clock shows; `toISOString` would tell Greenwich's. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function version(): string {
  const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String(fieldsOf(JSON.parse(file))["version"]);
}

/** Whoever reads our output may stop reading (`| head`); that is no error of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: { code?: string }) => {
    if (error.code === "EPIPE") process.exit();
    // A disk that is full, say: the answer is not out, so no code that stands for an answer will do.
    if (stream === process.stdout)
      process.stderr.write(`reverse-funnel: cannot write the answer: ${systemReason(error)}\n`);
    process.exit(3);
  });
}

async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = path === "-" ? fstatSync(0, { bigint: true }) : await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
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
  errLater: (milliseconds, text) => lateNote(process.stderr.fd, milliseconds, text),
  isTerminal: process.stdout.isTTY,
  columns: process.stdout.columns,
  errIsTerminal: process.stderr.isTTY,
  inIsTerminal: process.stdin.isTTY,
  ask,
  foldersAbove: resolve(".").split(sep).length - 1,
  readFile: (path) => readFile(path, "utf8"),
  readPieces: (path) =>
    (path === "-"
      ? process.stdin
      : createReadStream(path, { highWaterMark: 1 << 18 })) as AsyncIterable<Uint8Array>,
  identityOf,
  writeFile: (path, made, replace) => (replace ? replaceFile(path, made) : newFile(path, made)),
  readInput,
  today,
  version: version(),
};

void run(world).then((code) => {
  process.exitCode = code;
});
