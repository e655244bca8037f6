/** The part of jStat that the bench calls; the package has no types of its own. */
declare module "jstat" {
  const all: {
    readonly jStat: {
      readonly binomial: { readonly cdf: (wins: number, units: number, rate: number) => number };
    };
  };
  export default all;
}
