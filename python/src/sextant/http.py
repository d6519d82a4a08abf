"""Studies on a server, over HTTP: connections that stay open, requests that may be repeated, trials that live while we do."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import random
import secrets
import socket
import ssl
import threading
import time
import urllib.parse
import weakref
from typing import Any, Callable, Dict, List, Optional, Set, Tuple

from .errors import ConnectionLostError, SextantError, refusal
from .form import seconds
from .transport import Answer, Late, dumps

ANSWER = 30.0
"""Seconds without a byte after which an answer is given up; long polls are shorter."""

FILE = 600.0
"""The same for a file that the server first has to get from a worker."""

PART = 1 << 20

AGAIN = (429, 502, 503, 504)
"""Answers after which a request is repeated later."""

_READS = ("best", "trials", "importance", "queue", "finished")

Held = Tuple[str, int, int]


class Http:
    """A server at an address. Thread-safe.

    Every write has an idempotency key of its own: it is repeated after a lost connection and done once. Trials asked here are held
    by a worker that a thread keeps alive; when this process ends, they return to the queue after the server's silence.
    """

    waits = True

    def __init__(self, url: str, *, token: Optional[str] = None, ca: Optional[str] = None, fingerprint: Optional[str] = None,
                 patience: Any = "5m"):
        """`ca`: a file with the certificate to trust; `fingerprint`: SHA-256 of the server's own. `patience`: how long to try."""
        self.where = url.rstrip("/")
        self._door = _Door(self.where, token, ca, fingerprint)
        self._patience = seconds(patience) or 0.0
        self._pulse = _Pulse(self._door)
        self._end = weakref.finalize(self, _end, self._pulse, self._door)

    def call(self, kind: str, *, late: Optional[Late] = None, **members: Any) -> Answer:
        if not self._end.alive:
            raise ConnectionLostError(f"{kind}: the connection to {self.where} is closed.", code="connection")
        method, path, body = _request(kind, members)
        if kind == "ask":
            body = {**(body or {}), "worker": self._pulse.worker}
        key = secrets.token_hex(16)
        try:
            answer = self._insist(method, path, body, key)
        except (KeyboardInterrupt, SystemExit):
            if late is not None:
                self._pulse.later(lambda: late(self._noted(kind, members, self._insist(method, path, body, key))))
            raise
        return self._noted(kind, members, answer)

    def _noted(self, kind: str, members: Dict[str, Any], answer: Answer) -> Answer:
        self._pulse.note(kind, members, answer)
        return answer

    def download(self, path: str, write: Callable[[bytes], Any]) -> str:
        """Hands on the bytes of a file, part by part; its SHA-256. One try: what a worker has sent of it the server keeps."""
        try:
            status, answer = self._door.stream(path, write)
        except (OSError, http.client.HTTPException) as lost:
            raise ConnectionLostError(f"{self.where} broke off: {str(lost) or type(lost).__name__}.", code="connection") from lost
        if status >= 300:
            raise _refused(self.where, status, _read(answer))
        return answer.decode()

    def close(self) -> None:
        self._end()

    def _insist(self, method: str, path: str, body: Any, key: str) -> Answer:
        """The answer, after as many tries as it takes while patience lasts."""
        until = time.monotonic() + self._patience
        pause = 0.1
        tries = 0
        while True:
            tries += 1
            try:
                status, answer = self._door.exchange(method, path, body, key)
            except (OSError, http.client.HTTPException) as lost:
                if isinstance(lost, ssl.SSLError) or time.monotonic() + pause > until:
                    raise ConnectionLostError(f"{self.where} cannot be reached: {str(lost) or type(lost).__name__}.", code="connection") from lost
            else:
                if status < 300:
                    return answer
                if method == "DELETE" and tries > 1 and status == 404:
                    return {"ok": True}
                if status not in AGAIN or time.monotonic() + pause > until:
                    raise _refused(self.where, status, answer)
            time.sleep(pause * random.uniform(0.5, 1.0))
            pause = min(2 * pause, 5.0)


