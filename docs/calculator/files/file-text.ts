/** The text of a table; of a workbook, that of its longest sheet. */
export async function fileText(file: File): Promise<string> {
  if (!isWorkbook(file)) return file.text();
  // What reads a workbook is fetched when one comes.
  const { readWorkbook } = await import("./workbook.js");
  return readWorkbook(new Uint8Array(await file.arrayBuffer()));
}

/** Whether a file is a workbook, by its ending. */
export function isWorkbook({ name }: Pick<File, "name">): boolean {
  return /\.xlsx$/i.test(name);
}
