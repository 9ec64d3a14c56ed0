const SCRIPT = "javascript:alert(1)";

/** Addresses that would run script, as they are and in the disguises that browsers take off. */
export const URLS: readonly string[] = [
  SCRIPT,
  "JaVaScRiPt:alert(1)",
  "JAVASCRIPT:alert(1)",
  " javascript:alert(1)",
  "\tjavascript:alert(1)",
  "\njavascript:alert(1)",
  "\u0001javascript:alert(1)",
  "\u001fjavascript:alert(1)",
  "java\tscript:alert(1)",
  "java\nscript:alert(1)",
  "java\r\nscript:alert(1)",
  "javascript\t:alert(1)",
  "javascript:\u2028alert(1)",
  "\u2028javascript:alert(1)",
  "\u00a0javascript:alert(1)",
  "\ufeffjavascript:alert(1)",
  "javascript://%0aalert(1)",
  "javascript:/*--></script>*/alert(1)",
  "javascript:void(alert(1))",
  "javascript:'<script>alert(1)</script>'",
  "javascript&colon;alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;&#x61;vascript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "%6Aavascript:alert(1)",
  "ｊavascript:alert(1)",
  "jаvascript:alert(1)",
  "vbscript:MsgBox(1)",
  "livescript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
  "data:application/javascript,alert(1)",
  "blob:null/javascript:alert(1)",
  "view-source:javascript:alert(1)",
  "feed:javascript:alert(1)",
  "//evil.example/x.js",
  "/\\evil.example/x.js",
  "\\\\evil.example\\x.js",
  "https:javascript:alert(1)",
  `/x" onerror="alert(1)`,
  `https://evil.example/"onload="alert(1)`,
  `#" onfocus="alert(1)" autofocus="`,
  `/x 1x, ${SCRIPT} 2x`,
];

/** The same where HTML says where something leads. */
const WAYS: readonly ((url: string) => string)[] = [
  (url) => `<a href="${url}">away</a>`,
  (url) => `<svg><a xlink:href="${url}"><text y="9">away</text></a></svg>`,
  (url) => `<form action="${url}"><button>send</button><button formaction="${url}">send</button></form>`,
];

const attribute = (url: string) => url.replaceAll('"', "&quot;");

export const LINKS: readonly string[] = URLS.flatMap((url) => WAYS.map((way) => way(attribute(url))));
