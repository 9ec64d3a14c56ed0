/** How an exported comparison looks: on a light or a dark screen, and on paper. */
export const FILE_STYLE = `
:root { color-scheme: light dark; --paper: #f6f3ec; --card: #fffdf8; --sunk: #ece7db; --ink: #1c2926; --ink-soft: #56635e; --line: #ddd6c7; --pine: #12594a; --pine-soft: #dfeee8; --coral: #b23c17; --coral-fill: #ff9b73; }
@media (prefers-color-scheme: dark) { :root { --paper: #111816; --card: #1a2320; --sunk: #25302c; --ink: #efebe2; --ink-soft: #a6b3ad; --line: #33403b; --pine: #7ed3b9; --pine-soft: #1b3a32; --coral: #ffa17c; --coral-fill: #f28a60; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1200px; padding: 32px 20px 64px; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.2; letter-spacing: -0.01em; }
p, blockquote { margin: 0; }
header p, .aside { color: var(--ink-soft); }
.matrix-room { margin-top: 24px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
th, td { padding: 12px 14px; border: 1px solid var(--line); text-align: start; vertical-align: top; min-width: 150px; }
thead th { background: var(--sunk); font-size: 14px; }
tr { break-inside: avoid; }
.cell-slot { display: none; }
.sight { display: grid; gap: 6px; justify-items: start; }
.sight-words { display: grid; gap: 5px; }
.picture { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; }
.headline { font-weight: 550; }
blockquote { padding-inline-start: 9px; border-inline-start: 3px solid var(--line); color: var(--ink-soft); font-size: 14px; }
.slot-drawing .sheet { fill: var(--card); stroke: var(--line); stroke-width: 1.6; }
.slot-drawing .chrome { stroke: var(--line); stroke-width: 1.4; }
.chrome-dot { fill: var(--line); }
.slot-drawing .words { stroke: var(--sunk); stroke-width: 2.5; stroke-linecap: round; }
.slot-drawing .speech { fill: none; stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.is-variation .block { fill: var(--coral-fill); }
.is-variation .figure { fill: #3a1404; }
.is-variation .speech { stroke: #fff4ec; }
.is-default .block { fill: var(--sunk); }
.is-default .speech { stroke: var(--ink-soft); opacity: 0.65; }
.is-neutral .block { fill: var(--pine-soft); }
.is-neutral .speech { stroke: var(--pine); }
@media (max-width: 640px) {
  table, thead, tbody, tr, th, td { display: block; min-width: 0; }
  thead { display: none; }
  table { border: 0; background: none; }
  tr { margin-bottom: 14px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); overflow: clip; }
  th, td { border: 0; }
  tbody th { background: var(--sunk); }
  td + td { border-top: 1px solid var(--line); }
  .cell-slot { display: block; margin-bottom: 6px; color: var(--ink-soft); font-size: 13px; font-weight: 600; }
  .sight { grid-template-columns: 60px minmax(0, 1fr); }
}
@media print { :root { color-scheme: light; --paper: #fff; --card: #fff; --sunk: #eee; --ink: #000; --ink-soft: #444; --line: #bbb; --pine: #12594a; --pine-soft: #dfeee8; --coral: #b23c17; --coral-fill: #ff9b73; } @page { size: landscape; } body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; } }
`;
