// What a page, a bundler's input, and every runtime that knows ES modules start from.
import * as main from "reverse-funnel";
import * as adapters from "reverse-funnel/adapters";
import * as charts from "reverse-funnel/charts";
import * as report from "reverse-funnel/report";
import * as rows from "reverse-funnel/rows";
import * as sql from "reverse-funnel/sql";
import * as xlsx from "reverse-funnel/xlsx";
import * as yaml from "reverse-funnel/yaml";

import { probe } from "./probe.mjs";

/** A promise of what the calls give. */
export const said = probe({ main, adapters, charts, report, rows, sql, xlsx, yaml });
