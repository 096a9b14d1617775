"""Reads result folders."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional, Sequence

from .errors import TumenError
from .frames import frame


class Result:
    """A result folder: its tables, what was found, its runs by SQL.

    ``library`` in its methods is "pandas", "polars" or "columns"; without it tables are of the first that is installed.
    """

    def __init__(self, folder: Path, run: Callable[..., str], printed: str = "") -> None:
        self.folder = folder
        self.printed = printed
        """What the program printed when it made the result; empty for one that was there already."""
        self._run = run

    def __repr__(self) -> str:
        return f"Result({str(self.folder)!r})"

    @property
    def report(self) -> Path:
        """The report, a page that needs no network."""
        return self.folder / "report.html"

    @property
    def findings(self) -> Dict[str, Any]:
        """What was found: the answer, every table in full precision, the charts as data."""
        found: Dict[str, Any] = json.loads((self.folder / "findings.json").read_text("utf-8"))
        return found

    @property
    def answer(self) -> List[str]:
        """What was found, in sentences."""
        return list(self.findings["answer"])

    @property
    def manifest(self) -> Dict[str, Any]:
        """The experiment, its versions, counts and digests. A calibration, which stores no runs, has none."""
        told: Dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        return told

    @property
    def digest(self) -> str:
        """The digest of the outcome table: two results with the same digest are the same to the bit."""
        return str(self.manifest["result"]["digest"])

    @property
    def tables(self) -> List[str]:
        """The names of its tables, for :meth:`table`."""
        return sorted(file.stem for file in self.folder.glob("*.csv") if file.name != "columns.csv")

    def columns(self, library: Optional[str] = None) -> Any:
        """What the columns of its tables hold: table, column, type, unit and meaning, as a data frame."""
        return frame((self.folder / "columns.csv").read_bytes().decode("utf-8"), library)

    def table(self, name: str, library: Optional[str] = None) -> Any:
        """One of its tables as a data frame, such as "summary"."""
        if name not in self.tables:
            raise KeyError(f"there is no table {name!r}; there are {', '.join(self.tables)}")
        return frame((self.folder / f"{name}.csv").read_bytes().decode("utf-8"), library)

    def query(self, sql: str, *, limit: int = 1_000_000, timeout: int = 60, library: Optional[str] = None) -> Any:
        """SQL over its runs as a data frame; raises TumenError rather than leave out rows beyond the limit."""
        text = self._run("query", self.folder.absolute(), sql, "--csv", "--limit", limit + 1, "--timeout", timeout)
        table = frame(text, library)
        length = len(next(iter(table.values()), [])) if isinstance(table, dict) else len(table)
        if length > limit:
            raise TumenError(f"the query has more than {limit:,} rows; ask for fewer or raise the limit", 1)
        return table

    def runs(self, outcomes: Optional[Sequence[str]] = None, library: Optional[str] = None) -> Any:
        """Its runs, a row each in the order of arms and runs: arm, run, status and the outcomes asked for, else all."""
        asked = list(outcomes) if outcomes is not None else list(self.manifest["outcomes"])
        unknown = [name for name in asked if name not in self.manifest["outcomes"]]
        if unknown:
            raise KeyError(f"no outcomes: {', '.join(unknown)}; there are {', '.join(self.manifest['outcomes'])}")
        columns = ", ".join(["arm", "run", "status", *asked])
        return self.query(f"select {columns} from runs order by arm, run", library=library)

    def verify(self, sample: int = 100) -> str:
        """Checks every file and simulates a sample of the runs again; raises TumenError with what is wrong."""
        return self._run("verify", self.folder.absolute(), "--sample", sample).strip()
