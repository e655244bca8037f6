import { trackReport } from "../../report/track/track-report.js";
import { attainment, type Attainment } from "../../track/attainment.js";
import { replan } from "../../track/replan.js";
import { track } from "../../track/track.js";
import { AGAINST, comparedWith, readAgreed } from "../agreed.js";
import { CONFIG } from "../config/with-config.js";
import { EARLIER, readEarlier } from "../earlier.js";
import { EITHER, HAPPENED, neededHappened } from "../happened.js";
import { CHANCES, readChances } from "../needed-snapshot.js";
import { printAnswer } from "../print.js";
import { PACE, readPace } from "../read-pace.js";
import { readPlan } from "../read-plan.js";
import { ANSWER, COMMON, type Verb } from "../verb.js";
import { PEOPLE, PERSON, readPerson } from "../whose.js";

/** `track plan.yaml --snapshot now.yaml`: whether it is on track, and why not. */
export const trackVerb: Verb = {
  name: "track",
  takesLong: true,
  summary: "Compare actuals with the plan, and say what caused the gap.",
  usage: "<file> [export...] [options]",
  options: {
    ...HAPPENED,
    ...PACE,
    ...CHANCES,
    ...AGAINST,
    ...EARLIER,
    ...PEOPLE,
    ...PERSON,
    ...ANSWER,
    ...CONFIG,
    ...COMMON,
  },
  example: "reverse-funnel track plan.yaml --snapshot now.yaml --previous last-week.yaml",
  notes: `${EITHER}\nExits with 1 if the goal is out of reach.`,
  run: async (call) => {
    const { plan, within } = await readPlan(call);
    const happened = await neededHappened(call, plan);
    const { snapshot } = happened;
    const pace = readPace(call.text("pace"));
    const chances = await readChances(call, plan);
    const answer = within(() => track(plan, snapshot, { pace, ...chances }));
    const [people, person] = [call.flag("people"), readPerson(call, plan)];
    const isAsked = people || person !== undefined;
    const agreed = await readAgreed(call);
    const earlier = await readEarlier(call, plan, happened);
    const against = within(() => comparedWith(call, plan, snapshot, agreed));
    const more = within(() => ({
      ...{ against, earlier },
      attainment: attainment(plan, snapshot),
      replan: isAsked ? replan(plan, snapshot) : undefined,
    }));
    const data = {
      ...answer,
      ...(isAsked ? { attainment: withPeople(more.attainment, person) } : {}),
      ...(against === undefined ? {} : { against }),
      ...(earlier === undefined ? {} : { earlier }),
    };
    printAnswer(call, data, (options) => trackReport(answer, { ...options, ...more, people, person }));
    return answer.status === "out of reach" ? 1 : 0;
  },
};

/** All people, or the one who is asked for. */
function withPeople(all: Attainment, person: string | undefined): Attainment {
  return { ...all, people: all.people.filter(({ name }) => person === undefined || name === person) };
}
