/** The parts of the first page of a plan's report, in their order. */
export const PAGE_PARTS = ["status", "week", "progress", "causes", "change", "since"] as const;

/** The parts of its appendix. */
export const APPENDIX_PARTS = [
  ...([
    "agreed",
    "stages",
    "losses",
    "forecast",
    "pipeline",
    "plan",
    "bridge",
    "path",
    "weeks",
    "calendar",
  ] as const),
  ...(["milestones", "work", "habits", "teams", "people", "channels", "levers", "scenarios"] as const),
  "economics",
  "assumptions",
] as const;

/** All parts of a plan's report. */
export const REPORT_PARTS = [...PAGE_PARTS, ...APPENDIX_PARTS] as const;

/** A part of a plan's report. */
export type ReportPart = (typeof REPORT_PARTS)[number];
