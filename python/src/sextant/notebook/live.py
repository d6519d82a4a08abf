"""A view of a study that lives while it runs: a table, two plots, buttons."""

from __future__ import annotations

import html
import json
import secrets
import threading
from importlib import resources
from typing import TYPE_CHECKING, Any

from .door import Door
from .glance import glance
from .kernel import kernel_id
from .page import static

if TYPE_CHECKING:
    from ..study import Study

REDRAWN = 0.5
"""Seconds between two looks; nothing is sent when nothing has happened."""


class Live:
    """Two outputs of a cell: the view itself, which is sent once, and what there is to see, which is sent again and again.

    The second is also what a notebook keeps: where no script runs, its static page is shown.
    """

    def __init__(self, study: "Study"):
        self._study = study
        self._id = "sextant-" + secrets.token_hex(6)
        self._door = Door(study)
        self._over = threading.Event()
        self._sent = (-1, False)
        self._carrier: Any = None
        self._thread = threading.Thread(target=self._watch, name="sextant view", daemon=True)

    def __enter__(self) -> "Live":
        from IPython.display import HTML, display  # type: ignore[import-not-found,unused-ignore]
        self._html = HTML
        self._door.__enter__()
        display(HTML(self.shell()))  # type: ignore[no-untyped-call,unused-ignore]
        self._carrier = display(HTML(self.carried(False)), display_id=True)  # type: ignore[no-untyped-call,unused-ignore]
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._over.set()
        self._thread.join()
        self._door.__exit__()
        self._carrier.update(self._html(self.carried(True)))

    def _watch(self) -> None:
        while not self._over.wait(REDRAWN):
            now = (self._study.board.version, self._study.paused)
            if now != self._sent:
                self._sent = now
                self._carrier.update(self._html(self.carried(False)))

    def shell(self) -> str:
        """The view before anything is to be seen."""
        files = resources.files(__package__)
        style = (files / "live.css").read_text(encoding="utf-8")
        script = (files / "live.js").read_text(encoding="utf-8")
        settings = _json({"id": self._id, "port": self._door.port, "word": self._door.word, "kernel": kernel_id()})
        return (f"<style>{style}</style><div class=\"sextant-live\" id=\"{self._id}\" data-study=\"{html.escape(self._study.name)}\"></div>"
                f"<script>{script}\nwindow.sextantLive.open({settings});</script>")

    def carried(self, over: bool) -> str:
        """What there is to see now: as a page, and for the view above, which hides the page."""
        seen = glance(self._study, over)
        return (f"<div class=\"sextant-static\" data-for=\"{self._id}\">{static(seen)}</div>"
                f"<script>(window.sextantSeen = window.sextantSeen || {{}})[{_json(self._id)}] = {_json(seen)};\n"
                f"window.sextantLive && window.sextantLive.show({_json(self._id)});</script>")


def _json(value: Any) -> str:
    """JSON that may stand in a script: `</script>` cannot appear in it."""
    return json.dumps(value).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
