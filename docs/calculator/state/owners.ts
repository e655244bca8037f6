import { membersOf, type PlanDocument } from "./plan-document.js";

/** Everybody whom the plan names as an owner, each once, in its order; and the teams that it lists. */
export function ownersIn(document: PlanDocument): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    for (const [key, member] of Object.entries(value))
      if (key === "owner" && typeof member === "string" && member !== "") found.add(member);
      else walk(member);
  };
  walk(document);
  return [...found];
}

/** Owners and teams, to choose from while a name is typed. */
export function namesToOffer(document: PlanDocument): readonly string[] {
  return [...new Set([...ownersIn(document), ...Object.keys(membersOf(document["teams"]))])];
}
