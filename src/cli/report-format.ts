import { nearestHint, UsageError } from "./failure.js";
import type { Call } from "./verb.js";

const FORMATS = ["html", "md", "svg", "json"] as const;

/** What a report can be written as. */
export type Format = (typeof FORMATS)[number];

/**
 * The format of a report: what `--format` says, else what the file's name or a wish for a picture says.
 *
 * @throws UsageError for a format that there is not
 */
export function formatOf(call: Call): Format {
  const typed = typedFormat(call);
  const ending = endingOf(call.text("output"));
  const meant = typed ?? ending ?? (call.text("picture") === undefined ? "html" : "svg");
  const found = FORMATS.find((format) => format === meant);
  if (found !== undefined) return found;
  throw new UsageError(`there is no format ${JSON.stringify(meant)}; ${nearestHint(meant, FORMATS)}`);
}

function typedFormat({ text, flag }: Call): string | undefined {
  const typed = text("format");
  if (flag("json") && typed !== undefined && typed !== "json")
    throw new UsageError(`--json does not go with --format ${typed}; write one of them`);
  return flag("json") ? "json" : typed;
}

/** Endings by which a file's name says its format. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ...FORMATS.map((format) => [format, format] as const),
  ["htm", "html"],
  ["markdown", "md"],
]);

/** What a file's name promises and no report is; any other ending promises nothing. */
const FOREIGN = [
  "pdf",
  "doc",
  "docx",
  "ppt",
  "pptx",
  "xls",
  "xlsx",
  "csv",
  "png",
  "jpg",
  "jpeg",
  "yaml",
  "yml",
];

function endingOf(file = ""): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  if (!FOREIGN.includes(ending)) return ENDINGS.get(ending);
  const print = ending === "pdf" ? "; a browser prints the html to PDF" : "";
  throw new UsageError(`no report is written as .${ending}; known are ${FORMATS.join(", ")}${print}`);
}
