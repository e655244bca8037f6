/** What a colour is for; each has a light and a dark form. */
export type Tone = keyof typeof PALETTE;

/**
 * The colours, light and dark. Text tones (ink, quiet, accent, bad) have a contrast of at least 4.5 on paper, card and wash,
 * in both forms; bad differs from accent in lightness too, and is never said by colour alone.
 */
export const PALETTE = {
  paper: ["#ffffff", "#14181d"],
  card: ["#f4f6f8", "#1f252c"],
  wash: ["#e6f0fa", "#15304a"],
  heat1: ["#e3eef9", "#1b344c"],
  heat2: ["#c3dcf2", "#224866"],
  heat3: ["#9cc5ea", "#2a5c80"],
  line: ["#c9d1d9", "#46505b"],
  ink: ["#1c232b", "#eceff2"],
  quiet: ["#55606c", "#b0b9c3"],
  accent: ["#0a5aa6", "#86c1ff"],
  bad: ["#9c1c2e", "#ffb0b0"],
} as const;

/** The rules that follow the page's scheme; without them a picture is light. */
export function paletteRules(): string {
  const rules = Object.entries(PALETTE).map(
    ([tone, [light, dark]]) =>
      `.rf-${tone}{fill:light-dark(${light},${dark})}.rf-line-${tone}{stroke:light-dark(${light},${dark})}`,
  );
  return `svg:root{color-scheme:light dark}${rules.join("")}`;
}
