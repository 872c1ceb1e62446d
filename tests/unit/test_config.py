"""The configuration: strict, helpful when it is wrong, outranked by environment and flags."""

import tomllib
from pathlib import Path

import pytest

from briefing import config
from briefing.errors import UsageError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "config.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_everything_is_left_to_the_program(file: Path) -> None:
    assert config.load(file, {}) == config.Config()


def test_a_file_sets_what_it_names(file: Path) -> None:
    text = 'theme = "nord"\nwidth = 72\nhighlights = false\n[keymap]\n"article.next" = "n"\n'
    found = config.load(written(file, text), {})
    assert found == config.Config(theme="nord", width=72, highlights=False, keymap={"article.next": "n"})


def test_the_environment_outranks_the_file(file: Path) -> None:
    written(file, 'theme = "nord"\npipeline = "a"\n')
    found = config.load(file, {"BRIEFING_THEME": "dracula", "BRIEFING_PIPELINE": ""})
    assert (found.theme, found.pipeline) == ("dracula", "a")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('themes = "nord"', "unknown key 'themes'. Did you mean 'theme'"),
        ("xyzzy = 1", "There are: pipeline, theme, width, highlights, sure, keymap"),
        ('width = "wide"', "width: Expected `int | null`, got `str`"),
        ("width = 3", "20 or more"),
        ("sure = 1.5", "sure is 1.5. Make it 0 to 1"),
        ("[keymap]\nnext = 3", "keymap"),
        ("theme = nord", "is no TOML"),
        ("theme = 'a\x1b[31m'", "is no TOML"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(file: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        config.load(written(file, text), {})
    assert said in str(refused.value)
    assert str(file) in str(refused.value)
    assert not set(str(refused.value)) & {"\n", "\x1b"}


def test_the_template_is_written_once_and_changes_nothing(file: Path) -> None:
    assert config.write_template(file) == file
    assert config.load(file, {}) == config.Config()
    file.write_text("theme = 'nord'")
    with pytest.raises(UsageError, match="exists already"):
        config.write_template(file)
    assert file.read_text() == "theme = 'nord'"


def test_every_setting_of_the_template_is_one_that_is_known(file: Path) -> None:
    settings = "\n".join(line.removeprefix("#") for line in config.TEMPLATE.splitlines() if not line.startswith("# "))
    assert set(tomllib.loads(settings)) == set(config.Config.__struct_fields__)
    config.load(written(file, settings), {})


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be read"):
        config.load(tmp_path, {})


def test_a_home_that_is_no_folder_has_no_configuration(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    assert config.load(tmp_path / "home" / "config.toml", {}) == config.Config()
