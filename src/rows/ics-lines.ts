import { codeOf } from "../format/code-of.js";
/** One all-day event of a calendar. */
export interface DayEvent {
  /** What tells it from every other event, the same each time that it is made. */
  readonly id: readonly string[];
  /** The day, YYYY-MM-DD. */
  readonly on: string;
  readonly summary: string;
  readonly description: string;
  readonly category: string;
}

/** Octets of a line, without its break (RFC 5545, 3.1). */
const MOST_OCTETS = 75;

/** An event as the lines of a calendar, unfolded. */
export function eventLines({ id, on, summary, description, category }: DayEvent, stamp: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${fingerprint(JSON.stringify(id))}@reverse-funnel`,
    `DTSTAMP:${plainDate(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${plainDate(on)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `CATEGORIES:${escaped(category)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/** A text as a value: marks that mean something are escaped, control characters left out (RFC 5545, 3.3.11). */
export function escaped(text: string): string {
  return text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n]/g, "\\n")
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " ");
}

/** Lines that are folded where they are too long, never inside a character, with their breaks. */
export function folded(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fold(line: string): string {
  let [made, octets] = ["", 0];
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > MOST_OCTETS) {
      made += "\r\n ";
      octets = 1;
    }
    made += character;
    octets += more;
  }
  return made;
}

function octetsOf(character: string): number {
  const code = codeOf(character);
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

function plainDate(iso: string): string {
  return iso.replaceAll("-", "");
}

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MOST_BITS = (1n << 64n) - 1n;

/** Sixteen hexadecimal digits for a text (FNV-1a, 64 bits): names may hold anything, an identifier may not. */
function fingerprint(text: string): string {
  let hash = OFFSET;
  for (const character of text) {
    hash ^= BigInt(codeOf(character));
    hash = (hash * PRIME) & MOST_BITS;
  }
  return hash.toString(16).padStart(16, "0");
}
