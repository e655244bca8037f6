import { makeFormat, planFormat, safeParsePlan, type Plan, type Solution } from "reverse-funnel";
import { render } from "preact";
import { fromFragment } from "./address/address.js";
import { followAddress, keepAddress, keepView } from "./address/follow-address.js";
import { startAsking } from "./answer/asking.js";
import type { Opened } from "./files/open-file.js";
import type { DocumentReading } from "./files/read-document.js";
import { remember, remembered } from "./files/remembered.js";
import { saidIssues, type Said } from "./form/issue-words.js";
import { styleOf } from "./reading/locale-style.js";
import { isKnown } from "./state/happened.js";
import { openedState } from "./state/opened-state.js";
import { isSameCount } from "./state/same-count.js";
import type { State, Notice } from "./state/state.js";
import { update, type Action } from "./state/update.js";
import { viewIn } from "./state/view-name.js";
import { App } from "./view/app.js";
import { chosenTheme, showTheme } from "./view/theme-button.js";

const today = localDay(new Date());
const root = document.getElementById("page") ?? document.body;
const store = () => localStorage;
const ask = startAsking<Plan, Solution>(
  () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" }),
);

const given = await fromFragment(location.hash);

let state: State = openedState(given, remembered(store), viewIn(location.search), today);
let plan: Plan | null = null;
let issues: readonly Said[] = [];
let currency: unknown;
let style = styleOf(undefined);
let format = makeFormat(style);
let focusId: string | null = null;
let keeping: ReturnType<typeof setTimeout> | undefined;

showTheme(chosenTheme());
read();
draw();
if (given === null) keepAddress(state.document, false);
followAddress((view, reading) => {
  if (reading?.problem !== undefined) dispatch({ kind: "say", notice: problemOf(reading) });
  else dispatch({ kind: "follow", document: reading?.document, view });
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
  if (state.view !== before.view && action.kind !== "follow") keepView(state.view);
  if (state.happened === before.happened || action.kind === "count") recount(before);
  keep(before);
  draw();
}

/** Counts from an export follow the day and the plan that they are counted for. */
function recount({ happened, document: planned }: State): void {
  const { asOf } = state.happened.document;
  const isOtherDay = asOf !== happened.document["asOf"];
  if (state.happened.from === null || typeof asOf !== "string") return;
  if (isOtherDay || planned !== state.document) count(asOf, isOtherDay);
}

/** Counts the export that was read last up to a day, where there is one; an answer that comes too late is dropped. */
function count(asOf: string, isOtherDay: boolean): void {
  if (plan === null) return;
  const [asked, known] = [state, plan];
  void reader().then(async ({ countAgain }) => {
    const opened = await countAgain(known, asOf, today);
    if (!isSameCount(asked, state)) return;
    if (opened?.kind === "happened") dispatch({ kind: "happen", happened: opened.happened });
    else if (opened?.kind === "problem")
      dispatch({ kind: "say", notice: { kind: "problem", text: opened.problem } });
    else if (isOtherDay) dispatch({ kind: "say", notice: CHOOSE_AGAIN });
  });
}

const CHOOSE_AGAIN: Notice = {
  kind: "problem",
  text: "The counts are those of the last visit: choose the export again to count up to another day.",
};

/** What this browser is to remember, a moment after the last change. */
function keep(before: State): void {
  const { document: planned, happened, remembers } = state;
  if (!remembers && !before.remembers) return;
  if (planned === before.document && happened === before.happened && remembers === before.remembers) return;
  clearTimeout(keeping);
  keeping = setTimeout(
    () => {
      const kept = { document: planned, happened: happened.document, from: happened.from };
      if (remember(store, remembers ? kept : null)) return;
      dispatch({ kind: "remember", remembers: false });
      dispatch({
        kind: "say",
        notice: { kind: "problem", text: "This browser does not let the page keep that." },
      });
    },
    remembers === before.remembers ? PAUSE : 0,
  );
}

const PAUSE = 400;

function problemOf(reading: DocumentReading | null): Notice | null {
  return reading?.problem === undefined ? null : { kind: "problem", text: reading.problem };
}

/** Whether someone may want to go back to the plan before. */
function isAnother({ kind }: Action): boolean {
  return ["replace", "mend", "go on", "adopt"].includes(kind);
}

/** Reads the document as a plan: a right one is solved, a wrong one keeps the answer it had. */
function read(): void {
  const { document: written } = state;
  const result = safeParsePlan(written);
  plan = result.success ? result.data : null;
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

/** Reads files and takes from them what they have. */
function open(files: readonly File[]): void {
  const names = files.map(({ name }) => name).join(", ");
  dispatch({ kind: "say", notice: { kind: "done", text: `Reading ${names} …` } });
  reader().then(
    ({ openFiles }) =>
      openFiles(files, () => ({ document: state.document, view: state.view, today }), takeOver),
    () => {
      takeOver({ kind: "problem", problem: `What reads ${names} could not be loaded. Open it again.` });
    },
  );
}

/** What reads files, fetched when the first one is opened. */
function reader() {
  return import("./files/open-file.js");
}

function takeOver(opened: Opened): void {
  switch (opened.kind) {
    case "plan":
      dispatch({
        kind: "replace",
        document: opened.document,
        notice: { kind: "done", text: opened.said },
      });
      count(today, false);
      return;
    case "happened":
      dispatch({ kind: "show", view: "week" });
      dispatch({ kind: "happen", happened: opened.happened, notice: { kind: "done", text: opened.said } });
      return;
    case "learned":
      dispatch({ kind: "say", notice: null });
      dispatch({ kind: "learned", learned: opened.learned });
      // What somebody typed is not written over by a file that was opened for its rates.
      if (opened.happened !== null && (state.happened.from !== null || !isKnown(state.happened)))
        dispatch({ kind: "happen", happened: opened.happened });
      return;
    case "said":
      dispatch({ kind: "say", notice: { kind: "done", text: opened.said } });
      return;
    case "problem":
      dispatch({ kind: "say", notice: { kind: "problem", text: opened.problem } });
  }
}

function focusNext(id: string): void {
  focusId = id;
  queueMicrotask(moveFocus);
}

function draw(): void {
  const { answer } = state;
  const known = answer === null ? format : planFormat(answer.plan, format);
  render(
    <App page={{ state, plan, issues, style, format: known, today, dispatch, open, focusNext }} />,
    root,
  );
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
