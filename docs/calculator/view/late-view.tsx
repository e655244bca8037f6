import type { ComponentType } from "preact";
import type { ViewName } from "../state/view-name.js";
import type { Page } from "./page.js";
import { useLate } from "./use-late.js";
import { withLateStyle } from "./with-late-style.js";

type View = ComponentType<{ readonly page: Page }>;

/** The parts of the page that are fetched when they are opened. */
const VIEWS: Readonly<Record<Exclude<ViewName, "plan">, () => Promise<View>>> = {
  week: async () => (await withLateStyle(import("./week-view.js"))).WeekView,
  "what-if": async () => (await withLateStyle(import("./what-if-view.js"))).WhatIfView,
  take: async () => (await withLateStyle(import("./take-view.js"))).TakeView,
};

interface Parts {
  readonly page: Page;
  readonly view: Exclude<ViewName, "plan">;
}

/** A part of the page, once it is there. */
export function LateView({ page, view }: Parts) {
  const View = useLate(VIEWS[view], view);
  if (View === undefined) return <p class="waiting">One moment …</p>;
  return View === null ? (
    <p class="problem">This part could not be loaded. Look at another one and come back.</p>
  ) : (
    <View page={page} />
  );
}
