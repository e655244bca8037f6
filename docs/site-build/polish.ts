import { FROM_SITE_ROOT } from "./links.js";

/** What TypeDoc's pages need to serve every reader, and links from the site's root made relative to the page at `url`. */
export function polish(html: string, url: string): string {
  const up = "../".repeat(url.split("/").length - 1);
  return html
    .replaceAll(FROM_SITE_ROOT, up)
    .replace(/<table[\s\S]*?<\/table>/g, (table) => `<div class="scrolls" tabindex="0">${table}</div>`)
    .replaceAll("<pre>", '<pre tabindex="0">');
}
