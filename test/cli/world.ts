import { run } from "../../src/cli/run.js";
import type { World } from "../../src/cli/world.js";

/** What a run left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Parts of the world that a test sets up. */
export interface Setting extends Partial<Pick<World, "env" | "isTerminal" | "columns">> {
  readonly files?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly today?: string;
}

/** Runs the command in a world that is only memory. */
export async function inWorld(words: readonly string[], setting: Setting = {}): Promise<Outcome> {
  const files = new Map(Object.entries(setting.files ?? {}));
  let [out, err] = ["", ""];
  const code = await run({
    words,
    env: setting.env ?? {},
    out: (text) => (out += text),
    err: (text) => (err += text),
    isTerminal: setting.isTerminal ?? false,
    columns: setting.columns,
    readFile: (path) => {
      const text = files.get(path);
      return text === undefined ? Promise.reject(systemError("ENOENT")) : Promise.resolve(text);
    },
    writeFile: (path, text, replace) => {
      if (files.has(path) && !replace) return Promise.reject(systemError("EEXIST"));
      files.set(path, text);
      return Promise.resolve();
    },
    readInput: () => Promise.resolve(setting.input ?? ""),
    today: () => setting.today ?? "2026-01-05",
    version: "1.2.3",
  });
  return { code, out, err, files };
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
