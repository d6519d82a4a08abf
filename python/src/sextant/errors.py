"""What can go wrong, by the code that the program answers with (docs/reference/pipe.md)."""

from __future__ import annotations

from typing import Any, Mapping, Optional, Type


class SextantError(Exception):
    """Something that could not be done; the text says who, what was given, what is allowed.

    `code` never changes its meaning (`unknown_study`, `not_allowed`, …); `at` is a JSON pointer to what was wrong, if
    something in particular was.
    """

    code = "internal"

    def __init__(self, message: str, *, code: Optional[str] = None, at: Optional[str] = None):
        super().__init__(message)
        self.at = at
        if code is not None:
            self.code = code

    def __reduce__(self) -> Any:
        return _again, (type(self), str(self), self.code, self.at)


def _again(kind: Type[SextantError], message: str, code: str, at: Optional[str]) -> SextantError:
    return kind(message, code=code, at=at)


class WrongFormError(SextantError, ValueError):
    """A study or a request that cannot be understood: an unknown setting, an impossible domain."""

    code = "wrong_form"


class NotAllowedError(SextantError, ValueError):
    """The study or trial does not allow it: a value out of range, a duplicate, a trial that has ended."""

    code = "not_allowed"


class UnknownStudyError(SextantError, LookupError):
    """There is no study of this name."""

    code = "unknown_study"


class UnknownTrialError(SextantError, LookupError):
    """The study has no trial of this number."""

    code = "unknown_trial"


class StudyExistsError(SextantError):
    """There is another study of this name; the text says how it differs."""

    code = "study_exists"


class HeldError(SextantError):
    """Another process has the study."""

    code = "held"


class NoResultError(SextantError, LookupError):
    """No trial is complete yet."""

    code = "no_result"


class NothingNowError(SextantError):
    """The strategy waits for results of trials that run: tell one, then ask again."""

    code = "wait"


class ProgramError(SextantError):
    """The program `sextant` was not found, could not be started, or has ended."""

    code = "program"


class ConnectionLostError(SextantError, ConnectionError):
    """The server could not be reached, for as long as was allowed."""

    code = "connection"


class WorkerError(SextantError):
    """A worker process could not be started, or the objective cannot be sent to one."""

    code = "worker"


_BY_CODE = {
    kind.code: kind
    for kind in (
        WrongFormError, NotAllowedError, UnknownStudyError, UnknownTrialError, StudyExistsError, HeldError, NoResultError)
}


def refusal(error: Mapping[str, Any]) -> SextantError:
    """The exception for the `error` of an answer."""
    code = error.get("code", "internal")
    return _BY_CODE.get(code, SextantError)(error.get("message", "no reason was given"), code=code, at=error.get("at"))
