"""Words are measured as the typeface is drawn, so that columns and lines below a text have their length."""

from models.word.measure import width_of


def test_letters_have_the_widths_of_times_new_roman() -> None:
    assert width_of("0123456789", 12) == 60
    assert width_of("iiii", 10) < width_of("mmmm", 10)
    assert width_of("Độc lập", 13) == width_of("Đoc lap", 13)
    assert width_of("云南", 13) == 26
    assert width_of("ab", 13, bold=True) > width_of("ab", 13)
