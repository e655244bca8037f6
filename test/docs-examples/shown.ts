/** A fence of a Markdown text: on which line its code starts, its language, the file it names, its code. */
export interface Fence {
  readonly line: number;
  readonly language: string;
  /** The file named behind the language, as in "yaml examples/ramp/plan.yaml". */
  readonly names: string | null;
  readonly code: string;
  /** Whether nothing but empty lines stands between the fence before it and this one. */
  readonly follows: boolean;
}

/** Which fences does a Markdown text hold, in order? */
export function fencesOf(text: string): Fence[] {
  let end = 0;
  return [...text.matchAll(/^```(\w*)([^\n]*)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [whole, language = "", info = "", code = ""] = match;
    const between = text.slice(end, match.index);
    const follows = end > 0 && between.trim() === "";
    end = match.index + whole.length;
    const line = text.slice(0, match.index).split("\n").length + 1;
    return { line, language, names: /\S+\.\w+/.exec(info)?.[0] ?? null, code, follows };
  });
}

const OUTPUT = new Set(["text", "json", "xml", "markdown"]);

/** Commands and what they print: a fence of `sh`, and right behind it one of text, JSON, XML or Markdown. */
export interface Shown {
  readonly line: number;
  readonly commands: string;
  readonly prints: string;
}

/** Which commands does a text show together with what they print? */
export function shownCommands(fences: readonly Fence[]): Shown[] {
  return fences.flatMap((fence, at) => {
    const before = fences[at - 1];
    if (!fence.follows || before?.language !== "sh" || !OUTPUT.has(fence.language)) return [];
    return [{ line: before.line, commands: before.code, prints: fence.code }];
  });
}

const tidy = (text: string): string => text.replace(/[ \t]+$/gm, "").trim();

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");

/**
 * Is this what is shown? To the letter, but for white space at the ends of lines; a line of nothing but `…` (or of a
 * comment of nothing but that) stands for any lines, and for none.
 */
export function isShownBy(actual: string, shown: string): boolean {
  const lines = tidy(shown).split("\n");
  const pattern = lines.map((line) =>
    /^\s*(?:#|\/\/)?\s*…$/.test(line) ? "(?:[^\\n]*\\n)*" : `${escaped(line)}\\n`,
  );
  return new RegExp(`^${pattern.join("")}$`).test(`${tidy(actual)}\n`);
}
