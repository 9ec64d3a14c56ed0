/** How everything that runs in a browser is bundled. */
export const forBrowsers = {
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome120", "firefox128", "safari17"],
  legalComments: "none",
  logLevel: "warning",
};
