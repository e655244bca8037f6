import { makeFormat, planFormat, safeParsePlan, type Plan, type Solution } from "reverse-funnel";
import { render } from "preact";
import { fromFragment } from "./address/address.js";
import { followAddress, keepAddress } from "./address/follow-address.js";
import { startAsking } from "./answer/asking.js";
import type { DocumentReading } from "./files/read-document.js";
import { saidIssues, type Said } from "./form/issue-words.js";
import { styleOf } from "./reading/locale-style.js";
import { startPlan } from "./state/start-plan.js";
import { firstState, type Notice, type State } from "./state/state.js";
import { update, type Action } from "./state/update.js";
import { App } from "./view/app.js";
import { chosenTheme, showTheme } from "./view/theme-button.js";

const today = localDay(new Date());
const root = document.getElementById("page") ?? document.body;
const ask = startAsking<Plan, Solution>(
  () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" }),
);

const given = await fromFragment(location.hash);

let state: State = firstState(given?.document ?? startPlan(today), problemOf(given));
let issues: readonly Said[] = [];
let currency: unknown;
let style = styleOf(undefined);
let format = makeFormat(style);
let focusId: string | null = null;

showTheme(chosenTheme());
read();
draw();
if (given === null) keepAddress(state.document, false);
followAddress((reading) => {
  if (reading.document === undefined) dispatch({ kind: "say", notice: problemOf(reading) });
  else dispatch({ kind: "follow", document: reading.document });
});

function dispatch(action: Action): void {
  const before = state;
  state = update(state, action);
  if (state === before) return;
  if (state.document !== before.document) {
    read();
    // A plan that came from the address is kept there already.
    if (action.kind !== "follow") keepAddress(state.document, isAnother(action));
  }
  draw();
}

function problemOf(reading: DocumentReading | null): Notice | null {
  return reading?.problem === undefined ? null : { kind: "problem", text: reading.problem };
}

/** Whether someone may want to go back to the plan before. */
function isAnother({ kind }: Action): boolean {
  return kind === "replace" || kind === "mend";
}

/** Reads the document as a plan: a right one is solved, a wrong one keeps the answer it had. */
function read(): void {
  const { document: written } = state;
  const result = safeParsePlan(written);
  issues = result.success ? [] : saidIssues(written, result.error.issues);
  if (written["currency"] !== currency) {
    style = styleOf(undefined, (currency = written["currency"]));
    format = makeFormat(style);
  }
  if (!result.success) return;
  ask(result.data, ({ answer, problem }) => {
    if (problem === undefined) dispatch({ kind: "answered", of: written, answer });
    else dispatch({ kind: "say", notice: { kind: "problem", text: `This should not happen: ${problem}` } });
  });
}

function draw(): void {
  const focusNext = (id: string) => {
    focusId = id;
    queueMicrotask(moveFocus);
  };
  const { answer } = state;
  const known = answer === null ? format : planFormat(answer.plan, format);
  render(<App page={{ state, issues, style, format: known, today, dispatch, focusNext }} />, root);
}

function moveFocus(): void {
  const element = focusId === null ? null : document.getElementById(focusId);
  focusId = null;
  element?.focus();
}

/** The reader's own day. */
function localDay(now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
