/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

// Runs in the head of each page. Without it, a box of tabs shows all of them, one below the other, each with its name.

const KEY = "code-tab";

interface Tabs {
  readonly show: (name: string) => void;
}

const boxes: Tabs[] = [];

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A page that may remember nothing still shows what is chosen.
  }
}

/** Makes one box into tabs, before it is painted; a choice counts for all boxes, and for the pages after this one. */
function codeTabs(box: Element | null): void {
  if (box === null) return;
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "The same plan as");
  const panels = Array.from(box.children);
  const tabs = panels.map((panel, index) => {
    const id = `tab-${boxes.length}-${index}`;
    const tab = document.createElement("button");
    const name = panel.querySelector(".tab-name");
    tab.type = "button";
    tab.id = id;
    tab.textContent = name?.textContent ?? "";
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", `${id}-panel`);
    panel.id = `${id}-panel`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", id);
    return tab;
  });
  const show = (wanted: string): void => {
    const chosen = tabs.find(({ textContent }) => textContent === wanted) ?? tabs[0];
    tabs.forEach((tab, index) => {
      const isChosen = tab === chosen;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panels[index]?.toggleAttribute("hidden", !isChosen);
    });
  };
  const choose = (tab: HTMLButtonElement | undefined): void => {
    if (tab === undefined) return;
    const before = tab.getBoundingClientRect().top;
    const name = tab.textContent;
    for (const each of boxes) each.show(name);
    remember(name);
    // Boxes above grow or shrink; what was pressed stays where it is.
    scrollBy(0, tab.getBoundingClientRect().top - before);
    tab.focus({ preventScroll: true });
  };
  list.addEventListener("click", ({ target }) => {
    choose(tabs.find((tab) => tab === target));
  });
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs[(to + tabs.length) % tabs.length]);
  });
  list.append(...tabs);
  box.prepend(list);
  box.classList.add("ready");
  boxes.push({ show });
  show(remembered() ?? "");
}

Object.assign(globalThis, { codeTabs });
