/** What the report uses of jStat, which brings no types. */
declare module "jstat" {
  const jStat: {
    readonly normal: {
      /** The value below which a normally distributed number lies with this probability. */
      readonly inv: (probability: number, mean: number, deviation: number) => number;
    };
  };
  export default jStat;
}
