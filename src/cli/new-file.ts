import { link, rm, writeFile } from "node:fs/promises";
import { fieldsOf } from "../schema/fields.js";

/** What systems say where a file cannot have a second name. */
const NO_LINKS: ReadonlySet<unknown> = new Set([
  "EPERM",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EMLINK",
  "EXDEV",
]);

/**
 * Writes a file that is not there yet, whole or not at all: under another name first, which then becomes its own. A disk
 * that is full leaves nothing behind.
 *
 * @throws the error of the system, which has the code EEXIST where there is such a file
 */
export async function newFile(path: string, made: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, made, { flag: "wx" });
    await link(beside, path);
  } catch (error) {
    if (!NO_LINKS.has(fieldsOf(error)["code"])) throw error;
    await withoutLinks(path, made);
  } finally {
    await rm(beside, { force: true });
  }
}

/** Where files have one name only, what was begun is taken away again. */
async function withoutLinks(path: string, made: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, made, { flag: "wx" });
  } catch (error) {
    if (fieldsOf(error)["code"] !== "EEXIST") await rm(path, { force: true });
    throw error;
  }
}
