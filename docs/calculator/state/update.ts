import type { Path, Solution } from "reverse-funnel";
import type { LearnedFile } from "../files/learned.js";
import { edit, leave, type FieldAction } from "./edited-document.js";
import { NOTHING_YET, type Happened } from "./happened.js";
import { withoutIdlePart } from "./idle-parts.js";
import { withItem, withMoved, withoutItem } from "./list-edits.js";
import type { PlanDocument } from "./plan-document.js";
import { firstState, type Notice, type State } from "./state.js";
import { supposedPlan, withoutSupposed, withSupposed, type Supposed } from "./supposed.js";
import type { ViewName } from "./view-name.js";

/** Everything that can happen to the page. */
export type Action =
  | FieldAction
  | { readonly kind: "add"; readonly path: Path; readonly item: unknown }
  | { readonly kind: "remove"; readonly path: Path; readonly at: number; readonly mustStay?: boolean }
  | { readonly kind: "move"; readonly path: Path; readonly at: number; readonly by: -1 | 1 }
  | { readonly kind: "replace"; readonly document: PlanDocument; readonly notice?: Notice }
  | { readonly kind: "follow"; readonly document?: PlanDocument | undefined; readonly view: ViewName }
  | { readonly kind: "mend"; readonly document: PlanDocument; readonly notice: Notice }
  | { readonly kind: "answered"; readonly of: PlanDocument; readonly answer: Solution }
  | { readonly kind: "explain"; readonly path: Path | null }
  | { readonly kind: "say"; readonly notice: Notice | null }
  | { readonly kind: "show"; readonly view: ViewName }
  | { readonly kind: "count"; readonly action: FieldAction }
  | { readonly kind: "happen"; readonly happened: Happened; readonly notice?: Notice }
  | { readonly kind: "go on"; readonly document: PlanDocument; readonly notice: Notice }
  | { readonly kind: "learned"; readonly learned: LearnedFile | null }
  | { readonly kind: "remember"; readonly remembers: boolean }
  | { readonly kind: "suppose"; readonly one: Supposed }
  | { readonly kind: "let be"; readonly path: Path }
  | { readonly kind: "adopt"; readonly notice: Notice };

/** The page after something has happened to it. */
export function update(state: State, action: Action): State {
  switch (action.kind) {
    case "write":
      return written(state, action);
    case "leave":
      return left(state, action.path);
    case "add":
      return rearranged(state, withItem(state.document, action.path, action.item));
    case "remove":
      return rearranged(state, withoutItem(state.document, action.path, action.at, action.mustStay));
    case "move":
      return rearranged(state, withMoved(state.document, action.path, action.at, action.by));
    case "replace":
      return another(state, action.document, { notice: action.notice ?? null });
    case "follow":
      return followed(state, action);
    case "mend":
      return { ...rearranged(state, action.document), notice: action.notice };
    case "answered":
      return action.of === state.document ? { ...state, answer: action.answer, fresh: true } : state;
    case "explain":
      return { ...state, explained: action.path };
    case "say":
      return { ...state, notice: action.notice };
    case "show":
      return state.view === action.view ? state : { ...state, view: action.view, notice: null, draft: null };
    case "count":
      return { ...state, happened: { ...state.happened, ...edit(state.happened, action.action) } };
    case "happen":
      return { ...state, happened: action.happened, notice: action.notice ?? state.notice };
    case "go on":
      return { ...rearranged(state, action.document), happened: NOTHING_YET, notice: action.notice };
    case "learned":
      return { ...state, learned: action.learned };
    case "remember":
      return { ...state, remembers: action.remembers };
    case "suppose":
      return { ...state, supposed: withSupposed(state.supposed, action.one) };
    case "let be":
      return { ...state, supposed: withoutSupposed(state.supposed, action.path) };
    case "adopt":
      return adopted(state, action.notice);
  }
}

function another(state: State, document: PlanDocument, more: Partial<State>): State {
  const { view, remembers, earlierPlans } = state;
  return firstState(document, { view, remembers, earlierPlans: earlierPlans + 1, ...more });
}

/** Going back or forth keeps what has happened: a plan of a minute ago is still about the same weeks. */
function followed(state: State, { document, view }: Extract<Action, { readonly kind: "follow" }>): State {
  if (document === undefined) return { ...state, view };
  return another(state, document, { view, happened: state.happened });
}

function adopted(state: State, notice: Notice): State {
  return { ...rearranged(state, supposedPlan(state.document, state.supposed)), notice };
}

function written(state: State, action: FieldAction): State {
  const { document, draft } = edit(state, action);
  return { ...edited(state, document), draft };
}

function left(state: State, path: Path): State {
  const after = edited(state, withoutIdlePart(state.document, path));
  return { ...after, ...leave({ ...after, touched: state.touched }, path) };
}

/** A place may mean another number now, so what was supposed of places is forgotten. */
function rearranged(state: State, document: PlanDocument): State {
  return document === state.document ? state : { ...edited(state, document), supposed: [] };
}

/** The answer is that of the plan before, and what was said was said of it. */
function edited(state: State, document: PlanDocument): State {
  return document === state.document
    ? state
    : { ...state, document, fresh: false, draft: null, notice: null };
}