def _refused(where: str, status: int, answer: Any) -> SextantError:
    if isinstance(answer, dict) and isinstance(answer.get("error"), dict):
        return refusal(answer["error"])
    return SextantError(f"{where} answered {status}, and nothing that Sextant says. Is it the address of a Sextant server?", code="connection")


def _request(kind: str, members: Dict[str, Any]) -> "tuple[str, str, Any]":
    """Method, path and body of a request of docs/reference/pipe.md."""
    body = dict(members)
    if kind == "create":
        return "POST", "/api/v1/studies", body
    if kind in ("studies", "service"):
        return "GET", _query("/api/v1/studies" if kind == "studies" else "/api/v1", body), None
    path = "/api/v1/studies/" + urllib.parse.quote(body.pop("study"), safe="")
    if kind == "show":
        return "GET", path, None
    if kind == "change":
        return "PATCH", path, body
    if kind == "delete":
        return "DELETE", path, None
    if kind == "artifacts":
        return "GET", f"{path}/trials/{body['trial']}/artifacts", None
    if kind == "finished" and "trials" in body:
        body["trials"] = ",".join(map(str, body["trials"]))
    if kind in _READS:
        return "GET", _query(f"{path}/{kind}", body), None
    if "trial" in body:
        return "POST", f"{path}/trials/{body.pop('trial')}/{kind}", body
    return "POST", f"{path}/{kind}", body


def _query(path: str, members: Dict[str, Any]) -> str:
    return path + ("?" + urllib.parse.urlencode(members) if members else "")


class _Door:
    """Connections to one address. Thread-safe; a forked child gets its own."""

    def __init__(self, url: str, token: Optional[str], ca: Optional[str], fingerprint: Optional[str]):
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"{url!r} is no address of a server.\nExample: sextant.connect('http://127.0.0.1:7700')")
        self._host, self._port, self._prefix = parts.hostname, parts.port, parts.path.rstrip("/")
        self._fingerprint = "".join(c for c in (fingerprint or "").lower().replace("sha256:", "") if c in "0123456789abcdef")
        self._tls = _trust(ca, bool(self._fingerprint)) if parts.scheme == "https" else None
        self._headers = {"Content-Type": "application/json", "Accept": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
        self._idle: List[http.client.HTTPConnection] = []
        self._owner = os.getpid()
        self._lock = threading.Lock()

    def exchange(self, method: str, path: str, body: Any, key: str) -> "tuple[int, Answer]":
        """Status and answer; a connection that was idle and turns out to be dead is replaced by a new one."""
        connection, fresh = self._take()
        try:
            return self._on(connection, method, path, body, key)
        except (ConnectionError, http.client.BadStatusLine):
            connection.close()
            if fresh:
                raise
        return self._on(self._new(), method, path, body, key)

    def _on(self, connection: http.client.HTTPConnection, method: str, path: str, body: Any, key: str) -> "tuple[int, Answer]":
        text = None if body is None else dumps(body).encode()
        try:
            connection.request(method, self._prefix + path, text, {**self._headers, **({"Idempotency-Key": key} if method != "GET" else {})})
            response = connection.getresponse()
            said = response.read()
        except BaseException:
            connection.close()
            raise
        if response.will_close:
            connection.close()
        else:
            with self._lock:
                self._idle.append(connection)
        return response.status, _read(said)

    def stream(self, path: str, write: Callable[[bytes], Any]) -> "tuple[int, bytes]":
        """Status and SHA-256 of a file, whose parts are written; or status and what was answered instead."""
        connection = self._new()
        try:
            connection.sock.settimeout(FILE)
            connection.request("GET", self._prefix + path, None, self._headers)
            response = connection.getresponse()
            if response.status >= 300:
                return response.status, response.read()
            part = response.read(PART)
            while part:
                write(part)
                part = response.read(PART)
            return response.status, (response.getheader("ETag") or "").strip('"').encode()
        finally:
            connection.close()

    def _take(self) -> "tuple[http.client.HTTPConnection, bool]":
        with self._lock:
            if os.getpid() != self._owner:
                self._idle, self._owner = [], os.getpid()
            if self._idle:
                return self._idle.pop(), False
        return self._new(), True

    def _new(self) -> http.client.HTTPConnection:
        if self._tls is None:
            connection = http.client.HTTPConnection(self._host, self._port, timeout=ANSWER)
            connection.connect()
        else:
            connection = http.client.HTTPSConnection(self._host, self._port, timeout=ANSWER, context=self._tls)
            connection.connect()
            self._check(connection)
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def _check(self, connection: http.client.HTTPSConnection) -> None:
        if not self._fingerprint:
            return
        assert isinstance(connection.sock, ssl.SSLSocket)
        found = hashlib.sha256(connection.sock.getpeercert(binary_form=True) or b"").hexdigest()
        if found != self._fingerprint:
            connection.close()
            raise ssl.SSLError(f"the certificate of {self._host} has the fingerprint {found}, not {self._fingerprint}")

    def close(self) -> None:
        with self._lock:
            for connection in self._idle:
                connection.close()
            self._idle = []


def _trust(ca: Optional[str], by_fingerprint: bool) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=ca)
    if by_fingerprint:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _read(said: bytes) -> Answer:
    try:
        answer = json.loads(said)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


