"""A door on loopback for the buttons of a page: a random word in its address lets in, and only while a study runs."""

from __future__ import annotations

import hmac
import http.server
import json
import secrets
import threading
from typing import TYPE_CHECKING, Any, Optional

from ..errors import SextantError

if TYPE_CHECKING:
    from ..study import Study

ACTIONS = ("ping", "stop", "pause", "resume", "retry")


class Door:
    """POST /WORD/ACTION or /WORD/ACTION/TRIAL at 127.0.0.1; anything else is refused. A context manager."""

    def __init__(self, study: "Study"):
        self.word = secrets.token_urlsafe(24)
        door = self

        class Handler(http.server.BaseHTTPRequestHandler):
            timeout = 10

            def do_POST(self) -> None:
                self._answer(*door.act(study, self.path))

            def do_OPTIONS(self) -> None:
                self._answer(204, {})

            def _answer(self, status: int, said: Any) -> None:
                body = b"" if status == 204 else json.dumps(said).encode()
                self.send_response(status)
                # Whoever knows the word may call, from whatever page the notebook is on.
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Access-Control-Allow-Private-Network", "true")
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]

    def __enter__(self) -> "Door":
        threading.Thread(target=self._server.serve_forever, args=(0.1,), name="sextant buttons", daemon=True).start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._server.shutdown()
        self._server.server_close()

    def act(self, study: "Study", path: str) -> "tuple[int, dict[str, Any]]":
        """What a button asks for; status and answer."""
        _, word, action, *rest = [*path.split("/"), ""]
        trial = rest[0] if rest else ""
        if not hmac.compare_digest(word.encode(), self.word.encode()) or action not in ACTIONS or not (trial == "" or trial.isdigit()):
            return 404, {"error": "There is nothing here."}
        try:
            _act(study, action, int(trial) if trial else None)
        except SextantError as refused:
            return 409, {"error": str(refused)}
        return 200, {"ok": True}


def _act(study: "Study", action: str, trial: Optional[int]) -> None:
    if action == "stop":
        study.stop(trial, why="stopped from the notebook")
    elif action == "pause":
        study.pause(trial)
    elif action == "resume":
        study.resume(trial)
    elif action == "retry":
        study.retry(trial)
