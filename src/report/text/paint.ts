/** Ways to set a line apart. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly underline: (text: string) => string;
  readonly green: (text: string) => string;
  readonly red: (text: string) => string;
}

const plain = (text: string): string => text;
const ansi =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const COLOURS: Paint = {
  bold: ansi(1, 22),
  underline: ansi(4, 24),
  green: ansi(32, 39),
  red: ansi(31, 39),
};
const NONE: Paint = { bold: plain, underline: plain, green: plain, red: plain };

/** ANSI codes where colours are wanted, nothing where they are not. */
export function paint(colour: boolean): Paint {
  return colour ? COLOURS : NONE;
}
