/** Words of plans, snapshots and mappings that are called something else since: old name, new name. */
const RENAMED: Readonly<Record<string, string>> = {
  open: "pipeline",
  needs: "tasks",
  by: "due",
  size: "headcount",
  timeOff: "absences",
  fullTime: "fte",
  busyMinutesPerDay: "overheadMinutesPerDay",
  season: "seasonality",
  through: "asOf",
  handover: "cascade",
  pipeline: "crmPipeline",
};

/** What a word is called now where these words are known; undefined for a word that was never known there. */
export function newNameOf(word: unknown, known: readonly string[]): string | undefined {
  if (typeof word !== "string" || known.includes(word) || !Object.hasOwn(RENAMED, word)) return undefined;
  const name = RENAMED[word];
  return name !== undefined && known.includes(name) ? name : undefined;
}

/** What to write instead of an old word. */
export function renamedAdvice(name: string): string {
  return `it is called ${name} now; reverse-funnel migrate rewrites old files`;
}
