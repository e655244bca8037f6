/** The parts of the page, one of them in sight. */
export const VIEWS = ["plan", "week", "what-if", "take"] as const;

/** One of these parts. */
export type ViewName = (typeof VIEWS)[number];

/** The part that an address asks for (`?view=week`); the plan, where it asks for none that there is. */
export function viewIn(search: string): ViewName {
  const asked = new URLSearchParams(search).get("view");
  return VIEWS.find((view) => view === asked) ?? "plan";
}

/** What an address says before its `#` to open a part. */
export function searchFor(view: ViewName): string {
  return view === "plan" ? "" : `?view=${view}`;
}
