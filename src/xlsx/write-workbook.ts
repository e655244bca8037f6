import { columnName, type Sheet, type SheetCell, type SheetRow } from "./sheet.js";
import { styleIndex, stylesXml, type CellStyle } from "./styles.js";
import { zip } from "./zip.js";

/** A name for cells: `Goal` for `Plan!$B$6`. */
export interface CellName {
  readonly name: string;
  readonly cells: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Writes sheets as an Office Open XML workbook (ECMA-376), which works itself out again when it is opened. */
export function writeWorkbook(sheets: readonly Sheet[], names: readonly CellName[]): Uint8Array {
  const parts: readonly (readonly [name: string, xml: string])[] = [
    ["[Content_Types].xml", contentTypes(sheets.length)],
    ["_rels/.rels", links([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookXml(sheets, names)],
    [
      "xl/_rels/workbook.xml.rels",
      links([
        ...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
        ["styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", stylesXml()],
    ...sheets.map((sheet, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheetXml(sheet),
    ]),
  ];
  return zip(parts.map(([name, xml]) => [name, HEAD + xml]));
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, index) =>
    override(`worksheets/sheet${index + 1}`, "worksheet"),
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override("workbook", "sheet.main")}${override("styles", "styles")}${each.join("")}</Types>`
  );
}

function links(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${LINKS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[], names: readonly CellName[]): string {
  const each = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const defined = [
    ...names.map(({ name, cells }) => `<definedName name="${name}">${escaped(cells)}</definedName>`),
    ...sheets.flatMap(({ name, widths, printed }, index) =>
      printed === undefined
        ? []
        : [
            `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${escaped(name)}!$A$1:$${columnName(widths.length - 1)}$${printed}</definedName>`,
          ],
    ),
    // The rows that stay in sight are printed on every page.
    ...sheets.flatMap(({ name, frozen }, index) =>
      frozen.rows === 0
        ? []
        : [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escaped(name)}!$${frozen.rows}:$${frozen.rows}</definedName>`,
          ],
    ),
  ];
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${each.join("")}</sheets>` +
    `<definedNames>${defined.join("")}</definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

function sheetXml({ widths, frozen, rows }: Sheet): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cell === null ? "" : cellXml(cell, columnName(column), index + 1),
    );
    const height = heightOf(row, widths);
    const set = height === null ? "" : ` ht="${height}" customHeight="1"`;
    return `<row r="${index + 1}"${set}>${cells.join("")}</row>`;
  });
  return (
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${paneXml(frozen)}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData>` +
    validationsXml(rows) +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"
  );
}

/** The height of a row that is not one line of text. LibreOffice gives a heading no room of its own accord. */
function heightOf(row: SheetRow, widths: readonly number[]): number | null {
  if (row[0]?.style === "title") return 26;
  const lines = row.map((cell, column) =>
    cell?.style.startsWith("heading") === true
      ? Math.ceil(`${cell.value}`.length / (widths[column] ?? 1))
      : 1,
  );
  const most = Math.max(1, ...lines);
  return most === 1 ? null : 15 * most;
}

/** What may be typed into which cells: [type, operator, first bound, second bound, what is said of anything else]. */
const TYPED: Readonly<Partial<Record<CellStyle, readonly [string, string, string, string, string]>>> = {
  inputWhole: ["whole", "greaterThanOrEqual", "0", "", "a whole number from 0"],
  inputNumber: ["whole", "between", "-99999999999999", "99999999999999", "a whole number"],
  inputDecimal: ["decimal", "between", "-1000000000000", "1000000000000", "a number"],
  inputRate: ["decimal", "between", "0.000001", "1", "a share above 0% and up to 100%"],
  inputShare: ["decimal", "greaterThanOrEqual", "0", "", "a share from 0%"],
  inputDate: ["date", "greaterThanOrEqual", "367", "", "a date"],
};

/** What a sheet takes in the cells that are typed into (ECMA-376, 18.3.1.33). */
function validationsXml(rows: readonly SheetRow[]): string {
  const places = new Map<CellStyle, string[]>();
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cell === null || TYPED[cell.style] === undefined) return;
      places.set(cell.style, [...(places.get(cell.style) ?? []), `${columnName(column)}${index + 1}`]);
    });
  });
  const each = [...places].flatMap(([style, cells]) => {
    const [type, operator, first, second, wanted] = TYPED[style] ?? [];
    if (type === undefined) return [];
    return [
      `<dataValidation type="${type}" operator="${operator ?? ""}" allowBlank="1" showErrorMessage="1" ` +
        `errorTitle="Not that" error="Type ${wanted ?? ""}." sqref="${cells.join(" ")}">` +
        `<formula1>${first ?? ""}</formula1>${second === "" ? "" : `<formula2>${second ?? ""}</formula2>`}</dataValidation>`,
    ];
  });
  return each.length === 0
    ? ""
    : `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`;
}

function paneXml({ rows, columns }: Sheet["frozen"]): string {
  if (rows === 0 && columns === 0) return "";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const pane = columns > 0 && rows > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  return `<pane${split} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`;
}

function cellXml({ value, style, formula }: SheetCell, column: string, row: number): string {
  const start = `<c r="${column}${row}" s="${styleIndex(style)}"`;
  if (formula === undefined && value === "") return `${start}/>`;
  const made = formula === undefined ? "" : `<f>${escaped(formula)}</f>`;
  if (typeof value === "number") return `${start}>${made}<v>${value}</v></c>`;
  if (formula !== undefined) return `${start} t="str">${made}<v>${escaped(value)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const MARKS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text in XML; characters that XML 1.0 does not know become a question mark in a diamond. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (mark) => (/[\t\n\r\x7F-\x9F]/.test(mark) ? mark : "\uFFFD"));
}
