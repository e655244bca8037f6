/** How a cell looks: each is one entry of the style sheet, in this order. */
const STYLES = {
  text: {},
  wrapped: { wrap: true },
  /** Text right of a number. */
  aside: { indent: 1 },
  title: { font: 1 },
  heading: { font: 2, fill: 2, wrap: true },
  headingRight: { font: 2, fill: 2, wrap: true, right: true },
  headingAside: { font: 2, fill: 2, wrap: true, indent: 1 },
  right: { right: true },
  whole: { format: 3 },
  part: { format: 3, font: 3, right: true },
  decimal: { format: 4 },
  rate: { format: 10 },
  date: { format: 164 },
  hint: { font: 3 },
  note: { font: 3, indent: 1 },
  total: { format: 3, font: 2 },
  inputText: { format: 49, font: 4, fill: 3, border: 1 },
  inputWhole: { format: 3, font: 4, fill: 3, border: 1 },
  inputNumber: { format: 3, font: 4, fill: 3, border: 1 },
  inputDecimal: { format: 4, font: 4, fill: 3, border: 1 },
  inputRate: { format: 10, font: 4, fill: 3, border: 1 },
  inputShare: { format: 10, font: 4, fill: 3, border: 1 },
  inputDate: { format: 164, font: 4, fill: 3, border: 1 },
} as const satisfies Readonly<Record<string, Look>>;

interface Look {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly wrap?: boolean;
  readonly right?: boolean;
  readonly indent?: number;
}

/** The name of a look. */
export type CellStyle = keyof typeof STYLES;

const NAMES: readonly string[] = Object.keys(STYLES);

/** Where a style stands in the style sheet. */
export function styleIndex(style: CellStyle): number {
  return NAMES.indexOf(style);
}

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The style sheet of a workbook (ECMA-376, 18.8). */
export function stylesXml(): string {
  const looks: readonly Look[] = Object.values(STYLES);
  const records = looks.map(
    ({ format = 0, font = 0, fill = 0, border = 0, ...look }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(look)}</xf>`,
  );
  return (
    `<styleSheet xmlns="${NAMESPACE}">` +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
    `<fonts count="${FONTS.length}">${FONTS.map(fontXml).join("")}</fonts>` +
    '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    `${fillXml("FFE7ECF3")}${fillXml("FFFFF8E1")}</fills>` +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    `<border>${["left", "right", "top", "bottom"].map(sideXml).join("")}<diagonal/></border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${records.length}">${records.join("")}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

function alignmentXml({ wrap = false, right = false, indent = 0 }: Look): string {
  const across = right ? ' horizontal="right"' : indent > 0 ? ` horizontal="left" indent="${indent}"` : "";
  return `<alignment${across} vertical="top"${wrap ? ' wrapText="1"' : ""}/>`;
}

const FONTS = [
  { bold: false, size: 11, colour: "FF1F2933" },
  { bold: true, size: 15, colour: "FF1F2933" },
  { bold: true, size: 11, colour: "FF1F2933" },
  { bold: false, size: 10, colour: "FF5F6B7A" },
  { bold: false, size: 11, colour: "FF1A56C4" },
] as const;

function fontXml({ bold, size, colour }: (typeof FONTS)[number]): string {
  return `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="${colour}"/><name val="Calibri"/><family val="2"/></font>`;
}

function fillXml(colour: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function sideXml(side: string): string {
  return `<${side} style="thin"><color rgb="FFCBD2DB"/></${side}>`;
}
