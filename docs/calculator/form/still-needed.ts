import type { Said } from "./issue-words.js";

/** What stands between the form and an answer, in a sentence; empty where nothing does. */
export function remaining(issues: readonly Said[]): string {
  const missing = issues.filter(({ missing: isMissing }) => isMissing).length;
  const wrong = issues.length - missing;
  const parts = [
    missing === 0 ? "" : `${missing} ${missing === 1 ? "field is" : "fields are"} still needed`,
    wrong === 0 ? "" : `${wrong} ${wrong === 1 ? "entry needs" : "entries need"} another look`,
  ];
  const text = parts.filter((part) => part !== "").join(", ");
  return text === "" ? "" : `${text}.`;
}
