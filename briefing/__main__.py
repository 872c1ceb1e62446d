"""`python -m briefing` and the console script."""

from __future__ import annotations

import sys


def main() -> None:
    from briefing import cli

    sys.exit(cli.main())


if __name__ == "__main__":
    main()
