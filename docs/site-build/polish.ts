import { FROM_SITE_ROOT } from "./links.js";
import { withLivePicture } from "./live/live.js";
import { withPhonePictures } from "./phone-pictures.js";

/** Stands right below a box of tabs. */
const MAKE_TABS = "codeTabs(document.currentScript.previousElementSibling)";

/** What TypeDoc's pages need to serve every reader, and links from the site's root made relative to the page at `url`. */
export function polish(html: string, url: string): string {
  const up = "../".repeat(url.split("/").length - 1);
  return withPhonePictures(landmarks(url === "index.html" ? withLivePicture(html) : html))
    .replaceAll('<p class="try">', `<script>${MAKE_TABS}</script><p class="try">`)
    .replaceAll(FROM_SITE_ROOT, up)
    .replace("<body>", url === "index.html" ? '<body class="first-page">' : "<body>")
    .replace(
      /<a href="[^"]*modules\.html"[^>]*>reverse-funnel<\/a>(?=\s*<ul)/,
      `<a href="${up}index.html">First page</a>`,
    )
    .replace(/<ul class="tsd-breadcrumb"[^>]*>\s*<li>(?:(?!<\/li>)[\s\S])*<\/li>\s*<\/ul>/, "")
    .replace(/<section class="tsd-panel tsd-hierarchy"[\s\S]*?<\/section>/, "")
    .replace(/<table[\s\S]*?<\/table>/g, (table) => `<div class="scrolls" tabindex="0">${table}</div>`)
    .replaceAll("<pre><code", '<pre><code tabindex="0"')
    .replace(/<div class="tsd-signature/g, '<div tabindex="0" class="tsd-signature')
    .replace(/<summary[\s\S]*?<\/summary>/g, withoutLinks)
    .replace(/<h4/g, html.includes("<h2") ? "<h4" : '<h4 aria-level="2"')
    .replace(/<h5( class="tsd-index-heading[^>]*>[^<]*<\/)h5>/g, "<h2$1h2>");
}

/** The content is the page's main part; each navigation says which one it is, and has a heading right below the page's own. */
function landmarks(html: string): string {
  return html
    .replace('<div class="col-content">', '<main class="col-content">')
    .replace(/<\/div>(\s*<div class="col-sidebar">)/, "</main>$1")
    .replace('<div class="page-menu">', '<div class="page-menu" role="complementary" aria-label="This page">')
    .replace('<nav id="tsd-sidebar-links"', '<nav id="tsd-sidebar-links" aria-label="Site"')
    .replace('<nav class="tsd-navigation">', '<nav class="tsd-navigation" aria-label="Pages">')
    .replace(/<h3>(?=(?:Settings|On This Page)<)/g, '<h3 aria-level="2">');
}

/** What opens and closes on a click holds no link of its own. */
function withoutLinks(summary: string): string {
  return summary.replace(/<a [^>]*class="tsd-anchor-icon"[\s\S]*?<\/a>/g, "");
}
