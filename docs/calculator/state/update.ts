import type { Path, Solution } from "reverse-funnel";
import { withoutIdlePart } from "./idle-parts.js";
import { withItem, withMoved, withoutItem } from "./list-edits.js";
import { withValue, type PlanDocument } from "./plan-document.js";
import { firstState, placeOf, type Notice, type State } from "./state.js";

/** Everything that can happen to the page. */
export type Action =
  | { readonly kind: "write"; readonly path: Path; readonly to: unknown; readonly draft?: string }
  | { readonly kind: "leave"; readonly path: Path }
  | { readonly kind: "add"; readonly path: Path; readonly item: unknown }
  | { readonly kind: "remove"; readonly path: Path; readonly at: number; readonly mustStay?: boolean }
  | { readonly kind: "move"; readonly path: Path; readonly at: number; readonly by: -1 | 1 }
  | { readonly kind: "replace"; readonly document: PlanDocument; readonly notice?: Notice }
  | { readonly kind: "follow"; readonly document: PlanDocument }
  | { readonly kind: "mend"; readonly document: PlanDocument; readonly notice: Notice }
  | { readonly kind: "answered"; readonly of: PlanDocument; readonly answer: Solution }
  | { readonly kind: "explain"; readonly path: Path | null }
  | { readonly kind: "say"; readonly notice: Notice | null };

/** The page after something has happened to it. */
export function update(state: State, action: Action): State {
  switch (action.kind) {
    case "write":
      return written(state, action);
    case "leave":
      return left(state, action.path);
    case "add":
      return edited(state, withItem(state.document, action.path, action.item));
    case "remove":
      return edited(state, withoutItem(state.document, action.path, action.at, action.mustStay));
    case "move":
      return edited(state, withMoved(state.document, action.path, action.at, action.by));
    case "replace":
      return firstState(action.document, action.notice, state.earlierPlans + 1);
    case "follow":
      return firstState(action.document, null, state.earlierPlans + 1);
    case "mend":
      return { ...edited(state, action.document), notice: action.notice };
    case "answered":
      return action.of === state.document ? { ...state, answer: action.answer, fresh: true } : state;
    case "explain":
      return { ...state, explained: action.path };
    case "say":
      return { ...state, notice: action.notice };
  }
}

function left(state: State, path: Path): State {
  const after = edited(state, withoutIdlePart(state.document, path));
  const isDrafted = after.draft !== null && placeOf(after.draft.path) === placeOf(path);
  return {
    ...after,
    draft: isDrafted ? null : after.draft,
    touched: new Set([...state.touched, placeOf(path)]),
  };
}

function written(state: State, action: Extract<Action, { readonly kind: "write" }>): State {
  const draft = action.draft === undefined ? null : { path: action.path, text: action.draft };
  return { ...edited(state, withValue(state.document, action.path, action.to)), draft };
}

/** Positions in lists may mean something else now, so what is about a place is forgotten. */
function edited(state: State, document: PlanDocument): State {
  return document === state.document
    ? state
    : { ...state, document, fresh: false, draft: null, notice: null };
}
