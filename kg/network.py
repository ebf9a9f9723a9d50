"""The network page: the graph's facts as one file that opens anywhere, offline.

``write_network`` takes the view of a graph, draws the most connected nodes with pyvis and a template
of our own (``kg/page``), and embeds every fact with its sentence. All text reaches the page as JSON, never as markup.
Of a graph that is too large for one file it embeds the best connected part and says so; ``live_page`` makes of such a
file the page that ``kg serve`` shows, which asks the server for the rest.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from importlib import resources
from pathlib import Path
from typing import Any

import orjson

from kg.excerpt import MOST_PAYLOAD, ranked
from kg.layout import place
from kg.view import View

MOST_DRAWN = 350
_PLAIN_LIMIT = 3_000_000  # bytes: beyond it the facts are compressed
_CLOSED = "default-src 'none';"
_HEAD = 2000  # characters that hold the page's first element and its policy
_ALL, _PART, _LIVE = 'data-facts="all"', 'data-facts="part"', 'data-facts="live"'
KINDS = {  # colours apart in lightness too, so that they are told without colour vision; shape repeats the kind
    "person": ("dot", "#3a78c2"),
    "country": ("square", "#2f8556"),
    "organization": ("triangle", "#9166bd"),
    "force": ("diamond", "#c2512f"),
    "place": ("dot", "#8a8577"),
    "unnamed": ("dot", "#a3801a"),
    "event": ("star", "#c2577f"),
}
_FONTS = (
    '"Noto Naskh Arabic", "Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Traditional Arabic", Tahoma, Arial, sans-serif'
)


def write_network(view: View, path: Path) -> None:
    """Write the page of ``view`` to ``path``."""
    path.write_text(page(view), encoding="utf-8", newline="\n")


def page(view: View, whole: dict[str, Any] | None = None) -> str:
    """Return the page of ``view`` as HTML text; ``whole`` tells of the graph of which it is a part, if it is.

    vis-network, styles and scripts are inlined; the Content-Security-Policy admits exactly these, by hash, and no
    request.
    """
    script, style, vis = _scripts(), _read("style.css"), _vis()
    shown, packed = (view, payload(view, whole)) if whole else fitted(view, MOST_PAYLOAD)
    network = _network(shown)
    network.templateEnv.filters["script_json"] = script_json
    network.templateEnv.globals |= {
        "policy": policy([vis, script], style),
        "style": style,
        "script": script,
        "vis": vis,
        "payload": packed,
        "facts": _PART if whole or shown is not view else _ALL,
    }
    return str(network.generate_html(notebook=False))


def live_page(text: str) -> str | None:
    """Return the page that asks its server for what the page ``text`` does not hold; None where that holds all.

    It may connect to the server it came from, and to nothing else.
    """
    if _PART not in text[:_HEAD]:
        return None
    head = text[:_HEAD].replace(_PART, _LIVE, 1).replace(_CLOSED, f"{_CLOSED} connect-src 'self';", 1)
    return head + text[_HEAD:]


def fitted(view: View, most: int) -> tuple[View, str]:
    """Return the view, or the best connected part of it, whose payload has up to ``most`` bytes; and its payload."""
    packed = payload(view)
    if len(packed) <= most:
        return view, packed
    whole, order = _whole(view), ranked(view)
    part, room = view, order.grown[-1]
    while len(packed) > most:
        room = int(room * min(0.9, 0.97 * most / len(packed)))
        part = order.excerpt(room)
        packed = payload(part, whole)
    return part, packed


def _network(view: View) -> Any:
    """Return a pyvis network of the most connected nodes, placed; the page draws edges from the facts."""
    from pyvis.network import Network  # slow to import (IPython), and of no use to any other stage

    network = Network(directed=True, height="100%", width="100%", cdn_resources="in_line")
    network.set_template_dir(str(_folder()), "template.html")
    network.set_options(json.dumps(_options()))
    drawn = view.most_connected(MOST_DRAWN)
    for node, (x, y) in place(view, drawn).items():
        entry = view.nodes[node]
        network.add_node(
            node, label=label_of(entry), group=entry["k"], size=entry["s"], x=x, y=y, shape=KINDS[entry["k"]][0]
        )
    return network


def label_of(entry: dict[str, Any]) -> str:
    """Return a node's Arabic label; a date in it is isolated, so that it keeps its own direction."""
    return f"{entry['a']} \u2066{entry['w']}\u2069" if entry["w"] else str(entry["a"])


def _options() -> dict[str, Any]:
    groups = {
        kind: {
            "shape": shape,
            "color": {"background": color, "border": color, "highlight": {"background": color, "border": "#111"}},
        }
        for kind, (shape, color) in KINDS.items()
    }
    return {
        "groups": groups,
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False},
        "nodes": {
            "font": {"face": _FONTS, "size": 20, "strokeWidth": 5},
            "borderWidth": 1,
            "scaling": {"label": {"drawThreshold": 4}},
        },
        "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.45}}, "selectionWidth": 2, "hoverWidth": 0.5},
        "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}, "multiselect": False},
    }


def _whole(view: View) -> dict[str, Any]:
    """What the page of a part tells of the whole: how much there is, and the day of the newest article."""
    newest = max((article[3] or "" for article in view.articles), default="")[:10]
    return {"nodes": len(view.nodes), "facts": len(view.facts), "newest": newest}


def payload(view: View, whole: dict[str, Any] | None = None) -> str:
    """Return the facts for the page: JSON in base64, compressed where it is long.

    ``whole`` tells of the graph of which ``view`` is a part.
    """
    data = orjson.dumps(view.data() | ({"whole": whole} if whole else {}))
    level = 4 if whole or len(data) > _PLAIN_LIMIT else 0  # 6 takes three times as long and saves a tenth
    return base64.b64encode(gzip.compress(data, compresslevel=level, mtime=0)).decode("ascii")


def script_json(value: Any) -> str:
    """Return ``value`` as JSON that is safe inside a script element: no ``<`` can begin a tag or a comment."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def policy(scripts: list[str], style: str) -> str:
    """Return the Content-Security-Policy that admits these scripts and this style, and nothing from anywhere."""
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"{_CLOSED} script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _folder() -> Path:
    return Path(str(resources.files("kg"))) / "page"


def _read(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def _scripts() -> str:
    """Return the page's scripts as one, in the order of the numbers in their names."""
    names = sorted((_folder() / "js").glob("*.js"), key=lambda path: int(path.name.split("_")[0]))
    return "(() => {\n" + "\n".join(path.read_text(encoding="utf-8") for path in names) + "})();\n"


def _vis() -> str:
    """Return vis-network as pyvis ships it."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib" / "vis-9.1.2"
    return (folder / "vis-network.min.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
