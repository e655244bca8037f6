import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Papa from "papaparse";

import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import { installPackages } from "../browser/ensure-program.js";
import type { HistoryRow } from "../sql/cases.js";
import { tableText } from "../sql/table-text.js";

const INSTALLED = "/usr/lib/postgresql";

/** A PostgreSQL server of its own, reached through a socket in its folder and by nothing else. */
export class Postgres {
  readonly #folder = mkdtempSync(join(tmpdir(), "reverse-funnel-postgres-"));
  readonly #bin = programs();
  readonly version: string;

  constructor() {
    // The server refuses to run as root.
    if (process.getuid?.() === 0) run("chown", ["postgres", this.#folder]);
    chmodSync(this.#folder, 0o755);
    const data = join(this.#folder, "data");
    this.#asServer("initdb", ["-D", data, "-A", "trust", "-U", "tests", "-E", "UTF8", "--locale=C.UTF-8"]);
    const options = `-c listen_addresses= -c unix_socket_directories=${this.#folder} -c fsync=off -c shared_buffers=256MB`;
    this.#asServer("pg_ctl", ["-D", data, "-w", "-l", join(this.#folder, "log"), "-o", options, "start"]);
    this.version = this.#psql(["-Atc", "SHOW server_version"]).trim();
  }

  /** Puts rows into the table `history`. */
  fill(rows: readonly HistoryRow[]): void {
    this.#file(tableText(rows));
  }

  /** Runs statements in one session, and gives the rows of the last. */
  ask(statements: readonly string[]): readonly RawCountRow[] {
    const text = this.#file(`SET client_min_messages = warning;\n${statements.join(";\n")};\n`);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    return data;
  }

  stop(): void {
    this.#asServer("pg_ctl", ["-D", join(this.#folder, "data"), "-m", "immediate", "stop"]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file(sql: string): string {
    const file = join(this.#folder, "statements.sql");
    writeFileSync(file, sql);
    return this.#psql(["--csv", "-v", "ON_ERROR_STOP=1", "-f", file]);
  }

  #psql(args: readonly string[]): string {
    const all = ["-q", "-X", "-h", this.#folder, "-U", "tests", "-d", "postgres", ...args];
    return run(join(this.#bin, "psql"), all);
  }

  #asServer(program: string, args: readonly string[]): void {
    const path = join(this.#bin, program);
    if (process.getuid?.() === 0) run("runuser", ["-u", "postgres", "--", path, ...args]);
    else run(path, args);
  }
}

/** The folder of the server's programs, installed from Debian's packages where they are missing. */
function programs(): string {
  const found = () => {
    const versions = run("sh", ["-c", `ls ${INSTALLED} 2>/dev/null || true`])
      .split("\n")
      .filter(Boolean);
    const complete = versions.filter((version) =>
      readdirSync(join(INSTALLED, version, "bin")).includes("initdb"),
    );
    return complete.sort((one, other) => Number(other) - Number(one))[0];
  };
  const version = found() ?? (installPackages(["postgresql"]) ? found() : undefined);
  if (version === undefined) throw new Error("the tests of PostgreSQL need Debian's package postgresql");
  return join(INSTALLED, version, "bin");
}

function run(command: string, args: readonly string[]): string {
  // A server that goes on would hold a pipe open.
  if (args.includes("start")) {
    const { status } = spawnSync(command, args, { cwd: "/", stdio: "ignore" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
    return "";
  }
  const answer = spawnSync(command, args, { cwd: "/", encoding: "utf8", maxBuffer: 1 << 30 });
  if (answer.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${answer.stderr}`);
  return answer.stdout;
}
