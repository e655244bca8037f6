/** The style of pictures, once for the whole page. */
let sheet: CSSStyleSheet | undefined;

const STYLE = /<style>([^<]*)<\/style>/;

/**
 * Puts a picture that the report room wrote into the page. The page allows no styles but its own file, so the picture's
 * rules are handed over as a sheet; what is drawn is read as XML, where a name can never become an element.
 */
export function putSvg(place: Element, svg: string): void {
  const rules = STYLE.exec(svg)?.[1];
  if (rules !== undefined && sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.replaceAll("&gt;", ">"));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const { documentElement } = new DOMParser().parseFromString(svg.replace(STYLE, ""), "image/svg+xml");
  place.replaceChildren(document.importNode(documentElement, true));
}
