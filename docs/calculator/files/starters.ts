import { hiringPlan } from "../state/start-plan.js";
import type { DocumentReading } from "./read-document.js";

/** A plan to start from. */
export interface Starter {
  readonly id: string;
  readonly title: string;
  readonly group: "Start from" | "The five stories";
  readonly read: (today: string) => Promise<DocumentReading>;
}

type Command = "saas" | "services" | "agency" | "units";

/** The plans that one can start from: the command's own starters, and the worked stories. */
export const STARTERS: readonly Starter[] = [
  starter("saas", "Software by subscription"),
  starter("services", "Projects sold one by one"),
  starter("agency", "Retainers of an agency"),
  {
    id: "hiring",
    title: "People to hire",
    group: "Start from",
    read: (today) => Promise.resolve({ document: hiringPlan(today) }),
  },
  starter("units", "Anything that is counted"),
  story(
    "net-new-mrr",
    "1. Net new MRR across three teams",
    () => import("../../../examples/net-new-mrr/plan.yaml"),
  ),
  story("the-drive", "2. The drive", () => import("../../../examples/the-drive/plan.yaml")),
  story(
    "sales",
    "3. Goals that fight each other: sales",
    () => import("../../../examples/teams-in-conflict/sales.yaml"),
  ),
  story("personal", "4. Activity-based goals", () => import("../../../examples/personal-targets/plan.yaml")),
  story("hollow", "5. Outcome, not action", () => import("../../../examples/hollow-process/plan.yaml")),
];

function starter(id: Command, title: string): Starter {
  return {
    id,
    title,
    group: "Start from",
    read: async (today) => {
      const [{ STARTERS: texts }, { fromText }] = await Promise.all([
        import("../../../src/cli/starters/starters.js"),
        import("./plan-text.js"),
      ]);
      return fromText(texts.get(id)?.plan(today) ?? "");
    },
  };
}

function story(id: string, title: string, load: () => Promise<{ readonly default: string }>): Starter {
  return {
    id,
    title,
    group: "The five stories",
    read: async () => {
      const [{ default: text }, { fromText }] = await Promise.all([load(), import("./plan-text.js")]);
      return fromText(text);
    },
  };
}
