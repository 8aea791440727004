"""The shell of an HTML report: one file that needs nothing beside it, runs nothing and asks nobody for anything."""

from collections.abc import Iterable
from html import escape as escape_html

from counterpoint.writers.escapes import seen

# Nothing may be loaded, sent or run, whatever words get into the page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """
:root { color-scheme: light dark; --paper: #fffefb; --chrome: #f3f1ec; --line: #d9d5cb; --ink: #1f1e1b;
  --muted: #67635a; --match: #00609a; --conflict: #a94800; --draft: #00795a; --mark: #fbe3c8; --same: #d7eaf6;
  --none: transparent; }
@media (prefers-color-scheme: dark) { :root { --paper: #1c1d1f; --chrome: #26282b; --line: #37393d; --ink: #e6e3dc;
  --muted: #a09c93; --match: #7cc6f0; --conflict: #f2955f; --draft: #35b890; --mark: #5a3414; --same: #153a52; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 110rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, nav, table, .by, .why, .label { font-family: "Source Sans 3", system-ui, "Segoe UI", sans-serif; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 1rem; border-bottom: 2px solid var(--line); }
h3 { margin: 2rem 0 .6rem; } h3 .n { color: var(--muted); font-weight: normal; }
a { color: inherit; text-decoration-color: var(--muted); }
nav { margin: 1rem 0; } nav a { margin-right: 1.2rem; }
.by, .muted { color: var(--muted); font-size: .88rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: .8rem; }
.sides > blockquote { margin: 0; padding: .7rem .9rem; background: var(--chrome); border-left: 4px solid var(--line); }
.conflict .sides > blockquote { border-left-style: double; border-left-color: var(--conflict); border-left-width: 6px; }
.match .sides > blockquote { border-left-color: var(--match); }
blockquote .by { display: block; margin-top: .4rem; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; border-bottom: 2px solid var(--conflict); }
.match mark { background: var(--same); border-bottom: 2px dotted var(--match); }
.why { margin: .6rem 0; padding-left: 1.2rem; font-size: .93rem; }
.label { display: inline-block; margin: 0 .5rem .3rem 0; padding: .05rem .5rem; border: 1px solid var(--line);
  border-radius: 1rem; font-size: .85rem; }
.note { margin: .5rem 0; padding: .4rem .9rem; border-left: 4px dotted var(--muted); }
.note p { margin: .3rem 0; }
.texts { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(20rem, 1fr); gap: 1rem; overflow: auto;
  max-height: 95vh; border: 1px solid var(--line); }
.texts > section { padding: 0 1rem 1rem; border-right: 1px solid var(--line); }
.texts h3 { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; margin: 0; }
.text { white-space: pre-wrap; }
.text a { text-decoration: none; }
.text .c { border-bottom: 3px double var(--conflict); } .text .m { border-bottom: 2px dotted var(--match); }
.text .c.m { border-bottom: 3px double var(--conflict); }
.text .x { color: var(--muted); font-size: .85em; } .text :target { background: var(--mark); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; } .wide { overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; min-width: 6rem; }
th { background: var(--chrome); }
td.none { color: var(--muted); text-align: center; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; } dt { color: var(--muted); }
dd { margin: 0; } code { font-size: .85em; }
@media print { :root { color-scheme: light; --paper: #fff; --chrome: #fff; --line: #999; --ink: #000; --muted: #444;
  --match: #00609a; --conflict: #a94800; --mark: #fbe3c8; --same: #d7eaf6; }
  body { padding: 0; font-size: 10pt; max-width: none; } nav { display: none; }
  .texts { display: block; border: 0; max-height: none;
  overflow: visible; } .texts > section { border: 0; } .texts h3 { position: static; }
  .wide { overflow: visible; } article, blockquote, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
  mark, .text .c, .text .m { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
""".strip()


def words(text: str) -> str:
    """Any text as HTML, as it stands: no sign in it means anything."""
    return escape_html(seen(text))


def page(title: str, body: Iterable[str]) -> str:
    """A whole document. `title` is a text, `body` is HTML."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{words(title)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>\n",
        )
    )


def element(tag: str, content: str, kind: str = "", name: str = "") -> str:
    """HTML in a tag; `kind` is its class and `name` its id, both of our own making."""
    attributes = (f' class="{kind}"' if kind else "") + (f' id="{name}"' if name else "")
    return f"<{tag}{attributes}>{content}</{tag}>"


def listed(items: Iterable[str], kind: str = "") -> str:
    """A list, an item for each piece of HTML; "" for none."""
    made = "".join(element("li", item) for item in items)
    return element("ul", made, kind) if made else ""


def link(address: str, content: str) -> str:
    """HTML that leads to a web address, as `links` gives it; alone where there is none."""
    return f'<a href="{escape_html(address)}" rel="noreferrer">{content}</a>' if address else content
