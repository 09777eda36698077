"""What no document can hold is taken out, counted, and told."""

import pytest

from models.letters import clean, left_out


@pytest.mark.parametrize(
    ("text", "kept", "changed"),
    [
        ("Điện Biên\r\nLai Châu\rLào", "Điện Biên\nLai Châu\nLào", 0),
        ("a\x00b\x0bc\td", "abc\td", 2),
        ("\ud800 \ufffe \uffff", "\ufffd \ufffd \ufffd", 3),
        ("ແຂວງ 云南 𠮷 \u2028\x85", "ແຂວງ 云南 𠮷 \u2028\x85", 0),
    ],
)
def test_only_what_xml_cannot_hold_is_changed_and_counted(text: str, kept: str, changed: int) -> None:
    assert clean(text) == (kept, changed)


def test_it_is_said_only_where_something_was_changed() -> None:
    assert left_out(0) == ()
    assert left_out(2, "en") == ("2 unreadable characters were left out.",)
