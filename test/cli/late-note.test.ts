import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { lateNote } from "../../src/cli/late-note.js";

let folder: string;
let descriptor: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "late-note-"));
  descriptor = openSync(join(folder, "err"), "w");
});

afterEach(() => {
  closeSync(descriptor);
  rmSync(folder, { recursive: true });
});

const written = () => readFileSync(join(folder, "err"), "utf8");

/** Work that lets no timer run, until something is so, for ten seconds at most. */
function busyUntil(isSo: () => boolean): void {
  const end = Date.now() + 10_000;
  while (!isSo() && Date.now() < end);
}

describe("a late note", () => {
  it("is written while this thread is busy, and not before its time", () => {
    const begun = Date.now();
    const callOff = lateNote(descriptor, 200, "report …");
    busyUntil(() => written() !== "");
    expect(Date.now() - begun).toBeGreaterThanOrEqual(200);
    expect([callOff(), written()]).toEqual([true, "report …"]);
  });

  it("is never written once it is called off", () => {
    const callOff = lateNote(descriptor, 150, "report …");
    expect(callOff()).toBe(false);
    const end = Date.now() + 400;
    busyUntil(() => Date.now() >= end);
    expect([callOff(), written()]).toEqual([false, ""]);
  });
});
