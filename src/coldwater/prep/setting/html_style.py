"""The look of a page of debate material in a browser, and on the paper that it is printed on."""

from __future__ import annotations

#: Everything that a browser is told about the look; ``{paper}`` stands for the name of the paper.
STYLE = """
:root { color-scheme: light dark; --text: #1B2430; --faint: #5A6573; --line: #D5DAE1; --back: #FFFFFF; --head: #EEF1F5;
  --mark: #22304A; }
@media (prefers-color-scheme: dark) {
  :root { --text: #E8ECF2; --faint: #A3AEBD; --line: #38414F; --back: #12161D; --head: #1B212B; --mark: #9DB4E0; }
}
* { box-sizing: border-box; }
html { background: var(--back); color: var(--text); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { font: 16.5px/1.5 "Source Sans 3", "Source Sans Pro", Calibri, Carlito, "Segoe UI", "Noto Sans", sans-serif;
  margin: 0; overflow-wrap: anywhere; }
main { max-width: 48em; margin: 0 auto; padding: 2rem 1.4rem 4rem; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .4em; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.75rem; margin-top: 0; padding-bottom: .45em; border-bottom: 3px solid var(--mark); }
h2 { font-size: 1.3rem; margin-top: 2em; padding-top: .7em; border-top: 1px solid var(--line); color: var(--mark); }
h1 + h2 { border-top: 0; margin-top: 0; }
h3 { font-size: 1.1rem; }
h4 { font-size: 1rem; margin-top: 1.1em; }
p { margin: .45em 0; }
section { margin: 1.1em 0; padding-inline-start: .9em; border-inline-start: 3px solid var(--line); }
section > h3 { margin-top: 0; }
.notes { padding: 0; border: 0; font-size: .9em; }
.notes ol { padding-inline-start: 1.9em; }
a { color: var(--mark); }
sup { font-size: .72em; line-height: 0; }
sup a { text-decoration: none; padding: .3em .25em; }
.notes a { text-decoration: none; padding: .1em .2em; }
li:target, a:target { background: var(--head); outline: 2px solid var(--mark); outline-offset: 2px; }
img { display: block; width: 100%; height: auto; margin: .8em 0 1em; background: #FFFFFF; border-radius: 6px; }
ul { margin: .35em 0; padding-inline-start: 1.2em; }
li { margin: .25em 0; }
li::marker { color: var(--faint); }
li.bare { list-style: none; }
code { font: normal .74em/1.4 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: var(--faint); }
u { text-decoration-thickness: 1px; text-underline-offset: .18em; text-decoration-skip-ink: auto; }
cite { font-style: normal; font-weight: 600; }
b { font-weight: 600; }
blockquote { margin: .3em 0 .8em; padding-inline-start: 1em; border-inline-start: 2px solid var(--line); }
em { font-style: normal; font-weight: 600; text-decoration: underline; text-decoration-thickness: 2px; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: .92em; }
th, td { text-align: start; vertical-align: top; padding: .35em .6em; border-bottom: 1px solid var(--line); }
th { background: var(--head); font-weight: 600; }
th, td { overflow-wrap: break-word; }
td:not(:first-child) { min-width: 6.5em; }
td:first-child { overflow-wrap: anywhere; }
@media (max-width: 30em) {
  main { padding: 1.2rem 1rem 3rem; }
  section { padding-inline-start: .7em; }
  table { font-size: .84em; }
  th, td { padding: .3em .3em; overflow-wrap: anywhere; }
  td:not(:first-child) { min-width: 4em; }
}
@page { size: {paper}; margin: 18mm 18mm 20mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  :root { color-scheme: light; --text: #000; --faint: #555; --line: #BBC2CC; --back: #FFF; --head: #EEF1F5;
    --mark: #22304A; }
  body { font-size: 10.5pt; line-height: 1.35; orphans: 2; widows: 2; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 17pt; } h2 { font-size: 13.5pt; margin-top: 1.3em; }
  h3 { font-size: 11.5pt; } h4 { font-size: 10.5pt; }
  h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
  section { break-inside: avoid; margin: .8em 0; }
  .notes { break-inside: auto; }
  .notes li { break-inside: avoid; }
  .notes a { display: none; }
  h1 + p, h2 + p, h3 + p, h4 + p, p + ul, p + table, li > ul { break-before: avoid; }
  p:has(+ ul), p:has(+ table) { break-after: avoid; }
  img { break-inside: avoid; width: auto; max-width: 100%; max-height: 38vh; margin-inline: auto; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
