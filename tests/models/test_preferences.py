"""Row 102: a damaged file of preferences never stops the program: nothing counts as chosen, and the file is kept."""

import json
import random
from pathlib import Path

import pytest

from models import preferences

GOOD = {"language": "vi", "recent": ["/a/đoàn.db"], "sidebar": True, "lists": {"inbound": {"sort": "-starts"}}}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BANG_GIAO_HOME", str(tmp_path))
    return tmp_path / "preferences.json"


def damaged(chance: random.Random) -> bytes:
    whole = json.dumps(GOOD, ensure_ascii=False).encode()
    place = chance.randrange(len(whole))
    match chance.randrange(6):
        case 0:
            return whole[:place]
        case 1:
            return whole[:place] + bytes([chance.randrange(256)]) + whole[place + 1 :]
        case 2:
            return chance.randbytes(200)
        case 3:
            return bytes(len(whole))
        case 4:
            return chance.choice([b"[]", b"null", b"7", b'"vi"', b"[" * 100_000, b'{"recent": 5, "sidebar": "x"}'])
        case _:
            return whole.decode().encode("utf-16")


def test_row_102_of_200_damaged_files_none_is_an_error_and_new_choices_are_kept(file: Path) -> None:
    chance = random.Random(102)
    for number in range(200):
        content = damaged(chance)
        file.write_bytes(content)
        preferences._read.cache_clear()
        assert isinstance(preferences.get("recent", []), list), content
        assert isinstance(preferences.get("sidebar", True), bool), content
        assert isinstance(preferences.get("language", "vi"), str), content
        preferences.put("number", number)
        assert preferences.get("number") == number


def test_row_102_what_cannot_be_read_is_kept_aside(file: Path) -> None:
    for content in (b'{"language": "v', b"[1, 2]", b"\xff\xfe\x00"):
        file.write_bytes(content)
        preferences._read.cache_clear()
        assert preferences.get("language", "vi") == "vi"
        assert file.with_suffix(".damaged").read_bytes() == content


def test_row_102_a_folder_in_the_place_of_the_file_is_no_reason_to_fail(file: Path) -> None:
    file.mkdir()
    preferences._read.cache_clear()
    assert preferences.get("language", "vi") == "vi"
