import { agency } from "./agency.js";
import { saas } from "./saas.js";
import { services } from "./services.js";
import { units } from "./units.js";

/** A plan to start from. */
export interface Starter {
  readonly summary: string;
  /** The YAML text, for a period that lies after today. */
  readonly plan: (today: string) => string;
}

/** The starters by name. */
export const STARTERS: ReadonlyMap<string, Starter> = new Map([
  ["saas", { summary: "monthly recurring revenue, churn, two channels", plan: saas }],
  ["services", { summary: "revenue from projects, with upsells and calls", plan: services }],
  ["agency", { summary: "gross profit from retainers, with time for each step", plan: agency }],
  ["units", { summary: "anything you count: satisfaction, hires, signatures", plan: units }],
]);

/** The starters as help lists them. */
export function startersText(): string {
  return [...STARTERS].map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`).join("\n");
}
