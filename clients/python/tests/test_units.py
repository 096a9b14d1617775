"""What needs no simulation: tables, progress, finding the program, errors; a small shell script stands for the program."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path
from typing import List
from unittest import mock

import tumen
from tumen.frames import columns

CLIENT = Path(__file__).resolve().parents[1]


class Frames(unittest.TestCase):
    def test_cells_are_read_as_the_narrowest_type_that_fits_a_whole_column(self) -> None:
        text = 'run,share,arm,late,sure\r\n1,0.5,"a ""b"", c",,true\r\n2,-1e-3,d,7,false\r\n'
        self.assertEqual(
            columns(text),
            {
                "run": [1, 2],
                "share": [0.5, -0.001],
                "arm": ['a "b", c', "d"],
                "late": [None, 7],
                "sure": [True, False],
            },
        )
        self.assertEqual(columns("a,b\r\n"), {"a": [], "b": []})
        self.assertEqual(columns('a\r\n"two\nlines"\r\n'), {"a": ["two\nlines"]})
        self.assertEqual(columns("a\r\n1\r\nx\r\n"), {"a": ["1", "x"]})

    def test_rows_of_another_width_are_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "row 3 has 1 cells, the header has 2"):
            columns("a,b\r\n1,2\r\n3\r\n")

    def test_an_unknown_library_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "numpy"):
            tumen.frame("a\r\n1\r\n", "numpy")

    def test_data_frames_where_their_library_is_installed(self) -> None:
        for name in ("pandas", "polars"):
            with self.subTest(name):
                try:
                    __import__(name)
                except ImportError:
                    self.skipTest(f"{name} is not installed")
                table = tumen.frame("a,b\r\n1,\r\n2,0.5\r\n", name)
                self.assertEqual(type(table).__module__.split(".")[0], name)
                self.assertEqual(list(table["a"]), [1, 2])


class ProgressLines(unittest.TestCase):
    def test_they_are_told_from_other_lines(self) -> None:
        self.assertEqual(
            tumen.Progress.of("baseline: 1,200 of 10,000 runs, 3,100 runs a second, 3 s left"),
            tumen.Progress("baseline", "", 1200, 10000, "runs"),
        )
        self.assertEqual(
            tumen.Progress.of("baseline: summarising, 3 of 44 outcomes"),
            tumen.Progress("baseline", "summarising", 3, 44, "outcomes"),
        )
        self.assertIsNone(tumen.Progress.of("a.yaml:3: weeks: must be 1 or more, not 0"))
        self.assertIsNone(tumen.Progress.of("Only the first 5 rows are shown; --limit asks for more."))


class Standing(unittest.TestCase):
    """A script in the place of the program."""

    def setUp(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="tumen-"))
        self.addCleanup(shutil.rmtree, self.home)

    def program(self, script: str, **options: object) -> tumen.Program:
        file = self.home / "tumen"
        file.write_text("#!/bin/sh\n" + script, "utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        return tumen.Program(self.home, **options)  # type: ignore[arg-type]

    def test_it_is_found_by_argument_variable_path_and_repository(self) -> None:
        given = self.program("echo given")
        self.assertEqual(given.version(), "given")
        here = {"TUMEN_HOME": str(self.home), "PATH": os.environ["PATH"]}
        with mock.patch.dict(os.environ, here):
            self.assertEqual(tumen.Program().executable, given.executable)
        with mock.patch.dict(os.environ, {"TUMEN_HOME": "", "PATH": f"{self.home}:{os.environ['PATH']}"}):
            self.assertEqual(tumen.Program().executable.resolve(), given.executable)
        with mock.patch.dict(os.environ, {"TUMEN_HOME": "", "PATH": "/nowhere"}):
            self.assertEqual(tumen.Program().executable, CLIENT.parents[1] / "tumen")

    def test_without_a_program_it_says_so(self) -> None:
        with self.assertRaisesRegex(tumen.ProgramNotFound, "there is no program in"):
            tumen.Program(self.home)

    def test_arguments_are_passed_as_they_are(self) -> None:
        program = self.program('for a in "$@"; do printf "[%s]" "$a"; done')
        self.assertEqual(program.run("batch", Path("a b.yaml"), "--runs", 3), "[batch][a b.yaml][--runs][3]")
        script = 'for a in "$@"; do printf "[%s]\\n" "$a"; done; echo "Report: out/report.html; its tables as CSV and"'
        made = self.program(script, cwd=self.home).study(
            "sweep", "s.yaml", set={"a.b": 1, "c": "x y"}, force=True, out=None, failure_limit=5, events=False
        )
        words = made.printed.split("\n")[:-2]
        asked = ["explore", "sweep", "s.yaml", "--set", "a.b=1", "--set", "c=x y", "--force", "--failure-limit", "5"]
        self.assertEqual(words, [f"[{word}]" for word in asked])
        self.assertEqual(made.folder, self.home / "out")
        with self.assertRaisesRegex(ValueError, "no kind of study"):
            self.program("").study("swoop", "s.yaml")

    def test_failures_carry_the_message_and_the_status(self) -> None:
        for status, kind in ((1, tumen.TumenError), (2, tumen.InvalidInput), (130, tumen.Interrupted)):
            with self.assertRaises(kind) as caught:
                self.program(f"echo out; echo 'x: 1 of 2 runs' >&2; echo why >&2; exit {status}").run("batch")
            self.assertEqual((str(caught.exception), caught.exception.status), ("why", status))

    def test_progress_and_warnings_are_passed_on(self) -> None:
        heard: List[tumen.Progress] = []
        program = self.program("echo 'x: 1 of 2 runs' >&2; echo 'warning: an odd date' >&2", progress=heard.append)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            program.run("batch")
        self.assertEqual(heard, [tumen.Progress("x", "", 1, 2, "runs")])
        self.assertEqual([(w.category, str(w.message)) for w in caught], [(tumen.TumenWarning, "an odd date")])
        self.assertEqual(caught[0].filename, __file__)

    def test_streams_of_any_length_do_not_stop_it(self) -> None:
        program = self.program("i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789 >&2;"
                               " echo 0123456789012345678901234567890123456789; i=$((i+1)); done")
        self.assertEqual(len(program.run("x").splitlines()), 3000)


class Typed(unittest.TestCase):
    def test_the_hints_hold(self) -> None:
        try:
            __import__("mypy")
        except ImportError:
            self.skipTest("mypy is not installed")
        checked = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "tumen"], cwd=CLIENT, capture_output=True, text=True, check=False
        )
        self.assertEqual(checked.returncode, 0, checked.stdout)


if __name__ == "__main__":
    unittest.main()
