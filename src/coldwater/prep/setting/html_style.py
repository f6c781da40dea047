"""The look of a page of debate material in a browser, and on the paper that it is printed on."""

from __future__ import annotations

#: Everything that a browser is told about the look; ``{paper}`` stands for the name of the paper.
STYLE = """
:root { color-scheme: light dark; --text: #1b1b1b; --faint: #666; --line: #bbb; --back: #fff; --head: #efefef; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --faint: #a3a3a3; --line: #555; --back: #161616; --head: #262626; }
}
* { box-sizing: border-box; }
html { background: var(--back); color: var(--text); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { font: 17px/1.5 Calibri, Carlito, "Segoe UI", "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  max-width: 46em; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; margin: 1.6em 0 .4em; text-wrap: balance; }
h1 { font-size: 1.7rem; margin-top: 0; border-bottom: 2px solid; padding-bottom: .25em; }
h2 { font-size: 1.35rem; border-bottom: 1px solid var(--line); padding-bottom: .15em; }
h3 { font-size: 1.12rem; }
h4 { font-size: 1rem; margin-top: 1.1em; }
p { margin: .4em 0; }
img { display: block; width: 100%; height: auto; margin: .6em 0; }
ul { margin: .3em 0; padding-inline-start: 1.25em; }
li { margin: .2em 0; }
li.bare { list-style: none; }
code { font: normal .74em/1.4 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; color: var(--faint); }
u { text-decoration-thickness: 1px; text-underline-offset: .18em; text-decoration-skip-ink: auto; }
cite { font-style: normal; font-weight: bold; }
blockquote { margin: .3em 0 .8em 1.2em; }
em { font-style: normal; font-weight: bold; text-decoration: underline; }
table { border-collapse: collapse; width: 100%; margin: .6em 0 1em; font-size: .92em; }
th, td { text-align: start; vertical-align: top; padding: .3em .5em; border-bottom: 1px solid var(--line); }
th { background: var(--head); }
th, td { overflow-wrap: break-word; }
td:not(:first-child) { min-width: 6.5em; }
td:first-child { overflow-wrap: anywhere; }
@media (max-width: 30em) {
  table { font-size: .84em; }
  th, td { padding: .3em .3em; overflow-wrap: anywhere; }
  td:not(:first-child) { min-width: 4em; }
}
@page { size: {paper}; margin: 18mm 18mm 20mm;
  @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  :root { color-scheme: light; --text: #000; --faint: #555; --line: #999; --back: #fff; --head: #eee; }
  body { font-size: 10.5pt; line-height: 1.35; max-width: none; padding: 0; orphans: 2; widows: 2; }
  h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; } h4 { font-size: 10.5pt; }
  h1, h2, h3, h4 { break-after: avoid; break-inside: avoid; }
  h1 + p, h2 + p, h3 + p, h4 + p, p + ul, p + table, li > ul { break-before: avoid; }
  p:has(+ ul), p:has(+ table) { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
