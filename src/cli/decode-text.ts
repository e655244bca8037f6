import { TextDecoder } from "node:util";

/** How the bytes of a file are meant. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "excel" | "utf-32";

/** So many bytes tell what a file is; of a file whose first letters are all English, the next piece that has others does. */
const SAMPLE = 4096;

/**
 * Turns the bytes of a file into text, a piece at a time: UTF-8, UTF-16 with and without a byte order mark, and Windows-1252
 * where the first letter that is not English is no UTF-8. Bytes that are no character become U+FFFD, as everywhere.
 *
 * @param onEncoding called once, when it is known how the bytes are meant
 */
export async function* decodeText(
  pieces: AsyncIterable<Uint8Array>,
  onEncoding: (encoding: Encoding) => void = () => undefined,
): AsyncGenerator<string> {
  let start = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  let isAscii = true;
  const settle = (encoding: Encoding): TextDecoder => {
    onEncoding(encoding);
    return new TextDecoder(encoding === "excel" || encoding === "utf-32" ? "utf-8" : encoding);
  };
  for await (const piece of pieces) {
    start = start.length === 0 ? piece.slice() : joined(start, piece);
    if (decoder === undefined) {
      const marked = isAscii ? markedEncoding(start) : undefined;
      const at = firstLetterBeyondEnglish(start);
      if (marked !== undefined) decoder = settle(marked);
      else if (start.length < SAMPLE && isAscii && !start.includes(10)) continue;
      else if (at < 0) {
        isAscii = false;
        yield latin(start);
        start = new Uint8Array(0);
        continue;
      } else if (start.length - at < 4) continue;
      else decoder = settle(isUtf8At(start, at) ? "utf-8" : "windows-1252");
    }
    yield decoder.decode(start, { stream: true });
    start = new Uint8Array(0);
  }
  const at = firstLetterBeyondEnglish(start);
  decoder ??= settle(
    (isAscii ? markedEncoding(start) : undefined) ??
      (at < 0 || isUtf8At(start, at) ? "utf-8" : "windows-1252"),
  );
  yield decoder.decode(start);
}

/** Where the first byte stands that is no English letter; -1 where there is none. Most bytes of most files go through here. */
function firstLetterBeyondEnglish(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return at;
  return -1;
}

/** What the first bytes say: a byte order mark, a workbook, or every other byte zero. */
function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third, fourth] = bytes;
  const isUtf32 =
    (first === 0xff && second === 0xfe && third === 0 && fourth === 0) ||
    (first === 0 && second === 0 && third === 0xfe && fourth === 0xff);
  if (isUtf32) return "utf-32";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) return "excel";
  if (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0) return "excel";
  const sample = bytes.subarray(0, SAMPLE);
  let [even, odd] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0 && at % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  // Delimiters and digits are zero in every other byte, whatever the language.
  if (odd > sample.length / 8 && even < odd / 8) return "utf-16le";
  return even > sample.length / 8 && odd < even / 8 ? "utf-16be" : undefined;
}

/** Does a character of UTF-8 stand here? A letter of Windows-1252 with what follows it hardly ever looks like one. */
function isUtf8At(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0) return false;
  for (let next = at + 1; next < at + length; next += 1) {
    const byte = bytes[next] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return false;
  }
  return true;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
