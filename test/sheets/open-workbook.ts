import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** One cell as it stands in the file. */
export interface OpenedCell {
  readonly value: string | number | null;
  readonly formula?: string;
}

/** A workbook as another program reads it: its cells by sheet and place (`B6`), and its names. */
export interface OpenedWorkbook {
  readonly sheets: ReadonlyMap<string, ReadonlyMap<string, OpenedCell>>;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads the parts of a workbook with a zip reader and an XML parser that are not ours. */
export function openWorkbook(bytes: Uint8Array): OpenedWorkbook {
  const files = unzipSync(bytes);
  const part = (name: string): string => {
    const file = files[name];
    if (file === undefined) throw new Error(`the workbook has no part ${name}`);
    return strFromU8(file);
  };
  const names = new Map<string, string>();
  const order: string[] = [];
  let name = "";
  eachTag(part("xl/workbook.xml"), (tag, attributes, inside) => {
    if (tag === "sheet") order.push(attributes["name"] ?? "");
    if (tag === "definedName") name = attributes["name"] ?? "";
    if (tag === "definedName" && attributes["localSheetId"] === undefined) names.set(name, inside);
  });
  const shared = files["xl/sharedStrings.xml"] === undefined ? [] : textsOf(part("xl/sharedStrings.xml"));
  const sheets = order.map(
    (title, index) => [title, cellsOf(part(`xl/worksheets/sheet${index + 1}.xml`), shared)] as const,
  );
  return { sheets: new Map(sheets), names };
}

/** The texts that cells name by their number. */
function textsOf(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = "";
  eachTag(xml, (tag, _, inside) => {
    if (tag === "t") text += inside;
    if (tag !== "si") return;
    texts.push(text);
    text = "";
  });
  return texts;
}

function cellsOf(xml: string, shared: readonly string[]): ReadonlyMap<string, OpenedCell> {
  const cells = new Map<string, OpenedCell>();
  let [value, formula]: [string | null, string | undefined] = [null, undefined];
  eachTag(xml, (tag, attributes, inside) => {
    if (tag === "v" || tag === "t") value = inside;
    if (tag === "f") formula = inside;
    if (tag !== "c") return;
    const type = attributes["t"] ?? "n";
    const numeric = value === null || type !== "n" ? value : Number(value);
    const read = type === "s" ? (shared[Number(value)] ?? null) : numeric;
    cells.set(attributes["r"] ?? "", { value: read, ...(formula === undefined ? {} : { formula }) });
    [value, formula] = [null, undefined];
  });
  return cells;
}

/** Calls for each element when it ends, with the text directly inside it. */
function eachTag(
  xml: string,
  work: (tag: string, attributes: Readonly<Record<string, string>>, inside: string) => void,
): void {
  const open: { readonly attributes: Record<string, string>; inside: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ attributes }) => {
    open.push({ attributes, inside: "" });
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.inside += text;
  });
  parser.on("closetag", ({ name }) => {
    const last = open.pop();
    if (last !== undefined) work(name, last.attributes, last.inside);
  });
  parser.write(xml).close();
}

/** The cells of a sheet; none where there is no such sheet. */
export function cellsIn({ sheets }: OpenedWorkbook, sheet: string): ReadonlyMap<string, OpenedCell> {
  return sheets.get(sheet) ?? new Map<string, OpenedCell>();
}

/** The row in which a text stands in column A of a sheet. */
export function rowOf(book: OpenedWorkbook, sheet: string, text: string): string | undefined {
  const found = [...cellsIn(book, sheet)].find(([place, { value }]) => /^A\d/.test(place) && value === text);
  return found?.[0].slice(1);
}
