"""Finds the program and runs it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, List, Mapping, Optional, Sequence, Union

from .errors import Interrupted, InvalidInput, ProgramNotFound, TumenError, TumenWarning
from .result import Result

PathLike = Union[str, "os.PathLike[str]"]

KINDS = ("batch", "compare", "sweep", "sensitivity", "discover", "search", "game", "hindcast", "calibrate")
"""The kinds of study."""

_EXPLORING = ("sweep", "sensitivity", "discover")
_REPORT = re.compile(r"^Report: (.+?); its tables as CSV", re.MULTILINE)
_PROGRESS = re.compile(
    r"^(?P<task>[^:]+): (?:(?P<stage>[^:,]+), )?(?P<done>[\d,]+) of (?P<total>[\d,]+) (?P<unit>[a-z]+)"
    r"(?:, [\d,]+ runs a second, .*)?$"
)


@dataclass(frozen=True)
class Progress:
    """How far the program has come; it tells every few seconds."""

    task: str
    stage: str
    """What is being done; empty while runs are made."""
    done: int
    total: int
    unit: str

    @staticmethod
    def of(line: str) -> Optional["Progress"]:
        """The progress that a line of the program tells of; None for any other line."""
        told = _PROGRESS.match(line)
        if told is None:
            return None
        done, total = (int(told[key].replace(",", "")) for key in ("done", "total"))
        return Progress(told["task"], told["stage"] or "", done, total, told["unit"])


class Program:
    """The program: in a folder that is given, else in ``TUMEN_HOME``, on the ``PATH``, or in the repository of this file.

    ``cwd`` is where relative paths begin and results are written, in ``results/`` or the folder that ``TUMEN_RESULTS`` names;
    ``progress`` is called while it runs.
    """

    def __init__(
        self,
        home: Optional[PathLike] = None,
        *,
        cwd: Optional[PathLike] = None,
        progress: Optional[Callable[[Progress], None]] = None,
    ) -> None:
        self.executable = _find(home)
        self.cwd = Path(cwd) if cwd is not None else None
        self.progress = progress

    def run(self, *arguments: Union[PathLike, int, float]) -> str:
        """Runs any command and returns what it prints.

        Raises InvalidInput, Interrupted or TumenError with the program's message; issues its warnings as TumenWarning.
        """
        environment = dict(os.environ)
        environment.pop("TUMEN_TERMINAL", None)
        with subprocess.Popen(
            [str(self.executable), *(str(a) for a in arguments)],
            cwd=self.cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        ) as process:
            said: List[str] = []
            # Both streams are read at a time: a full pipe would stop the program.
            listener = threading.Thread(target=self._listen, args=(process, said), daemon=True)
            listener.start()
            assert process.stdout is not None
            try:
                printed = process.stdout.read()
                status = process.wait()
            except BaseException:
                # It keeps what is finished, and goes with this process.
                process.send_signal(signal.SIGINT)
                process.wait()
                raise
            listener.join()
        _raise(status, "\n".join(line for line in said if not line.startswith("warning: ")))
        for line in said:
            if line.startswith("warning: "):
                warnings.warn(line[len("warning: ") :], TumenWarning, stacklevel=_outside())
        return printed

    def _listen(self, process: "subprocess.Popen[str]", said: List[str]) -> None:
        assert process.stderr is not None
        for line in process.stderr:
            progress = Progress.of(line.rstrip())
            if progress is None:
                said.append(line.rstrip())
            elif self.progress is not None:
                self.progress(progress)

    def batch(self, scenario: PathLike, **options: Any) -> Result:
        """Simulates a scenario many times. Options as of :meth:`study`."""
        return self.study("batch", scenario, **options)

    def compare(self, *files: PathLike, **options: Any) -> Result:
        """Compares scenarios, or stored results, or the arms of one study file, on the same random numbers."""
        return self._made(["compare", *files, *_options(options)])

    def study(self, kind: str, file: PathLike, **options: Any) -> Result:
        """Runs a study of a kind (one of ``KINDS``) and returns its result.

        Options are those of the command, with underscores: ``runs=1000, seed=1, threads=2, out="folder", force=True``.
        ``set`` is a mapping of parameters to values: ``set={"actors.japan.policy.assertiveness": 1.4}``.
        """
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of study; there are {', '.join(KINDS)}")
        command = ["explore", kind] if kind in _EXPLORING else [kind]
        return self._made([*command, file, *_options(options)])

    def result(self, folder: PathLike) -> Result:
        """A result that is there already: its folder, or the name of one where results lie."""
        base = self.cwd or Path.cwd()
        results = os.environ.get("TUMEN_RESULTS") or "results"
        for candidate in (base / folder, base / results / folder):
            if candidate.is_dir():
                return Result(candidate, self.run)
        raise FileNotFoundError(f"there is no result folder {os.fspath(folder)!r}, here or in {results}/")

    def validate(self, file: PathLike) -> None:
        """Raises InvalidInput with everything that is wrong with a scenario or a study."""
        self.run("validate", file)

    def version(self) -> str:
        """The program's version, and that of Java."""
        return self.run("--version").strip()

    def _made(self, arguments: Sequence[Any]) -> Result:
        printed = self.run(*arguments)
        report = _REPORT.search(printed)
        if report is None:
            raise TumenError("the program did not say where its result is; it printed:\n" + printed, 0)
        return Result((self.cwd or Path.cwd()) / Path(report[1]).parent, self.run, printed)


def _outside() -> int:
    """How many callers up from the one who asks the code of somebody else is, who should see a warning as its own."""
    frame, level = sys._getframe(1), 1
    while frame.f_back is not None and Path(frame.f_code.co_filename).parent == Path(__file__).parent:
        frame, level = frame.f_back, level + 1
    return level


def _find(home: Optional[PathLike]) -> Path:
    names = ("tumen.cmd",) if os.name == "nt" else ("tumen",)
    given = home if home is not None else os.environ.get("TUMEN_HOME")
    if given:
        for name in names:
            if (Path(given) / name).is_file():
                return (Path(given) / name).resolve()
        raise ProgramNotFound(f"there is no program in {os.fspath(given)}, which home or TUMEN_HOME names")
    on_path = shutil.which("tumen")
    if on_path:
        return Path(on_path)
    for folder in Path(__file__).resolve().parents:
        for name in names:
            if (folder / name).is_file() and (folder / "scenarios").is_dir():
                return folder / name
    raise ProgramNotFound("the program was not found: set TUMEN_HOME to its folder, or put tumen on the PATH")


def _options(options: Mapping[str, Any]) -> List[str]:
    arguments: List[str] = []
    for name, value in options.items():
        option = "--" + name.replace("_", "-")
        if name == "set":
            for path, override in value.items():
                arguments += ["--set", f"{path}={override}"]
        elif value is True:
            arguments.append(option)
        elif value is not None and value is not False:
            arguments += [option, str(value)]
    return arguments


def _raise(status: int, message: str) -> None:
    if status == 0:
        return
    if status == 2:
        raise InvalidInput(message, status)
    if status in (130, -signal.SIGINT):
        raise Interrupted(message or "interrupted; the same call goes on", status)
    raise TumenError(message or f"the program ended with status {status}", status)
