import { join } from "node:path";

import type { TypeDocOptions } from "typedoc";

import { CATEGORY_ORDER } from "./categories.js";
import { BY_NAME } from "./inline-parts.js";
import { FROM_SITE_ROOT } from "./links.js";
import { DOORS } from "./names.js";
import { ROOT } from "./repository.js";
import type { Staged } from "./stage.js";

const here = (path: string): string => join(ROOT, "docs/site-build", path);

/** The address of the repository, which only the workflow that publishes the site knows. */
const REPOSITORY = process.env["SITE_REPOSITORY"];

/** How TypeDoc makes the site: what it reads, what it refuses, what a page looks like. */
export function optionsFor(staged: Staged): TypeDocOptions {
  return { ...reading(staged), ...sourceLinks(), ...refusing, ...looks, ...order(staged), ...search(staged) };
}

function reading({ first, documents }: Staged): TypeDocOptions {
  return {
    name: "reverse-funnel",
    readme: first,
    projectDocuments: [...documents],
    tsconfig: here("tsconfig.json"),
    entryPoints: Object.keys(DOORS).map((door) => join(ROOT, door)),
    excludeExternals: true,
    // `npm run typecheck` does that.
    skipErrorChecking: true,
  };
}

/** Where each name is defined, as a link to the repository; nothing where nobody says which repository this is. */
function sourceLinks(): TypeDocOptions {
  if (REPOSITORY === undefined) return { disableSources: true, disableGit: true };
  const revision = process.env["SITE_REVISION"] ?? "HEAD";
  return {
    disableGit: true,
    gitRevision: revision,
    sourceLinkTemplate: `${REPOSITORY}/blob/{gitRevision}/src/{path}#L{line}`,
  };
}

const refusing: TypeDocOptions = {
  validation: {
    notExported: true,
    invalidLink: true,
    invalidPath: true,
    rewrittenLink: true,
    notDocumented: true,
  },
  intentionallyNotExported: [...BY_NAME],
  // What tells the kinds apart is said once, where all of them are one.
  intentionallyNotDocumented: ["Fix", "Assumption", "Alignment.conflicts.__type.fixes"].map(
    (name) => `reverse-funnel.${name}.__type.code`,
  ),
};

const looks: TypeDocOptions = {
  router: "site",
  theme: "site",
  customCss: here("site.css"),
  favicon: here("favicon.svg"),
  lightHighlightTheme: "github-light-high-contrast",
  darkHighlightTheme: "github-dark-high-contrast",
  highlightLanguages: [
    "bash",
    "css",
    "csv",
    "html",
    "javascript",
    "json",
    "markdown",
    "tsx",
    "python",
    "typescript",
    "xml",
    "yaml",
  ],
  customFooterHtml: "<p>reverse-funnel, MIT licence. These pages load nothing from anywhere else.</p>",
  customFooterHtmlDisableWrapper: true,
  hideGenerator: true,
  includeHierarchySummary: false,
  useFirstParagraphOfCommentAsSummary: true,
  visibilityFilters: {},
};

function order({ groups }: Staged): TypeDocOptions {
  return {
    groupOrder: [...groups, "*"],
    categorizeByGroup: false,
    categoryOrder: [...CATEGORY_ORDER],
    // Within a kind, names stay as the doors list them and members as they are written.
    sort: ["kind"],
    kindSortOrder: ["Document", "Module", "Function", "Class", "Variable", "Interface", "TypeAlias"],
    navigation: { includeGroups: true, includeCategories: true, excludeReferences: true },
    navigationLinks: {
      Calculator: `${FROM_SITE_ROOT}calculator/index.html`,
      Guides: `${FROM_SITE_ROOT}guide/index.html`,
      Examples: `${FROM_SITE_ROOT}examples/index.html`,
      API: `${FROM_SITE_ROOT}api/modules/reverse-funnel.html`,
      ...(REPOSITORY !== undefined && { Repository: REPOSITORY }),
    },
  };
}

/** Who searches for a word wants what explains it first, then the verbs, and members last. */
function search({ groups }: Staged): TypeDocOptions {
  const guides = Object.fromEntries(groups.map((group) => [group, 40]));
  return {
    searchInDocuments: true,
    searchInComments: true,
    searchGroupBoosts: { ...guides, Examples: 20, Functions: 10, Properties: 0.3 },
  };
}