class _Pulse:
    """The worker that holds the trials asked here: a thread lets the server hear it while there are any."""

    def __init__(self, door: _Door):
        self.worker = f"python-{socket.gethostname().split('.')[0][:40]}-{os.getpid()}-{secrets.token_hex(3)}"
        self._door = door
        self._held: Set[Held] = set()
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._thread: Optional[threading.Thread] = None
        self._every = 20.0

    def note(self, kind: str, members: Dict[str, Any], answer: Answer) -> None:
        """Takes down which trials are held, from what was asked and told."""
        study = members.get("study", "")
        with self._lock:
            if kind == "ask":
                self._held |= {(study, trial["trial"], trial["attempt"]) for trial in answer.get("trials", ())}
            elif kind in ("tell", "stop", "pause") and "trial" in members:
                self._held = {held for held in self._held if held[:2] != (study, members["trial"])}
            elif kind == "delete":
                self._held = {held for held in self._held if held[0] != study}
            start = bool(self._held) and self._thread is None
            if start:
                self._thread = threading.Thread(target=self._beat, name="sextant pulse", daemon=True)
        if start and self._thread is not None:
            self._thread.start()

    def _beat(self) -> None:
        while not self._over.wait(self._every):
            try:
                self.beat()
            except (OSError, http.client.HTTPException):
                continue

    def beat(self) -> None:
        """Says what is held; what is not named returns to the queue."""
        with self._lock:
            running = [{"study": study, "trial": trial, "attempt": attempt} for study, trial, attempt in sorted(self._held)]
        _, answer = self._door.exchange("POST", f"/api/v1/workers/{self.worker}/heartbeat",
                                        {"running": running, "host": socket.gethostname()}, secrets.token_hex(16))
        silence = answer.get("silence")
        if isinstance(silence, str):
            self._every = max(1.0, (seconds(silence) or 60.0) / 4)

    def later(self, work: Any) -> None:
        threading.Thread(target=work, name="sextant late answer", daemon=True).start()

    def end(self) -> None:
        """Gives back what is held; what cannot be given back returns to the queue after the server's silence."""
        self._over.set()
        with self._lock:
            held, self._held = self._held, set()
        try:
            for study, trial, _ in sorted(held):
                for step in ("pause", "resume"):
                    self._door.exchange(*_request(step, {"study": study, "trial": trial}), secrets.token_hex(16))
        except (OSError, http.client.HTTPException):
            pass


def _end(pulse: _Pulse, door: _Door) -> None:
    pulse.end()
    door.close()
