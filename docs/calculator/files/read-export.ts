import {
  CRMS,
  fromCsv,
  journeyImporter,
  type Crm,
  type Import,
  type ImportOptions,
} from "reverse-funnel/adapters";

/** An export as it was read, and the system whose words fitted most of its rows. */
export type ExportReading = Import & { readonly crm: Crm };

/** Reads an export as every system would write it, and takes the reading that used the most rows. */
export function readExport(text: string, funnel: ImportOptions["funnel"]): ExportReading {
  return best(readings(text, { funnel }), ({ counts }) => counts.used);
}

/** The same where nobody has said which stages there are: the reading that names them in the most rows. */
export function readStageNames(text: string): ExportReading["stageNames"] {
  const rowsOf = ({ stageNames }: ExportReading) => stageNames.reduce((sum, { rows }) => sum + rows, 0);
  return best(readings(text, { funnel: [] }), rowsOf).stageNames;
}

/** Deals to tell the order of their stages by: the day one came in says nothing of the stage it came to. */
export function readForOrder(text: string, funnel: readonly string[]): ExportReading["journeys"] {
  return best(readings(text, { funnel, columns: { created: null } }), ({ counts }) => counts.used).journeys;
}

function readings(text: string, options: ImportOptions): readonly ExportReading[] {
  return CRMS.map((crm) => ({ crm, ...readAs(crm, text, options) }));
}

function best(all: readonly ExportReading[], score: (reading: ExportReading) => number): ExportReading {
  return all.reduce((found, reading) => (score(reading) > score(found) ? reading : found));
}

function readAs(crm: Crm, text: string, options: ImportOptions): Import {
  if (crm === "csv")
    return fromCsv(text, { ...options, columns: { ...namedColumns(text), ...options.columns } });
  const open = journeyImporter(crm, options);
  const file = open.file();
  file.push(text);
  file.end();
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
