"""The program itself, run from Python; and the code of the pages, run block by block."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import unittest.mock
from pathlib import Path
from typing import Any, Dict, List, Tuple

import tumen

REPOSITORY = Path(__file__).resolve().parents[3]
PAGES = REPOSITORY / "src/site/markdown"


class Folder(unittest.TestCase):
    """A folder with the scenarios beside it, as a user would have them."""

    folder: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="tumen-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        (cls.folder / "scenarios").symlink_to(REPOSITORY / "scenarios")


class Results(Folder):
    result: tumen.Result
    program: tumen.Program

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        cls.program = tumen.Program(REPOSITORY, cwd=cls.folder)
        cls.result = cls.program.batch("scenarios/reference.yaml", runs=30, seed=3)

    def test_runs_are_those_that_the_summary_describes(self) -> None:
        runs = self.result.runs(["mean_stability"], library="columns")
        self.assertEqual(runs["run"], list(range(30)))
        summary = self.result.table("summary", library="columns")
        said = self.result.columns(library="columns")
        known = [key for table, key in zip(said["table"], said["column"]) if table == "summary"]
        self.assertEqual(known, list(summary))
        row = summary["outcome"].index("mean_stability")
        self.assertAlmostEqual(summary["mean"][row], sum(runs["mean_stability"]) / 30, places=9)
        self.assertEqual(len(self.result.runs(library="columns")), 3 + len(self.result.manifest["outcomes"]))

    def test_the_same_call_finds_the_same_result(self) -> None:
        again = self.program.batch("scenarios/reference.yaml", runs=30, seed=3)
        self.assertEqual((again.folder, again.digest), (self.result.folder, self.result.digest))
        self.assertEqual(self.program.result(again.folder.name).digest, again.digest)
        self.assertTrue(again.report.is_file())
        self.assertIn("nothing wrong", again.verify(sample=5))

    def test_results_are_found_where_the_variable_says(self) -> None:
        elsewhere = self.folder / "elsewhere"
        with unittest.mock.patch.dict(os.environ, {"TUMEN_RESULTS": str(elsewhere)}):
            made = self.program.batch("scenarios/reference.yaml", runs=20, seed=4)
            self.assertEqual(made.folder.parent, elsewhere)
            self.assertEqual(self.program.result(made.folder.name).digest, made.digest)
            with self.assertRaisesRegex(FileNotFoundError, "elsewhere"):
                self.program.result("none")

    def test_a_query_never_leaves_rows_out(self) -> None:
        asked = "select run from runs order by run"
        self.assertEqual(self.result.query(asked, limit=30, library="columns")["run"], list(range(30)))
        with self.assertRaisesRegex(tumen.TumenError, "more than 29 rows"):
            self.result.query(asked, limit=29, library="columns")

    def test_what_is_wrong_is_told_in_the_programs_words(self) -> None:
        with self.assertRaisesRegex(tumen.InvalidInput, "assertivness.*\n?.*assertiveness") as caught:
            self.program.batch("scenarios/reference.yaml", set={"actors.japan.policy.assertivness": 1})
        self.assertEqual(caught.exception.status, 2)
        self.program.validate("scenarios/reference.yaml")
        with self.assertRaisesRegex(tumen.InvalidInput, "no_such"):
            self.result.query("select no_such from runs")
        with self.assertRaisesRegex(KeyError, "summary"):
            self.result.table("nothing")
        with self.assertRaisesRegex(KeyError, "no_such"):
            self.result.runs(["no_such"])


class Pages(Folder):
    """Blocks of code of a page run one after the other; a block of text after one is what it prints."""

    def blocks(self, page: str, language: str) -> List[Tuple[str, str]]:
        text = (PAGES / page).read_text("utf-8")
        # A line between them may say which command gives the figures.
        between = r"(?:\n|\[//\]: # [^\n]*\n)+"
        pattern = rf"^```{language}\n(.*?)^```$(?:{between}^```text\n(.*?)^```$)?"
        found = re.findall(pattern, text, re.MULTILINE | re.DOTALL)
        self.assertGreater(len(found), 3)
        return [(code, printed) for code, printed in found]

    def test_python(self) -> None:
        scope: Dict[str, Any] = {"__name__": "page"}
        before = os.getcwd()
        os.chdir(self.folder)
        self.addCleanup(os.chdir, before)
        for code, printed in self.blocks("python.md", "python"):
            with self.subTest(code), contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(code, "python.md", "exec"), scope)  # noqa: S102
            self.assertEqual(out.getvalue(), printed, code)

    def test_r(self) -> None:
        if shutil.which("Rscript") is None:
            self.skipTest("R is not installed")
        (self.folder / "tumen").symlink_to(REPOSITORY / "tumen")
        blocks = self.blocks("r.md", "r")
        script = self.folder / "page.R"
        script.write_text("".join(code for code, _ in blocks), "utf-8")
        run = subprocess.run(
            ["Rscript", "--vanilla", script], cwd=self.folder, capture_output=True, text=True, check=False
        )
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(run.stdout, "".join(printed for _, printed in blocks))


if __name__ == "__main__":
    unittest.main()
