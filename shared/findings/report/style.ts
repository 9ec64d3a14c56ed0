/** How a report looks: on a light or a dark screen, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #f6f3ec; --card: #fffdf8; --ink: #1c2926; --soft: #56635e; --line: #ddd6c7; --pine: #12594a; --amber: #7c5300; --red: #a3211b; }
@media (prefers-color-scheme: dark) { :root { --paper: #111816; --card: #1a2320; --ink: #efebe2; --soft: #a6b3ad; --line: #33403b; --pine: #7ed3b9; --amber: #f1c669; --red: #ff9c90; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 760px; padding: 32px 20px 64px; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 12px; font-size: 28px; line-height: 1.2; letter-spacing: -0.01em; }
h2 { margin: 40px 0 12px; font-size: 20px; }
h3 { margin: 2px 0 6px; font-size: 18px; line-height: 1.3; }
p { margin: 0 0 10px; }
ul { margin: 0 0 10px; padding-inline-start: 20px; }
dl { margin: 0; }
dt { margin-top: 10px; color: var(--soft); font-size: 14px; font-weight: 600; }
dd { margin: 0; }
a { color: var(--pine); }
code { font: 14px ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); }
.about { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; }
.about dt { margin: 2px 0 0; }
.count { display: inline-block; min-width: 26px; padding: 0 8px; border: 1px solid var(--line); border-radius: 13px; color: var(--soft); font-size: 14px; line-height: 24px; text-align: center; }
article { margin-bottom: 14px; padding: 16px 18px; border: 1px solid var(--line); border-inline-start: 5px solid var(--amber); border-radius: 12px; background: var(--card); break-inside: avoid; }
article.is-critical { border-inline-start-color: var(--red); }
article.is-minor { border-inline-start-color: var(--line); }
.severity { margin: 0; color: var(--amber); font-size: 14px; font-weight: 650; }
.is-critical .severity { color: var(--red); }
.is-minor .severity { color: var(--soft); }
.soft { color: var(--soft); font-size: 14px; }
.checks { list-style: none; padding: 0; }
.checks li { padding: 8px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.checks .soft, .because { display: block; }
@media print { :root { --paper: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --pine: #000; --amber: #6b4800; --red: #8f1c17; } body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } }
`;
