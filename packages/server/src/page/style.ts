/** The look of the merchant page: the values of the elements’ default theme. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --accent: light-dark(#0d6b57, #5fd9b5); --on-accent: light-dark(#fff, #04231b);
  --text: light-dark(#1b1f26, #eef1f5); --muted: light-dark(#5a6370, #a9b3c0);
  --page: light-dark(#f3f5f6, #0f1216); --surface: light-dark(#fff, #171b21); --border: light-dark(#dce0e5, #3a4350);
  --danger: light-dark(#b3261e, #ff9d94); --radius: 12px;
  font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
}
* { box-sizing: border-box; }
body { margin: 0; }
a { color: var(--accent); }
h1 { font-size: 1.75em; line-height: 1.2; margin: 0 0 8px; }
h1:focus { outline: none; }
h2 { font-size: 1.15em; margin: 32px 0 8px; }
main { max-width: 960px; margin: 0 auto; padding: 32px 16px 64px; }
header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 8px 16px; background: var(--surface); border-bottom: 1px solid var(--border); }
header nav { display: flex; flex-wrap: wrap; gap: 4px; flex: 1; }
header nav a, .brand { padding: 6px 10px; border-radius: 8px; text-decoration: none; color: var(--text); }
header nav a:hover { background: var(--page); }
header nav a[aria-current] { background: var(--accent); color: var(--on-accent); }
.brand { font-weight: 700; color: var(--accent); padding-inline-start: 0; }
.lead { color: var(--muted); margin: 0 0 24px; }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); padding: 16px 20px; margin: 0 0 16px; }
.card h2, .card h3 { margin: 0 0 4px; font-size: 1.05em; }
.sign-in { max-width: 420px; margin: 12vh auto 0; padding: 32px; }
.tiles { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); padding: 0; list-style: none; }
.tiles a { display: block; height: 100%; text-decoration: none; color: inherit; }
.tiles a:hover { border-color: var(--accent); }
.tiles strong { display: block; font-size: 2em; line-height: 1.2; font-variant-numeric: tabular-nums; }
.meta, .hint { color: var(--muted); font-size: 0.9em; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; }
.row > .grow { flex: 1 1 220px; }
label { display: block; font-weight: 600; margin: 12px 0 4px; }
input, textarea, select { width: 100%; font: inherit; color: inherit; padding: 9px 12px; border: 1px solid light-dark(#8a93a0, #6b7684); border-radius: 8px; background: var(--surface); }
textarea { min-height: 8em; }
textarea.code { font: 14px/1.5 ui-monospace, monospace; min-height: 60vh; tab-size: 2; }
button { font: inherit; font-weight: 600; min-height: 42px; padding: 8px 18px; border: 1px solid var(--accent); border-radius: 999px; background: var(--accent); color: var(--on-accent); cursor: pointer; margin-top: 12px; }
button.quiet { background: transparent; color: var(--accent); }
button.plain { margin: 0; border: 0; background: transparent; color: var(--muted); padding: 6px 10px; }
button.danger { background: transparent; border-color: var(--danger); color: var(--danger); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.notice { border: 1px solid var(--border); border-inline-start: 4px solid var(--accent); border-radius: 8px; background: var(--surface); padding: 8px 16px; margin: 0 0 24px; }
.notice.problem { border-inline-start-color: var(--danger); }
.notice p { margin: 4px 0; font-weight: 600; }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); }
th, td { text-align: start; padding: 10px 16px; border-bottom: 1px solid var(--border); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.stars { color: var(--accent); letter-spacing: 2px; }
.empty { text-align: center; color: var(--muted); padding: 48px 16px; }
blockquote { margin: 8px 0; white-space: pre-line; overflow-wrap: anywhere; }
.skip { position: absolute; inset-inline-start: -999px; }
.skip:focus { inset-inline-start: 16px; top: 8px; background: var(--surface); padding: 8px 16px; z-index: 1; }
.scroll { overflow-x: auto; }
`;
