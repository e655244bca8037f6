/**
 * The look of a page: quiet, the first figure largest. Colours follow the screen's scheme and are light on paper; text has a
 * contrast of at least 4.5 to 1 in both. A table wider than the page scrolls by itself, on paper it is set smaller.
 */
export const STYLES = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --card: #f4f6f8; --line: #d3dae1; --ink: #1c232b; --quiet: #55606c;
  --accent: #0a5aa6; --good: #1a6b3c; --bad: #9c1c2e;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14181d; --card: #1f252c; --line: #3a434d; --ink: #eceff2; --quiet: #b0b9c3;
    --accent: #86c1ff; --good: #7fd6a0; --bad: #ffb0b0;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
main { max-width: 53rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { margin: 0 0 1.5rem; font-size: 1.75rem; line-height: 1.2; }
h2, h3 { margin: 2.75rem 0 0.75rem; font-size: 1.25rem; line-height: 1.3; }
.appendix { margin-top: 4rem; border-top: 0.25rem solid var(--line); }
.appendix > h2 { margin: 1rem 0 -1.25rem; font-size: 1rem; color: var(--quiet); }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 1.5rem; }
.pair figure svg { margin-left: -0.375rem; }
h1 + section h2 { margin-top: 0; font-size: 1.125rem; font-weight: 400; color: var(--quiet); }
p { margin: 0.5rem 0; max-width: 46rem; }
p.foot { margin-top: -0.25rem; color: var(--quiet); font-size: 0.8125rem; }
td[title] { cursor: help; }
p.good, p.bad { padding-left: 0.75rem; border-left: 0.25rem solid; font-weight: 600; }
p.good { color: var(--good); }
p.bad { color: var(--bad); }
ul { margin: 0.5rem 0; padding-left: 1.25rem; max-width: 46rem; }
li { margin: 0.25rem 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1.25rem 1.5rem; margin: 0 0 1rem; }
.figures > div { display: flex; flex-direction: column; padding-top: 0.625rem; border-top: 0.25rem solid var(--line); }
.figures dt { font-weight: 600; line-height: 1.3; }
.figures dd { display: contents; }
.figures b { order: -1; font-size: 2.25rem; line-height: 1.15; font-variant-numeric: tabular-nums; }
.figures dd > span { color: var(--quiet); font-size: 0.875rem; line-height: 1.35; }
h1 + section .figures > div { border-top-color: var(--accent); }
h1 + section .figures b { font-size: 4rem; line-height: 1.1; color: var(--accent); }
.board h1 + section .figures { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
.board h1 + section .figures b { display: flex; align-items: center; min-height: 3.5rem; font-size: 2.25rem; line-height: 1.15; }
.board h1 + section .figures > div:first-child b { font-size: 3.25rem; }
.board h1 + section .figures b.longer, .board h1 + section .figures > div:first-child b.longer { font-size: 1.625rem; }
.scroll {
  margin: 0.75rem 0; overflow-x: auto;
  background:
    linear-gradient(to right, var(--paper) 50%, transparent) 0 0 / 2rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 50%, transparent) 100% 0 / 2rem 100% no-repeat local,
    linear-gradient(to right, var(--line), transparent) 0 0 / 0.75rem 100% no-repeat,
    linear-gradient(to left, var(--line), transparent) 100% 0 / 0.75rem 100% no-repeat;
}
.scroll:focus-visible { outline: 0.1875rem solid var(--accent); outline-offset: 0.125rem; }
table { border-collapse: collapse; font-size: 0.9375rem; line-height: 1.35; overflow-wrap: break-word; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { padding: 0.375rem 0.875rem 0.375rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th, thead td { color: var(--quiet); font-size: 0.8125rem; font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 600; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
td, th { white-space: nowrap; }
td.long, th.long, thead th { white-space: normal; }
.long { min-width: 10rem; }
.date { white-space: nowrap; }
figure { margin: -0.25rem 0 0.75rem; }
figure svg { display: block; width: 100%; height: auto; }
.wide { width: 106%; margin-left: -3%; }
.narrow { display: none; }
@media screen and (max-width: 44rem) {
  main { padding: 1.25rem 1.25rem 3rem; }
  h1 { font-size: 1.5rem; }
  .board h1 + section .figures b { min-height: 3.25rem; font-size: 1.75rem; }
  .board h1 + section .figures > div:first-child b { font-size: 3.25rem; }
  .board h1 + section .figures b.longer, .board h1 + section .figures > div:first-child b.longer { font-size: 1.5rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); }
  tbody th { position: sticky; left: 0; background: var(--paper); }
  tbody th.long { min-width: 8rem; }
  .board > section tbody th, .pair tbody th { white-space: normal; }
  .pair { display: block; }
  .pair figure { width: 108.75%; max-width: 28rem; margin-left: -4.375%; }
  .wide { display: none; }
  .narrow { display: block; width: 108.75%; max-width: 28rem; margin-left: -4.375%; }
}
@page { margin: 15mm; }
@media print {
  :root { color-scheme: light; font-size: 12px; }
  main { max-width: none; padding: 0; }
  h1 { margin-bottom: 0.75rem; }
  h2, h3 { margin-top: 1.5rem; }
  p, ul { max-width: none; }
  .figures { margin-bottom: 0.5rem; }
  .board > section h2, .pair h2 { margin: 1rem 0 0.375rem; }
  .board > h1 { margin-bottom: 0.25rem; }
  .board h1 + section .figures b { min-height: 2.75rem; }
  .board > section td, .board > section th, .pair td, .pair th { padding-block: 0.125rem; font-size: 0.875rem; line-height: 1.25; }
  .pair figure { margin: 0; }
  .pair li { margin: 0.125rem 0; line-height: 1.35; }
  h1, h2, h3 { break-after: avoid; }
  .appendix { margin-top: 0; border-top: 0; break-before: page; }
  .figures > div, figure, tr, li, p, table.few { break-inside: avoid; }
  figure { overflow: hidden; }
  figure svg { max-height: 200mm; }
  .scroll { overflow: visible; background: none; }
  th, td { padding-right: 0.625rem; white-space: normal; }
  .long { min-width: 0; }
  thead { display: table-header-group; }
}
`;
