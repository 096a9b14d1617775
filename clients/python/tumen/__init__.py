"""Runs Tumen, a simulation of arms-deal diplomacy, and reads its results.

    import tumen

    result = tumen.Program().batch("scenarios/baseline.yaml", runs=1000)
    result.table("summary")

Nothing but the standard library is needed. Tables are pandas or polars data frames where one of them is installed.
"""

from .errors import InvalidInput, Interrupted, ProgramNotFound, TumenError, TumenWarning
from .frames import Columns, frame
from .program import KINDS, Program, Progress
from .result import Result

__all__ = [
    "KINDS",
    "Columns",
    "Interrupted",
    "InvalidInput",
    "Program",
    "ProgramNotFound",
    "Progress",
    "Result",
    "TumenError",
    "TumenWarning",
    "frame",
]
__version__ = "0.1.0"
