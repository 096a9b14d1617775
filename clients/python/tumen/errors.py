"""What may go wrong, in the program's own words."""

from __future__ import annotations


class TumenError(Exception):
    """The program failed. The text of the exception is what the program said; ``status`` is its exit status."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class InvalidInput(TumenError):
    """A scenario, a study, a query or an argument is not valid; the text names every problem with file, line and path."""


class Interrupted(TumenError):
    """The program was interrupted; what it finished is kept, and the same call goes on from there."""


class ProgramNotFound(TumenError):
    """There is no program to run."""

    def __init__(self, message: str) -> None:
        super().__init__(message, 127)


class TumenWarning(UserWarning):
    """The program warns: a scenario is allowed and may not do what was meant."""
