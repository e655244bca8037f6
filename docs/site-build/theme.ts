import { DefaultTheme, JSX, type NavigationElement, type ProjectReflection } from "typedoc";

import { tabsScript } from "./live/live.js";

/** TypeDoc's theme with a navigation whose groups open and close, and whose pages are links: never both in one. */
export class SiteTheme extends DefaultTheme {
  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    return super.buildNavigation(project).map(asGroup);
  }
}

/** A link inside what opens and closes cannot be reached by everyone; so its page becomes the first one below it. */
function asGroup(element: NavigationElement): NavigationElement {
  const { path, children, ...rest } = element;
  if (children === undefined) return element;
  const below = children.map(asGroup);
  if (path === undefined)
    return { ...rest, text: rest.text === "Modules" ? "API" : rest.text, children: below };
  return { text: rest.text, children: [{ ...rest, text: "Overview", path }, ...below] };
}

/** Groups of guides are open until the reader closes them; examples and the API are many, and closed. */
export function openGroups(groups: readonly string[]): JSX.Element {
  const keys = JSON.stringify(groups.map((group) => `tsd-accordion-${group}`));
  const script = `try{for(const k of ${keys})localStorage.getItem(k)??localStorage.setItem(k,"true")}catch{}`;
  return scriptOf(script.replaceAll("<", "\\u003c"));
}

/** What makes tabs of the boxes of code on a page. */
export function codeTabsScript(): JSX.Element {
  return scriptOf(tabsScript());
}

function scriptOf(html: string): JSX.Element {
  return JSX.createElement("script", null, JSX.createElement(JSX.Raw, { html }));
}
