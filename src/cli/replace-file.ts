import { lstat, realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Puts a text in the place of a file: written beside it first and then moved, so that the file is never half of each. A link
 * is followed, the file's permissions stay; what is no regular file (a pipe, a device) is written to as it is.
 *
 * @throws the error of the system; the file is then as it was
 */
export async function replaceFile(path: string, made: string | Uint8Array): Promise<void> {
  const before = await lstat(path).then(
    () => stat(path),
    () => undefined,
  );
  if (before !== undefined && !before.isFile()) return writeFile(path, made);
  const target = before === undefined ? path : await realpath(path);
  const beside = `${target}.${process.pid}.tmp`;
  try {
    await writeFile(beside, made, { flag: "wx", ...(before === undefined ? {} : { mode: before.mode }) });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
