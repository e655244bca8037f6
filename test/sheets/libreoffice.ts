import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import type { ReadCell, TypedCell } from "./changed-plans.js";
import { openWorkbook, type OpenedWorkbook } from "./open-workbook.js";

/** Works every formula out anew when a workbook is opened, as somebody who types into it makes it do. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>`;

/** Opens workbooks in LibreOffice, all in one call, and gives back what it makes of them; undefined for what it does not open. */
export function openInLibreOffice(
  program: string,
  workbooks: readonly Uint8Array[],
): readonly (OpenedWorkbook | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-sheets-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user/registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const files = workbooks.map((bytes, index) => {
      const file = join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const out = join(folder, "out");
    const options = ["--headless", `-env:UserInstallation=${pathToFileURL(profile).href}`];
    const run = spawnSync(program, [...options, "--convert-to", "xlsx", "--outdir", out, ...files], {
      encoding: "utf8",
    });
    // It says that there is no Java, which no sheet needs.
    const complaints = run.stderr
      .split("\n")
      .filter((line) => /warn|error/i.test(line) && !line.includes("javaldx"));
    if (run.status !== 0 || complaints.length > 0) throw new Error(`${program} says: ${run.stderr}`);
    return files.map((_, index) => {
      const made = join(out, `${index}.xlsx`);
      return existsSync(made) ? openWorkbook(readFileSync(made)) : undefined;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a workbook that was opened shows. */
export function readOpened({ sheets }: OpenedWorkbook): ReadCell {
  return (sheet, place) => sheets.get(sheet)?.get(place)?.value ?? null;
}

/** The same workbook after somebody typed numbers into it, with the figures it had before. */
export function withTyped(bytes: Uint8Array, typed: readonly TypedCell[]): Uint8Array {
  const files = unzipSync(bytes);
  const order = [
    ...strFromU8(files["xl/workbook.xml"] ?? new Uint8Array(0)).matchAll(/<sheet name="([^"]+)"/g),
  ];
  for (const { sheet, place, value } of typed) {
    const name = `xl/worksheets/sheet${order.findIndex(([, title]) => title === sheet) + 1}.xml`;
    const before = strFromU8(files[name] ?? new Uint8Array(0));
    const cell = new RegExp(`<c r="${place}" s="(\\d+)"(?:/>|><v>[^<]*</v></c>)`);
    if (!cell.test(before)) throw new Error(`there is no number to type over in ${sheet}!${place}`);
    files[name] = strToU8(before.replace(cell, `<c r="${place}" s="$1"><v>${value}</v></c>`));
  }
  return zipSync(files);
}
