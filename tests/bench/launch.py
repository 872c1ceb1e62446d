"""Times launches against a bare Textual app, in one run, through tools/tui_probe.py (needs pyte and psutil).

    python tests/bench/launch.py [--runs 9] [--size 120x36] [--briefing .venv/bin/briefing]

Rounds alternate, so that a busy moment of the machine hits all three: the bare app, a first opening of
the seed article (an empty home folder each time; done when its text is on the screen) and a second one
(its analysis is kept; done when the panels are filled too). Prints medians and ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SEED = sorted((HERE.parent.parent / "seeds").glob("*.txt"))[0]
TEXT = "two Iranian"
"""Words of the article's first line, whatever the width."""


def probe(size: str, home: str, command: list[str], steps: list[str]) -> tuple[float, float]:
    """Milliseconds until the last step and the peak memory in MiB of one run."""
    environment = {**os.environ, "HOME": home}
    for name in [n for n in environment if n.startswith("XDG_")]:
        del environment[name]
    done = subprocess.run(
        [sys.executable, str(HERE / "tools" / "tui_probe.py"), "--size", size, "--json", "--", *command, "--", *steps],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    result = json.loads(done.stdout)
    return sum(milliseconds for step, milliseconds in result["steps"] if step.startswith("see")), result["peak_mib"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--size", default="120x36")
    parser.add_argument("--briefing", default=str(Path(sys.executable).with_name("briefing")))
    options = parser.parse_args()
    opening = [options.briefing, "--date", "2023-10-28", str(SEED)]
    bare = [sys.executable, str(HERE / "bare_app.py")]
    figures: dict[str, list[tuple[float, float]]] = {"bare app": [], "first opening": [], "second opening": []}
    with tempfile.TemporaryDirectory() as kept:
        probe(options.size, kept, opening, ["see:Claims \\d", "see:analysed", "key:q", "wait:1"])
        for _ in range(options.runs):
            with tempfile.TemporaryDirectory() as fresh:
                figures["bare app"].append(probe(options.size, fresh, bare, ["see:ready"]))
                figures["first opening"].append(probe(options.size, fresh, opening, [f"see:{TEXT}"]))
            figures["second opening"].append(
                probe(options.size, kept, opening, [f"see:(?s)(?=.*{TEXT})(?=.*Actors \\d)(?=.*Claims \\d)"])
            )
    base = statistics.median(milliseconds for milliseconds, _ in figures["bare app"])
    for what, runs in figures.items():
        median = statistics.median(milliseconds for milliseconds, _ in runs)
        spread = f"{min(m for m, _ in runs):.0f}-{max(m for m, _ in runs):.0f}"
        memory = statistics.median(mib for _, mib in runs)
        print(f"{what:15s} {median:6.0f} ms ({spread})  ratio {median / base:.2f}  {memory:.0f} MiB")


if __name__ == "__main__":
    main()
