"""What a deed is called, and which were done since another."""

from models import choices, store
from models.partners import Partner
from models.store.settings import keep_item
from tests.whole import fresh


def test_a_figure_is_named_by_what_it_means_beside_its_code(office: object) -> None:
    figure = fresh("statistic")
    figure.indicator, figure.words = "I83", "Chiều dài đường biên giới"  # type: ignore[attr-defined]
    store.save(figure)
    assert "“I83 · Chiều dài đường biên giới”" in store.deeds(1)[0].text()
    figure.words = None  # type: ignore[attr-defined]
    store.save(figure)
    assert "“I83”" in store.deeds(1)[0].text()


def test_all_that_was_done_since_and_stands_is_told_however_much(partner: Partner) -> None:
    before = store.deeds(1)[0].id
    for n in range(60):
        partner.native = f"Tên {n}"
        store.save(partner)
    store.undo()
    done = store.deeds_since(before)
    assert len(done) == 59
    assert done[0].id > done[-1].id > before


def test_words_of_a_list_hold_no_sign_at_which_they_would_be_cut_when_drawn(office: object) -> None:
    """Qt shows of a label only what stands before U+009C."""
    keep_item("field", "y_te", "Y tế\x9c và dân số", "Health\x9c and more", False)
    assert choices.item_label("field", "y_te", "vi") == "Y tế và dân số"
    assert choices.item_label("field", "y_te", "en") == "Health and more"
