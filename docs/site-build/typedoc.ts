import { Application, type PageEvent, Renderer } from "typedoc";

import { categorise } from "./categories.js";
import { inlineParts } from "./inline-parts.js";
import { optionsFor } from "./options.js";
import { showPlainTypes } from "./plain-types.js";
import { polish } from "./polish.js";
import { SiteRouter } from "./router.js";
import { codeTabsScript, openGroups, SiteTheme } from "./theme.js";
import type { Staged } from "./stage.js";

/** Builds the pages with TypeDoc, which prints its warnings. Were there any? Each is a fault. */
export async function buildPages(staged: Staged, out: string): Promise<boolean> {
  const app = await Application.bootstrap(optionsFor(staged));
  app.renderer.defineRouter("site", SiteRouter);
  app.renderer.defineTheme("site", SiteTheme);
  app.renderer.hooks.on("head.begin", () =>
    openGroups(staged.groups.filter((group) => group !== "Examples")),
  );
  const tabs = codeTabsScript();
  app.renderer.hooks.on("head.end", () => tabs);
  app.renderer.on(Renderer.EVENT_END_PAGE, (page: PageEvent) => {
    if (page.contents !== undefined) page.contents = polish(page.contents, page.url);
  });
  categorise(app);
  inlineParts(app);
  showPlainTypes(app);
  const project = await app.convert();
  if (project === undefined) throw new Error("the docs site requires sources that compile");
  app.validate(project);
  await app.generateDocs(project, out);
  return app.logger.hasErrors() || app.logger.hasWarnings();
}
