import { join } from "node:path";

import { Application, type PageEvent, Renderer, type TypeDocOptions } from "typedoc";

import { SEASON_MONTHS } from "../../src/plan/calendar.js";
import { CATEGORY_ORDER, categorise } from "./categories.js";
import { FROM_SITE_ROOT } from "./links.js";
import { DOORS } from "./names.js";
import { showPlainTypes } from "./plain-types.js";
import { polish } from "./polish.js";
import { ROOT } from "./repository.js";
import { SiteRouter } from "./router.js";
import { openGroups, SiteTheme } from "./theme.js";
import type { Staged } from "./stage.js";

const here = (path: string): string => join(ROOT, "docs/site-build", path);

/** The address of the repository, which only the workflow that publishes the site knows. */
const REPOSITORY = process.env["SITE_REPOSITORY"];

function optionsFor({ first, documents, groups }: Staged, out: string): TypeDocOptions {
  return {
    name: "reverse-funnel",
    out,
    readme: first,
    projectDocuments: [...documents],
    tsconfig: here("tsconfig.json"),
    // `npm run typecheck` does that.
    skipErrorChecking: true,
    entryPoints: Object.keys(DOORS).map((door) => join(ROOT, door)),
    router: "site",
    theme: "site",
    // Within a kind, names stay as the doors list them and members as they are written.
    sort: ["kind"],
    kindSortOrder: ["Document", "Module", "Function", "Class", "Variable", "Interface", "TypeAlias"],
    categorizeByGroup: false,
    categoryOrder: [...CATEGORY_ORDER],
    customCss: here("site.css"),
    favicon: here("favicon.svg"),
    hideGenerator: true,
    includeHierarchySummary: false,
    excludeExternals: true,
    ...sourceLinks(),
    navigation: { includeGroups: true, includeCategories: true, excludeReferences: true },
    navigationLinks: {
      Calculator: `${FROM_SITE_ROOT}calculator/index.html`,
      Guides: `${FROM_SITE_ROOT}guide/index.html`,
      Examples: `${FROM_SITE_ROOT}examples/index.html`,
      API: `${FROM_SITE_ROOT}api/modules/reverse-funnel.html`,
      ...(REPOSITORY !== undefined && { Repository: REPOSITORY }),
    },
    customFooterHtml: "<p>reverse-funnel, MIT licence. These pages load nothing from anywhere else.</p>",
    customFooterHtmlDisableWrapper: true,
    groupOrder: [...groups, "*"],
    visibilityFilters: {},
    useFirstParagraphOfCommentAsSummary: true,
    // Who searches for a word wants what explains it first, then the verbs, and members last.
    searchGroupBoosts: {
      ...Object.fromEntries(groups.map((group) => [group, 40])),
      Examples: 20,
      Functions: 10,
      Properties: 0.3,
    },
    searchInDocuments: true,
    searchInComments: true,
    lightHighlightTheme: "github-light-high-contrast",
    highlightLanguages: [
      "bash",
      "css",
      "html",
      "javascript",
      "json",
      "markdown",
      "tsx",
      "typescript",
      "xml",
      "yaml",
    ],
    darkHighlightTheme: "github-dark-high-contrast",
    validation: {
      notExported: true,
      invalidLink: true,
      invalidPath: true,
      rewrittenLink: true,
      notDocumented: true,
    },
    // What turns a schema into a type, and what makes a misspelt name a compile error: a reader sees the result.
    intentionallyNotExported: ["Owned", "Unread"],
    // The twelve months are said once, where they are one.
    intentionallyNotDocumented: SEASON_MONTHS.map(
      (month) => `reverse-funnel.PlanInput.calendar.__type.season.__type.${month}`,
    ),
    treatWarningsAsErrors: true,
  };
}

/** Where each name is defined, as a link to the repository; nothing where nobody says which repository this is. */
function sourceLinks(): TypeDocOptions {
  if (REPOSITORY === undefined) return { disableSources: true, disableGit: true };
  const revision = process.env["SITE_REVISION"] ?? "HEAD";
  return {
    disableGit: true,
    gitRevision: revision,
    sourceLinkTemplate: `${REPOSITORY}/blob/{gitRevision}/{path}#L{line}`,
  };
}

/** Builds the pages with TypeDoc, which prints its warnings. Were there any? */
export async function buildPages(staged: Staged, out: string): Promise<boolean> {
  const app = await Application.bootstrap(optionsFor(staged, out));
  app.renderer.defineRouter("site", SiteRouter);
  app.renderer.defineTheme("site", SiteTheme);
  app.renderer.hooks.on("head.begin", () =>
    openGroups(staged.groups.filter((group) => group !== "Examples")),
  );
  app.renderer.on(Renderer.EVENT_END_PAGE, (page: PageEvent) => {
    if (page.contents !== undefined) page.contents = polish(page.contents, page.url);
  });
  categorise(app);
  showPlainTypes(app);
  const project = await app.convert();
  if (project === undefined) throw new Error("the docs site requires sources that compile");
  app.validate(project);
  await app.generateDocs(project, out);
  return app.logger.hasErrors() || app.logger.hasWarnings();
}
