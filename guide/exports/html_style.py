"""How the HTML file of a tour looks: no font and no picture from anywhere else."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d2422; --paper: #fff; --soft: #4b524f;
  --line: #d9dedb; --link: #98220f; --pale: #f1f4f2; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1ee; --paper: #161b19;
  --soft: #b5bcb6; --line: #3a423e; --link: #ff9d87; --pale: #212825; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: var(--paper);
  color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.6 "Be Vietnam Pro", "Noto Sans", "Segoe UI", Roboto, system-ui,
  sans-serif; }
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 .5em; }
h1 { margin-top: .3em; font-size: 1.8rem; }
a { color: var(--link); text-underline-offset: .18em; }
a:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
figure { margin: 1rem 0; border: 1px solid var(--line); border-radius: 10px;
  overflow: hidden; background: #fff; }
figure svg { display: block; width: 100%; height: auto; }
time { font-variant-numeric: tabular-nums; font-weight: 600; }
.times { list-style: none; padding: 0; }
.times li { border-bottom: 1px solid var(--line); padding: .55rem 0; }
.times a { display: inline-block; padding: .1rem 0; }
.leg { border-left: 3px dotted var(--soft); padding-left: 1rem; color: var(--soft); }
section { border: 1px solid var(--line); border-radius: 12px; padding: 0 1rem .4rem;
  margin: 1.2rem 0; }
section:target { border-color: var(--link); border-width: 2px; }
section h3 { margin-top: 1rem; }
section h3 b { display: inline-block; min-width: 1.9em; padding: .15em .4em;
  border-radius: 1em; background: var(--ink); color: var(--paper); text-align: center; }
sup { font-size: .7em; line-height: 0; }
sup a { padding: 0 .15em; }
.note { background: var(--pale); border-radius: 8px; padding: .5rem .8rem; }
nav { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
nav a { flex: 1 1 auto; min-height: 2.75rem; padding: .6rem .9rem; text-align: center;
  border: 1px solid currentcolor; border-radius: 10px; text-decoration: none; }
.sources { font-size: .875rem; }
footer { border-top: 1px solid var(--line); margin-top: 2rem; font-size: .875rem; }
"""
