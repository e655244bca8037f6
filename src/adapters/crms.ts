/** Every system whose exports are known, by the name that `journeyImporter` takes; `csv` is any file whose mapping names its columns. */
export const CRMS = /* @__PURE__ */ Object.freeze(["csv", "hubspot", "salesforce", "pipedrive"] as const);

/** The systems whose exports are known; `csv` is any file whose mapping names its columns. */
export type Crm = (typeof CRMS)[number];
