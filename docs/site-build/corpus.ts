import { readPages, type Figure, type Page } from "../../test/corpus/page.js";

/** Where a guide wants the table. */
const MARK = "<!-- table of published examples -->";

/** The anchor of the table on its page. */
export const TABLE = "published-examples";

/** Puts the published examples, as the tests hold them, where a guide asks for them. */
export function withCorpus(markdown: string): string {
  return markdown.includes(MARK) ? markdown.replace(MARK, () => corpusMarkdown(readPages())) : markdown;
}

/** The published examples as a table, and a section for each with its judgement and all its figures. */
export function corpusMarkdown(pages: readonly Page[]): string {
  const ordered = [...pages].sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  const wrong = pages.filter(({ verdict }) => verdict === "wrong").length;
  return [
    `<a id="${TABLE}"></a>${pages.length} examples, ${wrong} of them wrong:`,
    table(["Example", "What it asks", "Printed", "Exact", "Verdict", "Source"], ordered.map(overviewRow)),
    ...ordered.map(section),
  ].join("\n\n");
}

const verdicts: readonly Page["verdict"][] = ["wrong", "right", "not printed"];

function overviewRow(page: Page): string[] {
  const { printed, exact } = telling(page);
  const source = page.address === undefined ? "not online" : `[the page](${page.address})`;
  return [
    `[${text(page.title)}](#${idOf(page)})`,
    text(page.kind),
    printed,
    exact,
    page.verdict === "wrong" ? "**wrong**" : page.verdict,
    source,
  ];
}

/** The figure that tells most: the first that differs, otherwise the last that the page prints. */
function telling({ figures }: Page): { readonly printed: string; readonly exact: string } {
  const figure =
    figures.find(({ differs }) => differs !== undefined) ??
    figures.filter(({ printed }) => printed !== undefined).at(-1) ??
    figures.at(-1);
  if (figure === undefined) return { printed: "", exact: "" };
  return { printed: `${shown(figure.printed)} ${text(figure.name)}`, exact: exactly(figure) };
}

function section(page: Page): string {
  return [
    `<h3 id="${idOf(page)}">${text(page.title)}</h3>`,
    `> ${text(page.quote)}`,
    `**${page.verdict === "not printed" ? "Nothing printed" : page.verdict === "right" ? "Right" : "Wrong"}.** ${text(page.judgement)}`,
    table(["Figure", "By hand", "Exact", "Printed"], page.figures.map(figureRow)),
    ...page.keeping.map(
      ({ to, stage, units, wins, amount }) =>
        `Keeping to ${text(to)}: ${units} × ${text(stage)} bring ${wins} wins, worth ${amount}.`,
    ),
  ].join("\n\n");
}

function figureRow(figure: Figure): string[] {
  const note = figure.differs === undefined ? "" : `: ${text(figure.differs)}`;
  return [text(figure.name), text(figure.by), exactly(figure), `${shown(figure.printed)}${note}`];
}

function exactly({ exact, answer }: Figure): string {
  return answer === undefined || String(answer) === exact ? exact : `${exact}, so ${answer}`;
}

function shown(printed: number | undefined): string {
  return printed === undefined ? "—" : String(printed);
}

function idOf({ file }: Page): string {
  return file.replace(/\.yaml$/, "");
}

/** Words of others, as text: in Markdown, in a cell of a table. */
function text(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[|\\`*_[\]{}@~$]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
