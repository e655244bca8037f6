import { safeParsePlan } from "reverse-funnel";
import { render } from "preact";
import { followAddress, keepAddress } from "./address/follow-address.js";
import { startSolver } from "./answer/solver.js";
import { saidIssues, type Said } from "./form/issue-words.js";
import { styleOf } from "./reading/locale-style.js";
import { startPlan } from "./state/start-plan.js";
import { firstState, type State } from "./state/state.js";
import { update, type Action } from "./state/update.js";
import { App } from "./view/app.js";
import { chosenTheme, showTheme } from "./view/theme-button.js";

const today = localDay(new Date());
const root = document.getElementById("page") ?? document.body;
const ask = startSolver(new Worker(new URL("./worker.js", import.meta.url), { type: "module" }), (text) => {
  dispatch({ kind: "say", notice: { kind: "problem", text: `This should not happen: ${text}` } });
});

let state: State = firstState(startPlan(today));
let issues: readonly Said[] = [];
let currency: unknown;
let style = styleOf(undefined);
let focusId: string | null = null;

showTheme(chosenTheme());
read();
draw();
followAddress(state.document, (reading) => {
  if (reading.problem === undefined) dispatch({ kind: "replace", document: reading.document });
  else dispatch({ kind: "say", notice: { kind: "problem", text: reading.problem } });
});

function dispatch(action: Action): void {
  const before = state;
  state = update(state, action);
  if (state === before) return;
  if (state.document !== before.document) {
    read();
    keepAddress(state.document, action.kind === "replace" || action.kind === "mend");
  }
  draw();
}

/** Reads the document as a plan: a right one is solved, a wrong one keeps the answer it had. */
function read(): void {
  const { document: written } = state;
  const reading = safeParsePlan(written);
  issues = reading.ok ? [] : saidIssues(written, reading.issues);
  if (written["currency"] !== currency) style = styleOf(undefined, (currency = written["currency"]));
  if (!reading.ok) return;
  ask(reading.plan, (answer) => {
    dispatch({ kind: "answered", of: written, answer });
  });
}

function draw(): void {
  const focusNext = (id: string) => {
    focusId = id;
    queueMicrotask(moveFocus);
  };
  render(<App page={{ state, issues, style, today, dispatch, focusNext }} />, root);
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
