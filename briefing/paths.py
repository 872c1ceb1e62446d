"""Where Briefing keeps things: the folders that platformdirs names, made private when first written."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "briefing"


def data_folder() -> Path:
    """The folder of the library; created, readable by its owner alone."""
    return _made(platformdirs.user_data_path(APP, appauthor=False))


def library_file() -> Path:
    return data_folder() / "library.sqlite3"


def log_file() -> Path:
    return _made(platformdirs.user_log_path(APP, appauthor=False)) / "briefing.log"


def config_file() -> Path:
    """The configuration file, whether it exists or not; its folder is not created."""
    return platformdirs.user_config_path(APP, appauthor=False) / "config.toml"


def sample_article() -> Path | None:
    """The article that comes with the program: in the installed package, or in `seeds/` of a checkout."""
    package = Path(__file__).parent
    for folder in (package / "seeds", package.parent / "seeds"):
        found = sorted(folder.glob("*.txt"))
        if found:
            return found[0]
    return None


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
