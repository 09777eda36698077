"""What an agreement refuses whatever its state: dates out of order, parties without names; what its register holds."""

from typing import Any

import pytest

from models import store
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.errors import Refused
from models.partners import Partner
from models.units import Unit
from tests.models.agreed import whole
from tests.models.life import fill


@pytest.fixture
def made(partner: Partner, unit: Unit) -> Agreement:
    return whole(partner, unit)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"effective_on": "2026-03-04"}, "effective_on"),
        ({"valid_until": "2026-03-04"}, "valid_until"),
        ({"signed_on": "2019", "effective_on": "2018"}, "effective_on"),
        ({"copy_date": "2026-03-04"}, "copy_date"),
        ({"suspended_until": "2026-08-31"}, "suspended_until"),
        ({"unlimited": True}, "valid_until"),
        ({"notice_days": -1}, "notice_days"),
    ],
)
def test_dates_stand_in_order(made: Agreement, values: dict[str, Any], field: str) -> None:
    fill(made, values)
    assert field in [each.field for each in made.complaints()]
    with pytest.raises(Refused):
        store.save(made)


@pytest.mark.parametrize(
    "values",
    [
        {"effective_on": "2026-03-05"},
        {"signed_on": "2026-03", "effective_on": "2026-03-01"},
        {"signed_on": "2026", "effective_on": "2026-01"},
        {"copy_date": "2026-03-05"},
    ],
)
def test_the_same_day_and_what_is_known_in_part_are_in_order(made: Agreement, values: dict[str, Any]) -> None:
    fill(made, values)
    assert made.complaints() == []


@pytest.mark.parametrize("name", ["Hiệp định về y tế", "HIỆP ĐỊNH khung", "công ước biên giới", "Hiep uoc", "Định ước"])
def test_a_name_kept_for_treaties_warns_and_still_saves(made: Agreement, name: str) -> None:
    made.name = name
    warned = [(each.field, each.warning) for each in made.complaints()]
    assert warned == [("name", True)]
    store.save(made)
    assert store.load("agreement", made.id).heading == name


def test_other_names_do_not_warn(made: Agreement) -> None:
    made.name = "Bản ghi nhớ thực hiện Hiệp định biên giới"
    assert made.complaints() == []


def test_a_district_agreement_keeps_its_signer_and_names_its_heir(made: Agreement, unit: Unit) -> None:
    heir = {"original_signer": "UBND huyện Mường Nhé", "inherited_by": unit.id, "inheritance": "DOI_TEN"}
    fill(made, {**heir, "inherited_on": "2025-07-01"})
    store.save(made)
    again = store.load("agreement", made.id)
    assert [again.value(name) for name in heir] == list(heir.values())


def test_an_amendment_that_extends_the_agreement_moves_its_end(made: Agreement) -> None:
    made.amendments = [Amendment(number="2/SĐ", dated="2030-01-05", valid_until="2036-03-05")]
    assert [each.field for each in made.complaints()] == ["valid_until"]
    made.valid_until = "2036-03-05"
    assert made.complaints() == []


def test_an_answer_does_not_come_before_its_question(made: Agreement) -> None:
    made.opinions[0].answered_on = "2026-01-31"
    assert [each.field for each in made.complaints()] == ["opinions"]


def test_a_party_takes_its_name_from_the_partner_or_needs_one(made: Agreement, partner: Partner) -> None:
    made.parties = [Party(side="THEIRS", partner=partner.id)]
    store.save(made)
    assert (made.parties[0].name, made.value("partners")) == ("Tỉnh Phông Sa Lỳ", "Tỉnh Phông Sa Lỳ")
    made.parties = [Party(side="THEIRS")]
    with pytest.raises(Refused):
        store.save(made)


def test_the_day_to_decide_on_renewal_is_the_end_less_the_notice(made: Agreement) -> None:
    fill(made, {"valid_until": "2031-03-05", "notice_days": 90})
    assert made.decide_by() == "2030-12-05"
    made.notice_days = None
    assert made.decide_by() is None
    fill(made, {"valid_until": "2031", "notice_days": 90})
    assert made.decide_by() is None


def test_an_old_agreement_is_entered_late_with_the_reduced_set() -> None:
    required = {field.name for field in Agreement.described() if field.required}
    old = Agreement.blank(state="IN_FORCE")
    assert {each.field for each in old.missing()} == {"name", "type", "signed_as", "parties", "signed_on"}
    assert {each.field for each in Agreement.blank().missing()} == required


@pytest.mark.parametrize("state", ["IN_FORCE", "EXPIRED"])
def test_late_entry_takes_a_year_alone_or_an_unknown_day(office: Any, state: str) -> None:
    old = Agreement.blank(name="Thỏa thuận kết nghĩa", type="ket_nghia", signed_as="UBND_HUYEN", state=state)
    old.parties = [Party(side="THEIRS", name="Huyện Kim Bình")]
    old.unknown = "signed_on"
    store.save(old)
    assert (old.state, old.code) == (state, "2026-001-TT")
    old.signed_on, old.unknown = "2014", None
    store.save(old)
    other = Agreement.blank(name="Khác", type="ket_nghia", signed_as="UBND_HUYEN", state=state, signed_on="2014")
    other.parties = [Party(side="THEIRS", name="Huyện Kim Bình")]
    store.save(other)
    assert other.code == "2014-001-TT"


COLUMNS = """proposer signed_as type name foreign_name countries partners signed_on effective_on term valid_until
    approved_by authorised authorisation_number in_high_visit in_plan fields opinions copy_number copy_date
    original_signer inherited_by inheritance custody languages note code pillar parties commitments result
    pm_report_number pm_report_date"""


REQUIRED = "proposer signed_as type name countries term approved_by authorised in_plan fields parties"


def test_the_register_has_the_columns_of_the_practice() -> None:
    assert set(COLUMNS.split()) <= {field.name for field in Agreement.described()}
    assert set(REQUIRED.split()) == {field.name for field in Agreement.described() if field.required}
    assert {field.name for field in OpinionRow.described()} >= {"body", "asked_on", "answered_on", "answer"}
    assert {field.name for field in Party.described()} >= {"side", "signatory", "position"}
