import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { RawCountRow } from "../../src/history/counts/read-rows.js";
import { programPath } from "../browser/chromium.js";
import { ensureProgram } from "../browser/ensure-program.js";
import type { HistoryRow } from "../sql/cases.js";

const PYSPARK = "4.3.0";
/** Two processes of one core and a gigabyte and a half each: what crosses from one to the other is written down in between. */
const MASTER = "local-cluster[2,1,1536]";

const SETTINGS = {
  "spark.ui.enabled": "false",
  "spark.sql.shuffle.partitions": "4",
  "spark.driver.memory": "2g",
  "spark.executor.memory": "1536m",
  "spark.driver.host": "127.0.0.1",
  "spark.driver.bindAddress": "127.0.0.1",
};

/** A table in rows or in a file, and what is asked of it. */
export interface SparkJob {
  readonly name: string;
  readonly table: readonly HistoryRow[] | { readonly parquet: string };
  readonly statements: readonly string[];
}

/** Runs jobs one after the other on a cluster of two workers, and gives the rows of each. */
export function askSpark(jobs: readonly SparkJob[]): readonly (readonly RawCountRow[])[] {
  const python = pythonWithSpark();
  const folder = mkdtempSync(join(tmpdir(), "reverse-funnel-spark-"));
  try {
    const written = jobs.map(({ name, table, statements }, index) => {
      const answer = join(folder, `answer-${index}.jsonl`);
      if ("parquet" in table) return { name, parquet: table.parquet, statements, answer };
      const rows = join(folder, `rows-${index}.jsonl`);
      writeFileSync(rows, table.map((row) => `${JSON.stringify(row)}\n`).join(""));
      return { name, rows, statements, answer };
    });
    const plan = join(folder, "plan.json");
    writeFileSync(plan, JSON.stringify({ master: MASTER, settings: SETTINGS, jobs: written }));
    const script = fileURLToPath(new URL("spark.py", import.meta.url));
    const env = {
      ...process.env,
      SPARK_HOME: sparkHome(python),
      PYSPARK_PYTHON: python,
      SPARK_LOCAL_IP: "127.0.0.1",
    };
    const { status, stderr } = spawnSync(python, [script, plan], {
      cwd: folder,
      env,
      encoding: "utf8",
      stdio: ["ignore", "inherit", "pipe"],
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`Spark failed:\n${stderr.slice(-5000)}`);
    return written.map(({ answer }) =>
      readFileSync(answer, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as RawCountRow),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sparkHome(python: string): string {
  const { stdout } = spawnSync(
    python,
    ["-c", "import os, pyspark; print(os.path.dirname(pyspark.__file__))"],
    { encoding: "utf8" },
  );
  return stdout.trim();
}

/** A Python that has PySpark, in a virtual environment that later runs find again. */
function pythonWithSpark(): string {
  if (ensureProgram("java", ["openjdk-17-jre-headless"]) === undefined)
    throw new Error("the tests of Spark need Java: install Debian's openjdk-17-jre-headless");
  const folder = join(tmpdir(), `reverse-funnel-pyspark-${PYSPARK}`);
  const python = join(folder, "bin/python");
  if (existsSync(join(folder, "complete"))) return python;
  const own = programPath("python3") ?? ensureProgram("python3", ["python3", "python3-venv"]);
  if (own === undefined) throw new Error("the tests of Spark need Python 3");
  console.log(`Installing PySpark ${PYSPARK}.`);
  run(own, ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `pyspark==${PYSPARK}`]);
  writeFileSync(join(folder, "complete"), "");
  return python;
}

function run(command: string, args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed`);
}
