/**
 * Hands on what was read out of a value of a plan that was validated. That nothing could be read is a mistake of the
 * program: `verb` requires a validated `noun`.
 *
 * @throws TypeError where nothing could be read
 */
export function validated<T>(read: T | undefined, verb: string, noun: string, value: unknown): T {
  if (read === undefined) throw new TypeError(`${verb} requires ${noun}; got ${JSON.stringify(value)}`);
  return read;
}
