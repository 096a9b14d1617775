"""Tumen and the same model in numpy beside each other, in one run on one machine: a table in Markdown.

    python3 src/numpy/side_by_side.py [--runs 50000] [--rounds 3]

Each program is a process of its own, in turns; a speed is that of its fastest round, start and end of the process included.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODEL = ["simulation", "ballot", "draw"]


def measured(command):
    """Seconds and MiB of a process, which must succeed."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT,
                                   env=os.environ | {"OMP_NUM_THREADS": "1"})
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} ended with status {process.returncode}:\n{said.read().decode()}")
    return took, usage.ru_maxrss // 1024


def lines(files):
    """Lines that are neither blank nor comments alone."""
    marks = ("//", "/*", "*", "#")
    return sum(1 for file in files for line in file.read_text(encoding="utf-8").splitlines()
               if line.strip() and not line.strip().startswith(marks))


def batch(folder, runs, threads):
    return ["./tumen", "batch", "scenarios/reference.yaml", "--runs", str(runs), "--threads", str(threads), "--force",
            "--out", str(folder / "reference")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=50000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    java = [file for package in MODEL for file in (ROOT / "src/main/java/org/tumen" / package).glob("*.java")]
    script = ROOT / "src/numpy/model.py"
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        measured(batch(folder, 100, 1))
        programs = {
            "Tumen, one thread": (batch(folder, args.runs, 1), lines(java)),
            "Tumen, two threads": (batch(folder, args.runs, 2), lines(java)),
            "numpy, one thread": ([sys.executable, str(script), "--runs", str(args.runs)], lines([script])),
        }
        best = {name: (float("inf"), 0) for name in programs}
        for _ in range(args.rounds):
            for name, (command, _) in programs.items():
                best[name] = min(best[name], measured(command))
        print(f"| {args.runs:,} runs of the reference | Runs a second | Memory, MiB | Lines of the model |")
        print("|---|---|---|---|")
        for name, (took, memory) in best.items():
            print(f"| {name} | {args.runs / took:,.0f} | {memory:,} | {programs[name][1]:,} |")


if __name__ == "__main__":
    main()
