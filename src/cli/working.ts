import type { Verb } from "./verb.js";
import type { World } from "./world.js";

/** Verbs that may take over a second: they look at many plans, or at all of history. */
const LONG: readonly string[] = [
  ...[
    "report",
    "levers",
    "solve-for",
    "compare",
    "align",
    "personal",
    "learn",
    "backtest",
    "check",
    "forecast",
  ],
  ...["track", "replan", "scorecard", "snapshot"],
];

/** A world with a note, and what takes the note away. */
interface Working {
  readonly world: World;
  readonly clear: () => void;
}

/** Whoever waits for less needs no note. */
const PATIENCE = 1000;
const CLEARED = "\r\u001b[K";

/**
 * A world in which a note on standard error says, after a second, that work goes on, until the first thing is written. Only
 * for a terminal, and for verbs that may take long: in a log it would stay.
 */
export function working(world: World, { name }: Verb): Working {
  if (!world.errIsTerminal || !LONG.includes(name)) return { world, clear: () => undefined };
  let callOff: (() => boolean) | undefined = world.errLater(PATIENCE, `${name} …`);
  const clear = (): void => {
    if (callOff?.() === true) world.err(CLEARED);
    callOff = undefined;
  };
  const cleared =
    (write: (text: string) => void) =>
    (text: string): void => {
      clear();
      write(text);
    };
  return { world: { ...world, out: cleared(world.out), err: cleared(world.err) }, clear };
}
