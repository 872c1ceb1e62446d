"""The reader in the terminal. Importing this package does not import Textual; `run` does."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.article import Article
    from briefing.config import Config
    from briefing.findings import Briefing
    from briefing.library import Library


def run(
    article: Article | None,
    *,
    library: Library | None = None,
    briefing: Briefing | None = None,
    pipeline: str | None = None,
    config: Config | None = None,
    notice: str | None = None,
    sample: bool = False,
) -> None:
    """Read an article in the terminal until the reader quits; without one the library is shown first.

    `briefing` is a kept analysis; without it a child process makes one with `pipeline`. `library` is
    None when it can't be used, and `notice` one line to say at the start. `sample`: the article is
    the one that comes with Briefing, shown because there is nothing else. A failure that nobody
    foresaw is raised once the terminal is as it was.
    """
    # A quarter of the time to the first screen went into collecting garbage among what starting up
    # makes to stay; the app turns the collector on again after its first paint.
    gc.disable()
    from briefing.tui.app import BriefingApp

    if sample and not notice:
        notice = "This article comes with Briefing as a sample: o opens yours"
    app = BriefingApp(article, library=library, briefing=briefing, pipeline=pipeline, config=config, notice=notice)
    app.run()
    if app.failure is not None:
        raise app.failure
