"""Studies in a process of our own: `sextant pipe`, a line of JSON for each request and each answer."""

from __future__ import annotations

import collections
import io
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import weakref
from concurrent.futures import Future
from typing import Any, BinaryIO, Deque, Optional, cast

from . import program as programs
from .errors import ProgramError, refusal
from .transport import Answer, Late, dumps

PATIENCE = 5.0
"""Seconds that a process gets to end by itself, and again after TERM."""

_open: "weakref.WeakSet[Pipe]" = weakref.WeakSet()


class Pipe:
    """A running `sextant pipe`. It ends with this process, however that ends: its input closes.

    One thread owns the process's input and output, so that whoever is interrupted while waiting for an answer leaves the
    lines in step. Ctrl-C does not reach the process: it has a session of its own.
    """

    waits = False

    def __init__(self, home: Optional[programs.PathLike] = None, program: Optional[programs.PathLike] = None):
        self.where = "sextant pipe"
        self._owner = os.getpid()
        command = [programs.find(program), "pipe", *(["--home", os.fspath(home)] if home is not None else [])]
        try:
            self._process = subprocess.Popen(
                command, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        except OSError as failed:
            raise ProgramError(f"{command[0]} cannot be started: {failed}.") from failed
        self._lines: "queue.SimpleQueue[Any]" = queue.SimpleQueue()
        last_words: Deque[str] = collections.deque(maxlen=20)
        listener = _start(_listen, self._process, last_words)
        _start(_speak, self._process, self._lines, last_words, listener)
        self._end = weakref.finalize(self, _end, self._process, self._lines, self._owner)
        _open.add(self)

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def call(self, kind: str, *, late: Optional[Late] = None, **members: Any) -> Answer:
        if os.getpid() != self._owner:
            raise ProgramError(
                f"This study was opened by process {self._owner}, and process {os.getpid()} was forked from it; they cannot both use it.\n"
                "Use tune(workers=…), or open the study anew in each process.")
        if not self._end.alive:
            raise ProgramError(f"{kind}: the study is closed.")
        answered: "Future[bytes]" = Future()
        self._lines.put((dumps({kind: members}).encode() + b"\n", answered))
        try:
            line = answered.result()
        except (KeyboardInterrupt, SystemExit):
            if late is not None:
                answered.add_done_callback(lambda done: done.exception() or late(json.loads(done.result())))
            raise
        answer: Answer = json.loads(line)
        if "error" in answer:
            raise refusal(answer["error"])
        return answer

    def close(self) -> None:
        self._end()

    def _forget(self) -> None:
        """In a forked child: lets go of the pipes, which otherwise would stay open when the parent dies."""
        self._end.detach()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        self._process.returncode = 0


def _forget_all() -> None:
    for pipe in list(_open):
        pipe._forget()
    _open.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)


def _start(work: Any, *arguments: Any) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, name=f"sextant {work.__name__.strip('_')}", daemon=True)
    thread.start()
    return thread


def _speak(process: "subprocess.Popen[bytes]", lines: "queue.SimpleQueue[Any]", last_words: Deque[str], listener: threading.Thread) -> None:
    """Sends lines and reads their answers, one after another, until None comes or the process has ended."""
    assert process.stdout is not None
    gone: Optional[Exception] = None
    with io.BufferedReader(cast(io.RawIOBase, process.stdout)) as answers:
        for line, answered in iter(lines.get, None):
            gone = gone or _exchange(process, line, answered, answers, last_words, listener)
            if gone:
                answered.set_exception(gone)


def _exchange(process: Any, line: bytes, answered: "Future[bytes]", answers: BinaryIO, last_words: Deque[str],
              listener: threading.Thread) -> Optional[Exception]:
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[process.stdin.write(rest):]
        answer = answers.readline()
    except (OSError, ValueError):
        answer = b""
    if answer.endswith(b"\n"):
        answered.set_result(answer)
        return None
    return _gone(process, last_words, listener)


def _gone(process: Any, last_words: Deque[str], listener: threading.Thread) -> ProgramError:
    try:
        code: Any = process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        code = "still running"
    listener.join(PATIENCE)
    how = f"was killed by signal {-code}" if isinstance(code, int) and code < 0 else f"has ended with exit code {code}"
    said = "\n".join(["It said:", *last_words]) if last_words else "It said nothing."
    return ProgramError(f"{process.args[0]} pipe {how}. {said}")


def _listen(process: "subprocess.Popen[bytes]", last_words: Deque[str]) -> None:
    """Passes on what the process has to say, e.g. that it is being built, and keeps the end of it."""
    assert process.stderr is not None
    with io.TextIOWrapper(io.BufferedReader(cast(io.RawIOBase, process.stderr)), encoding="utf-8", errors="replace") as words:
        for line in words:
            last_words.append(line.rstrip())
            print(line, end="", file=sys.stderr, flush=True)


def _end(process: "subprocess.Popen[bytes]", lines: "queue.SimpleQueue[Any]", owner: int) -> None:
    if os.getpid() != owner:
        return
    lines.put(None)
    assert process.stdin is not None
    process.stdin.close()
    for step in (None, signal.SIGTERM, signal.SIGKILL):
        if step is not None:
            _signal(process, step)
        try:
            process.wait(PATIENCE)
            return
        except subprocess.TimeoutExpired:
            continue


def _signal(process: "subprocess.Popen[bytes]", number: int) -> None:
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        pass
