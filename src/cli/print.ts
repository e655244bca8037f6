import { fieldsOf } from "../schema/fields.js";
import type { FormatOption, Report } from "../report/report.js";
import { toText } from "../report/text/to-text.js";
import { answerFormat } from "./answer-format.js";
import { callFormat } from "./call-format.js";
import { UsageError } from "./failure.js";
import { printCsv } from "./print-csv.js";
import type { Call } from "./verb.js";
import type { World } from "./world.js";

/** Prints an answer: as JSON or a table as CSV where that was asked for, else as the report of it; `all` of its lists, or the first twenty. */
export function printAnswer(
  call: Call,
  answer: unknown,
  report: (options: FormatOption) => Report,
  all = false,
): void {
  const { world } = call;
  const written = answerFormat(call, ["text", "json", "csv"]);
  if (written === "json") world.out(`${JSON.stringify(answer, null, 2)}\n`);
  else if (written === "csv") printCsv(call, report);
  else world.out(reportText(call, report({ format: callFormat(call, currencyOf(answer)) }), all));
}

/** A report as text, as wide as the terminal and in its colours; `all` of its lists, or the first twenty. */
export function reportText(call: Call, report: Report, all = false): string {
  const shown = { all: all || call.flag("all"), hint: "--all shows them, --json has them as data" };
  return toText(report, { width: textWidth(call), colour: hasColour(call), ...shown });
}

/** The currency of the plan that an answer carries with it, if it carries one. */
function currencyOf(answer: unknown): string | undefined {
  const { currency } = fieldsOf(fieldsOf(answer)["plan"]);
  return typeof currency === "string" ? currency : undefined;
}

const USUAL = 80;
const LEAST = 40;
const MOST = 1000;

/** How many cells a line has: what was typed, else what the variable COLUMNS says, else the terminal's, else 80. */
function textWidth({ world, text }: Call): number {
  const typed = text("width");
  if (typed === undefined) return toWidth(world.env["COLUMNS"]) ?? terminalWidth(world) ?? USUAL;
  const width = toWidth(typed);
  if (width !== undefined && width >= LEAST && width <= MOST) return width;
  throw new UsageError(`--width needs a whole number from ${LEAST} to ${MOST}; got ${JSON.stringify(typed)}`);
}

function terminalWidth({ isTerminal, columns }: World): number | undefined {
  return isTerminal && columns !== undefined && columns > 0 ? columns : undefined;
}

/** A whole number above 0 as it is typed. */
function toWidth(typed = ""): number | undefined {
  return /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined;
}

/** Colours only where a terminal shows them and nobody has asked to do without (https://no-color.org). */
function hasColour({ world, flag }: Call): boolean {
  const { NO_COLOR: none = "", TERM: terminal } = world.env;
  return world.isTerminal && none === "" && terminal !== "dumb" && !flag("no-color");
}
