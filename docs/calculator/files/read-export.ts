import { CRMS, journeyImporter, type Crm, type Import, type ImportOptions } from "reverse-funnel/adapters";

/** An export as it was read, and the system whose words fitted most of its rows. */
export type ExportReading = Import & { readonly crm: Crm };

/** How an export is meant, as far as anyone has said. */
export type Meant = Omit<ImportOptions, "funnel"> & { readonly crm?: string | undefined };

/** The files of an export, as texts that belong together: deals, and perhaps their history. */
export interface ExportTexts {
  readonly texts: readonly string[];
  readonly meant: Meant;
}

/** Reads an export as every system would write it, and takes the reading that used the most rows. */
export function readExport(exported: ExportTexts, funnel: ImportOptions["funnel"]): ExportReading {
  return best(readings(exported, { funnel }), ({ counts }) => counts.used);
}

/** The same where nobody has said which stages there are: the reading that names them in the most rows. */
export function readStageNames(exported: ExportTexts): ExportReading["stageNames"] {
  const rowsOf = ({ stageNames }: ExportReading) => stageNames.reduce((sum, { rows }) => sum + rows, 0);
  return best(readings(exported, { funnel: [] }), rowsOf).stageNames;
}

/** Deals to tell the order of their stages by: the day one came in says nothing of the stage it came to. */
export function readForOrder(exported: ExportTexts, funnel: readonly string[]): ExportReading["journeys"] {
  const options = { funnel, columns: { ...exported.meant.columns, created: null } };
  return best(readings(exported, options), ({ counts }) => counts.used).journeys;
}

function readings({ texts, meant }: ExportTexts, options: ImportOptions): readonly ExportReading[] {
  const { crm: said, ...mapping } = meant;
  const systems = CRMS.filter((crm) => said === undefined || crm === said);
  return systems.map((crm) => ({ crm, ...readAs(crm, texts, { ...mapping, ...options }) }));
}

function best(all: readonly ExportReading[], score: (reading: ExportReading) => number): ExportReading {
  return all.reduce((found, reading) => (score(reading) > score(found) ? reading : found));
}

function readAs(crm: Crm, texts: readonly string[], options: ImportOptions): Import {
  const named = crm === "csv" ? namedColumns(texts[0] ?? "") : {};
  const open = journeyImporter(crm, { ...options, columns: { ...named, ...options.columns } });
  for (const text of texts) {
    const file = open.file();
    file.push(text);
    file.end();
  }
  return open.finish();
}

/** A plain table says by its own headers which column is which. */
function namedColumns(text: string): Readonly<Record<string, string>> {
  const [headers = ""] = text.replace(/^\uFEFF/, "").split(/\r?\n/, 1);
  const names = headers.split(/[,;\t]/).map((name) => name.trim().replace(/^"|"$/g, ""));
  const roles = names.flatMap((name) => {
    const role = ROLES.find(([, words]) => words.includes(name.toLowerCase()))?.[0];
    return role === undefined ? [] : [[role, name] as const];
  });
  return Object.fromEntries(roles);
}

const ROLES: readonly (readonly [role: string, words: readonly string[]])[] = [
  ["id", ["id", "deal", "deal id", "opportunity", "opportunity id"]],
  ["stage", ["stage", "deal stage", "status stage"]],
  ["on", ["on", "date", "entered", "since"]],
  ["owner", ["owner"]],
  ["value", ["value", "amount"]],
  ["created", ["created"]],
  ["closed", ["closed"]],
  ["won", ["won"]],
  ["lost", ["lost"]],
  ["status", ["status"]],
];
