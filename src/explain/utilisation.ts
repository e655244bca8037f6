import { must } from "../number/invariant.js";
import type { Path } from "../schema/issue.js";
import type { PersonUtilisation, Utilisation } from "../workload/activity-target.js";
import { goalPath, targetsOf, type Explainer, type GuideOf, type Subject } from "./explainer.js";
import { NOT_A_NUMBER } from "./guide.js";
import { input } from "./input.js";

/** What is asked of a team in a week, or what it can do. */
function explainTeam(key: "demand" | "capacity"): Explainer {
  return (subject, path) => {
    const { team, week, of, demand, capacity } = weekAt(subject, path);
    const other = key === "demand" ? "capacity" : "demand";
    return {
      says: { code: `team-${key}`, figures: { who: team, week, of, demand, capacity } },
      inputs: [input(other, { demand, capacity }[other], [...path.slice(0, 3), other])],
      supports: goalPath(subject),
    };
  };
}

/** What is asked of a person in a week, what the person can do, or the one as a share of the other. */
function explainPerson(key: "demand" | "capacity" | "share"): Explainer {
  return (subject, path) => {
    const row = weekAt(subject, path);
    const { name, demand, capacity, share } = personAt(row, path);
    const figures = { who: name, week: row.week, of: row.of, demand, capacity };
    const own = path.slice(0, 5);
    return {
      says:
        key === "share"
          ? {
              code: "person-share",
              figures: { ...figures, share: must(share ?? undefined, "the share of a person") },
            }
          : { code: `person-${key}`, figures },
      inputs: [
        input("demand", demand, [...own, "demand"]),
        input("capacity", capacity, [...own, "capacity"]),
      ],
      supports: [...path.slice(0, 3), key === "capacity" ? "capacity" : "demand"],
    };
  };
}

function weekAt(subject: Subject, path: Path): Utilisation {
  return must(targetsOf(subject).utilisation[Number(path[2])], "a week of a team");
}

function personAt({ people }: Utilisation, path: Path): PersonUtilisation {
  return must(people[Number(path[4])], "a person of a team");
}

/** What is asked of a team and its people in a week, and what they can do. */
export const UTILISATION: GuideOf<Utilisation> = {
  team: NOT_A_NUMBER,
  week: NOT_A_NUMBER,
  of: NOT_A_NUMBER,
  demand: explainTeam("demand"),
  capacity: explainTeam("capacity"),
  people: {
    "*": {
      name: NOT_A_NUMBER,
      demand: explainPerson("demand"),
      capacity: explainPerson("capacity"),
      share: explainPerson("share"),
      isOver: NOT_A_NUMBER,
    },
  },
};
