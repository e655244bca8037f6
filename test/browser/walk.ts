import type { Locator, Page } from "playwright-core";

/** Somebody on the way through pages, whose every act counts as a step. */
export interface Walk {
  readonly page: Page;
  /** What was done so far, each in a few words. */
  readonly steps: readonly string[];
  /** Presses a link or a button. */
  readonly press: (what: Locator, words: string) => Promise<void>;
  /** Writes into a field. */
  readonly write: (field: Locator, text: string, words: string) => Promise<void>;
  /** Chooses from a list. */
  readonly choose: (list: Locator, label: string, words: string) => Promise<void>;
  /** Hands over files. */
  readonly give: (field: Locator, files: readonly GivenFile[], words: string) => Promise<void>;
}

/** A file as a browser is given it. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** More stops than this between two places nobody would count. */
const MOST_STOPS = 400;

/** A walk with the keys alone: whatever is used has to be reached by Tab first. */
export function walkByKeys(page: Page): Walk {
  const { steps, step } = counted();
  const reach = async (what: Locator): Promise<void> => {
    await what.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`walkByKeys requires a place that Tab leads to; ${String(what)} is none`);
  };
  return {
    page,
    steps,
    press: (what, words) =>
      step(words, async () => {
        await reach(what);
        // What is ticked is ticked with the space bar.
        const isTicked = await what.evaluate((element) => element instanceof HTMLInputElement);
        await page.keyboard.press(isTicked ? "Space" : "Enter");
      }),
    write: (field, text, words) =>
      step(words, async () => {
        await reach(field);
        await page.keyboard.press("Control+A");
        await page.keyboard.type(text);
      }),
    choose: (list, label, words) =>
      step(words, async () => {
        await reach(list);
        await page.keyboard.type(label);
        await page.keyboard.press("Enter");
      }),
    give: (field, files, words) =>
      step(words, async () => {
        // Listened for before the way there: a chooser that opens while the listening begins would not be heard of.
        const opened = page.waitForEvent("filechooser");
        await reach(field);
        await page.keyboard.press("Enter");
        await (await opened).setFiles([...files]);
      }),
  };
}

/** A walk with a mouse. */
export function walkByMouse(page: Page): Walk {
  const { steps, step } = counted();
  return {
    page,
    steps,
    press: (what, words) => step(words, () => what.click()),
    write: (field, text, words) => step(words, () => field.fill(text)),
    choose: (list, label, words) =>
      step(words, async () => {
        await list.selectOption({ label });
      }),
    give: (field, files, words) => step(words, () => field.setInputFiles([...files])),
  };
}

function counted(): {
  readonly steps: readonly string[];
  readonly step: (words: string, act: () => Promise<void>) => Promise<void>;
} {
  const steps: string[] = [];
  return {
    steps,
    step: async (words, act) => {
      steps.push(words);
      await act();
    },
  };
}
