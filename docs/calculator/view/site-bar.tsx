import { ThemeButton } from "./theme-button.js";

/** The bar of the whole site, above this page too. */
export function SiteBar() {
  return (
    <nav class="site-bar" aria-label="Site">
      <a class="brand" href="../index.html">
        reverse-funnel
      </a>
      <a class="here" href="index.html" aria-current="true">
        Calculator
      </a>
      <a href="../guide/index.html">Guides</a>
      <a class="roomy-only" href="../examples/index.html">
        Examples
      </a>
      <a class="wide-only" href="../api/modules/reverse-funnel.html">
        API
      </a>
      <ThemeButton />
    </nav>
  );
}
