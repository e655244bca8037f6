import { deflate } from "./deflate.js";

/** An archive of texts (PKWARE's APPNOTE 6.3.3): each compressed, with the earliest day that there is for a date. */
export function zip(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const [parts, entries]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const [name, text] of files) {
    const [path, bytes] = [utf8(name), utf8(text)];
    const packed = deflate(bytes);
    // Version 2.0, compressed, midnight of 1 January 1980, checksum, sizes, no extra field.
    const about = [
      ...[...two(20), ...two(0), ...two(8), ...two(0), ...two(33)],
      ...[...four(checksum(bytes)), ...four(packed.length), ...four(bytes.length)],
      ...[...two(path.length), ...two(0)],
    ];
    parts.push(Uint8Array.from([...four(0x04034b50), ...about]), path, packed);
    entries.push(
      // No comment, on the first disk, no attributes, and where the file begins.
      Uint8Array.from([
        ...four(0x02014b50),
        ...two(20),
        ...about,
        ...two(0),
        ...two(0),
        ...two(0),
        ...four(0),
      ]),
      Uint8Array.from(four(at)),
      path,
    );
    at += 30 + path.length + packed.length;
  }
  const listed = joined(entries);
  const count = two(files.length);
  const end = [
    ...four(0x06054b50),
    ...four(0),
    ...count,
    ...count,
    ...four(listed.length),
    ...four(at),
    ...two(0),
  ];
  return joined([...parts, listed, Uint8Array.from(end)]);
}

const two = (value: number): number[] => [value & 255, (value >> 8) & 255];
const four = (value: number): number[] => [...two(value), ...two(value >>> 16)];

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The bytes of a text in UTF-8, without a platform's encoder. */
function utf8(text: string): Uint8Array {
  const plain = encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(plain, (byte) => byte.charCodeAt(0));
}

/** The CRC-32 of bytes (ISO 3309). */
function checksum(bytes: Uint8Array): number {
  let rest = -1;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (0xedb88320 & -(rest & 1));
  }
  return ~rest;
}
