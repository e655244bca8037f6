import { readDocument, type DocumentReading } from "../files/read-document.js";
import type { PlanDocument } from "../state/plan-document.js";

/** The first letters say how the rest was made, so that old addresses stay readable when this changes. */
const VERSION = "v1.";

const BROKEN: DocumentReading = {
  problem:
    "The plan in this address cannot be read: it was cut or changed on its way. The page starts with its own example.",
};

/**
 * A plan as the part of an address behind the `#`, which browsers keep to themselves: JSON, deflated, in letters that need
 * no escaping.
 */
export async function toFragment(document: PlanDocument): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const packed = await drained(asOf(bytes, new CompressionStream("deflate-raw")));
  return VERSION + toBase64Url(packed ?? new Uint8Array());
}

/** The plan that an address carries; null when it carries none, a problem when it is broken. */
export async function fromFragment(hash: string): Promise<DocumentReading | null> {
  const text = hash.replace(/^#/, "");
  if (!text.startsWith(VERSION)) return text.startsWith("v") && text.includes(".") ? BROKEN : null;
  try {
    const packed = fromBase64Url(text.slice(VERSION.length));
    const bytes = await drained(asOf(packed, new DecompressionStream("deflate-raw")));
    if (bytes === undefined) return BROKEN;
    return readDocument(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return BROKEN;
  }
}

/** A plan is a page of text; what unpacks to more than a megabyte is none. */
const MOST_BYTES = 1_000_000;

function asOf(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(stream);
}

async function drained(stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length <= MOST_BYTES) continue;
    await reader.cancel();
    return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
