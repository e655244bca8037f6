// Jest as it is installed, without transforms: the package is read by require, the calls from a copy in the same language.
const { writeFileSync } = require("node:fs");

const { probe } = require("./probe.cjs");

test("the calls answer in Jest", async () => {
  const said = await probe({
    main: require("reverse-funnel"),
    adapters: require("reverse-funnel/adapters"),
    charts: require("reverse-funnel/charts"),
    report: require("reverse-funnel/report"),
    rows: require("reverse-funnel/rows"),
    sql: require("reverse-funnel/sql"),
    xlsx: require("reverse-funnel/xlsx"),
    yaml: require("reverse-funnel/yaml"),
  });
  writeFileSync("jest.txt", `${said}\n`);
});
