/** The names of sources that are known wherever consent is weighed. */
export const TCF = "tcf";
export const GPC = "gpc";
