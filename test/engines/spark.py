"""Runs the jobs of a file in Spark: {"master": …, "jobs": [{"rows" | "parquet": file, "statements": […], "answer": file}]}.

Each job's table is the view `history`; the rows of its last statement go into the answer, one JSON object a line.
"""

import json
import sys
import time

from pyspark.sql import SparkSession

# What makes a large table quick makes a table of a hundred rows slow: forty parts of a statement are compiled for nothing.
SMALL = ["spark.sql.codegen.wholeStage", "spark.sql.adaptive.enabled"]
SCHEMA = "id STRING, stage STRING, `on` DATE, owner STRING, channel STRING, value DECIMAL(12, 2), currency STRING"


def started_workers(spark: SparkSession, master: str) -> int:
    """How many worker processes have reported; waits for those that a cluster on this machine is to have."""
    wanted = int(master.split("[")[1].split(",")[0]) if master.startswith("local-cluster") else 0
    for _ in range(240):
        workers = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
        if workers >= wanted:
            return workers
        time.sleep(0.5)
    sys.exit(f"only {workers} of {wanted} workers have started")


def main(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        plan = json.load(file)
    builder = SparkSession.builder.master(plan["master"]).appName("reverse-funnel")
    for key, value in plan["settings"].items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    workers = started_workers(spark, plan["master"])
    print(f"Spark {spark.version} on {plan['master']}, {workers} workers", flush=True)
    for job in plan["jobs"]:
        started = time.time()
        for key in SMALL:
            spark.conf.set(key, "false" if "rows" in job else "true")
        if "parquet" in job:
            table = spark.read.parquet(job["parquet"])
        else:
            table = spark.read.schema(SCHEMA).json(job["rows"])
        table.createOrReplaceTempView("history")
        for statement in job["statements"][:-1]:
            spark.sql(statement)
        rows = spark.sql(job["statements"][-1]).collect()
        with open(job["answer"], "w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row.asDict()) + "\n")
        print(f"{job['name']}: {len(rows)} rows in {time.time() - started:.1f} s", flush=True)
        spark.catalog.clearCache()
    spark.stop()


main(sys.argv[1])
