/** Everything the command touches outside itself, in one record, so that a test can hand in a world of its own. */
export interface World {
  /** The words after `reverse-funnel`. */
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes an answer. */
  readonly out: (text: string) => void;
  /** Writes what is not an answer: issues, mistakes, notes. */
  readonly err: (text: string) => void;
  /**
   * Writes that after some time, even while work goes on that waits for nothing; what it returns calls it off, and says whether
   * it was written.
   */
  readonly errLater: (milliseconds: number, text: string) => () => boolean;
  /** Whether answers go to a terminal, and how many cells wide it is. */
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  /** Whether notes go to a terminal, which can show how far a long work has come. */
  readonly errIsTerminal: boolean;
  /** Whether someone can be asked: standard input comes from a terminal. */
  readonly inIsTerminal: boolean;
  /** Asks on standard error and waits for a line; undefined where input ends. */
  readonly ask: (question: string) => Promise<string | undefined>;
  /** How many folders lie above the one that the command is called in. */
  readonly foldersAbove: number;
  readonly readFile: (path: string) => Promise<string>;
  /** The bytes of a file, or of standard input for `-`, in pieces: for files that do not fit into a text. */
  readonly readPieces: (path: string) => AsyncIterable<Uint8Array>;
  /**
   * What tells a file from all others, however it is named: the same for a file and a link to it, and for standard input
   * (`-`) and the file that it comes out of. Undefined where there is no such file.
   */
  readonly identityOf: (path: string) => Promise<string | undefined>;
  /**
   * Writes a new file, whole or not at all; fails with the code EEXIST where there is one already and `replace` is false. A file that is
   * replaced is either the old or the new one, whatever happens meanwhile.
   */
  readonly writeFile: (path: string, made: string | Uint8Array, replace: boolean) => Promise<void>;
  readonly readInput: () => Promise<string>;
  /** Today as YYYY-MM-DD, where the user is. */
  readonly today: () => string;
  readonly version: string;
}

/** 0 fine; 1 a valid answer that is "no"; 2 bad input or usage; 3 an error of ours. */
export type ExitCode = 0 | 1 | 2 | 3;
