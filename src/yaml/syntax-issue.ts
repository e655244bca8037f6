import type { YAMLError } from "yaml";
import { issueAt, type Issue, type Problem } from "../schema/issue.js";

type Words = Omit<Problem, "code">;

const INDENT: Words = {
  expected: "keys of one part to begin in one column",
  advice: "line them up with spaces, and close what was opened",
};
const CLOSED: Words = {
  expected: "every bracket, brace and quote to be closed, with a comma between entries",
  advice: "add what is missing before this place",
};
const ONE_LINE: Words = {
  expected: "one key: value pair in a line",
  advice: "put the second key on its own line, or quote a text that has a colon in it",
};
const ANCHOR: Words = { expected: "plain values", advice: "leave anchors, tags and directives out" };

/** What to write instead, by the code of the YAML library's error; its own words go with what is not listed. */
const WORDS: Readonly<Partial<Record<YAMLError["code"], Words>>> = {
  TAB_AS_INDENT: { expected: "spaces before a key", advice: "indent with spaces, YAML takes no tabs" },
  BAD_INDENT: INDENT,
  MISSING_CHAR: CLOSED,
  BLOCK_IN_FLOW: CLOSED,
  BLOCK_AS_IMPLICIT_KEY: ONE_LINE,
  MULTILINE_IMPLICIT_KEY: ONE_LINE,
  BAD_SCALAR_START: { expected: "a value", advice: "quote a text that begins with this sign" },
  BAD_DQ_ESCAPE: {
    expected: "a known escape after a backslash",
    advice: "write \\\\ for a backslash, or use single quotes",
  },
  ALIAS_PROPS: ANCHOR,
  BAD_ALIAS: ANCHOR,
  BAD_DIRECTIVE: ANCHOR,
  BAD_PROP_ORDER: ANCHOR,
  MULTIPLE_ANCHORS: ANCHOR,
  MULTIPLE_TAGS: ANCHOR,
  TAG_RESOLVE_FAILED: ANCHOR,
};

/** Puts an error of the YAML library in our words: what is on that line, and what to write. */
export function syntaxIssue(error: YAMLError, text: string): Issue {
  const { expected, advice } = WORDS[error.code] ?? {
    expected: "YAML that can be read",
    advice: `correct this line (${error.message.slice(0, 120).toLowerCase()})`,
  };
  return issueAt([], lineAt(text, error.pos[0]), { code: "yaml.syntax", expected, advice });
}

/** The line of the text around an offset, without its indent; a piece of it where it is long. */
function lineAt(text: string, offset: number): string {
  const begin = Math.max(text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1, offset - 60);
  const end = text.indexOf("\n", offset);
  return text.slice(begin, Math.min(end < 0 ? text.length : end, begin + 81)).trim();
}
