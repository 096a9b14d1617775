"""Tables from CSV: as pandas or polars data frames where one of them is installed, else as columns by name."""

from __future__ import annotations

import csv
import importlib
import importlib.util
import io
from typing import Any, Callable, Dict, List, Optional

Columns = Dict[str, List[Any]]
"""A table without a library: a list of values for each column name; None for an empty cell."""

LIBRARIES = ("pandas", "polars")


def frame(text: str, library: Optional[str] = None) -> Any:
    """A table from CSV with a header (RFC 4180).

    ``library`` is "pandas", "polars" or "columns"; without it the first of these that is installed. Numbers are read as
    numbers, an empty cell is a missing value.
    """
    chosen = library or next((name for name in LIBRARIES if importlib.util.find_spec(name)), "columns")
    if chosen == "columns":
        return columns(text)
    if chosen not in LIBRARIES:
        raise ValueError(f'library is one of "pandas", "polars" and "columns", not {library!r}')
    read = importlib.import_module(chosen).read_csv
    # polars looks at the first rows only unless it is told otherwise, and a late decimal would fail.
    return read(io.StringIO(text), infer_schema_length=None) if chosen == "polars" else read(io.StringIO(text))


def columns(text: str) -> Columns:
    """A table as columns by name."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows:
        return {}
    header, body = rows[0], rows[1:]
    for number, row in enumerate(body, start=2):
        if len(row) != len(header):
            raise ValueError(f"row {number} has {len(row)} cells, the header has {len(header)}")
    return {name: _typed([row[i] for row in body]) for i, name in enumerate(header)}


def _truth(cell: str) -> bool:
    return {"true": True, "false": False}[cell]


def _typed(cells: List[str]) -> List[Any]:
    """The cells as the narrowest of integers, numbers and truths that fits all of them; else as they stand."""
    kinds: List[Callable[[str], Any]] = [int, float, _truth]
    for kind in kinds:
        try:
            return [None if cell == "" else kind(cell) for cell in cells]
        except (ValueError, KeyError):
            continue
    return [None if cell == "" else cell for cell in cells]
