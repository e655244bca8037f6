import { TextDecoder } from "node:util";

/**
 * Turns the bytes of a file into text, a piece at a time: UTF-8, or UTF-16 where a byte order mark says so. Bytes that are
 * no character become U+FFFD, as everywhere.
 */
export async function* decodeText(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let start = new Uint8Array(0);
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    start = start.length === 0 ? piece.slice() : joined(start, piece);
    // Three bytes tell every mark; a first piece may be shorter.
    if (decoder === undefined && start.length < 3) continue;
    decoder ??= new TextDecoder(encodingOf(start));
    yield decoder.decode(start, { stream: true });
    start = new Uint8Array(0);
  }
  decoder ??= new TextDecoder(encodingOf(start));
  yield decoder.decode(start);
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
