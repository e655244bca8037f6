import type { FormatOption, Report } from "../report/report.js";
import { toText } from "../report/text/to-text.js";
import { callFormat } from "./call-format.js";
import type { Call } from "./verb.js";
import type { World } from "./world.js";

/** Prints an answer: as JSON where that was asked for, else as the report of it. */
export function printAnswer(call: Call, answer: unknown, report: (options: FormatOption) => Report): void {
  const { world } = call;
  if (call.flag("json")) world.out(`${JSON.stringify(answer, null, 2)}\n`);
  else
    world.out(
      toText(report({ format: callFormat(call, currencyOf(answer)) }), {
        width: widthOf(world),
        colour: hasColour(call),
      }),
    );
}

/** The currency of the plan that an answer carries with it, if it carries one. */
function currencyOf(answer: unknown): string | undefined {
  return (answer as { readonly plan?: { readonly currency?: string } }).plan?.currency;
}

const WIDEST = 120;

function widthOf({ isTerminal, columns }: World): number {
  return isTerminal && columns !== undefined && columns > 0 ? Math.min(columns, WIDEST) : 80;
}

/** Colours only where a terminal shows them and nobody has asked to do without (https://no-color.org). */
function hasColour({ world, flag }: Call): boolean {
  const { NO_COLOR: none = "", TERM: terminal } = world.env;
  return world.isTerminal && none === "" && terminal !== "dumb" && !flag("no-color");
}
