const doors = {
  main: require("reverse-funnel"),
  adapters: require("reverse-funnel/adapters"),
  charts: require("reverse-funnel/charts"),
  report: require("reverse-funnel/report"),
  rows: require("reverse-funnel/rows"),
  sql: require("reverse-funnel/sql"),
  xlsx: require("reverse-funnel/xlsx"),
  yaml: require("reverse-funnel/yaml"),
};

import("./probe.mjs").then(({ probe }) => probe(doors)).then(console.log);
