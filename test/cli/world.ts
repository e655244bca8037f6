import { run } from "../../src/cli/run.js";
import type { World } from "../../src/cli/world.js";

/** What a run left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
  /** Files that are no text. */
  readonly workbooks: ReadonlyMap<string, Uint8Array>;
}

/** Parts of the world that a test sets up. */
export interface Setting extends Partial<
  Pick<World, "env" | "isTerminal" | "columns" | "errIsTerminal" | "foldersAbove">
> {
  readonly files?: Readonly<Record<string, string>>;
  /** Files that are no text, beside `files`. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  readonly input?: string;
  readonly today?: string;
  /** What someone at a terminal answers, one line after the other; nobody sits there unless given. */
  readonly answers?: readonly string[];
  /** How long the work takes, in milliseconds: what is to be written by then is written. 0 unless given. */
  readonly takes?: number;
}

/** Runs the command in a world that is only memory. */
export async function inWorld(words: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const files = new Map(Object.entries(setting.files ?? {}));
  const answers = [...(setting.answers ?? [])];
  const workbooks = new Map<string, Uint8Array>();
  let [out, err] = ["", ""];
  const code = await run({
    words,
    env: setting.env ?? {},
    out: (text) => (out += text),
    err: (text) => (err += text),
    errLater: (milliseconds, text) => {
      const isDue = (setting.takes ?? 0) >= milliseconds;
      if (isDue) err += text;
      return () => isDue;
    },
    isTerminal: setting.isTerminal ?? false,
    columns: setting.columns,
    errIsTerminal: setting.errIsTerminal ?? false,
    inIsTerminal: setting.answers !== undefined,
    ask: (question) => {
      err += `${question}\n`;
      return Promise.resolve(answers.shift());
    },
    foldersAbove: setting.foldersAbove ?? 0,
    readPieces: (path) => {
      const text = path === "-" ? (setting.input ?? "") : files.get(path);
      return inPieces(setting.bytes?.[path] ?? (text === undefined ? undefined : Buffer.from(text)));
    },
    readFile: (path) => {
      const text = files.get(path);
      return text === undefined ? Promise.reject(systemError("ENOENT")) : Promise.resolve(text);
    },
    identityOf: (path) => Promise.resolve(files.has(path) ? path : undefined),
    writeFile: (path, made, replace) => {
      if (files.has(path) && !replace) return Promise.reject(systemError("EEXIST"));
      if (typeof made === "string") files.set(path, made);
      else workbooks.set(path, made);
      return Promise.resolve();
    },
    readInput: () => Promise.resolve(setting.input ?? ""),
    today: () => setting.today ?? "2026-01-05",
    version: "1.2.3",
  });
  return { code, out, err, files, workbooks };
}

/** Pieces of an odd size, so that characters and rows are cut. */
async function* inPieces(bytes: Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  if (bytes === undefined) throw systemError("ENOENT");
  for (let at = 0; at < bytes.length; at += 997) yield await Promise.resolve(bytes.subarray(at, at + 997));
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
