"""What the papers of real records say: the office's parts, relations found by themselves, nothing private."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from models import days, store, text
from models.actions import FollowUp
from models.agreements import Agreement
from models.aid import Aid, Disbursement
from models.delegations import Delegation
from models.kinds import PAGES
from models.paper import records
from models.paper.sheet import Grid, Group, Line, Paper, Register, Row
from models.people import Person
from models.store import Question
from tests.models.paper.made import Made, make


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Made]:
    monkeypatch.setattr(text, "_chosen", "en")
    with store.session(tmp_path / "office.db", create=True):
        yield make()
    days.set_today(None)


def visit_of(made: Made) -> Delegation:
    visit = store.load("delegation", made.visit.id)
    assert isinstance(visit, Delegation)
    return visit


def agreement_of(made: Made) -> Agreement:
    agreement = store.load("agreement", made.agreement.id)
    assert isinstance(agreement, Agreement)
    return agreement


def brief(made: Made, with_passports: bool = False) -> Paper:
    return records.paper_for("delegation", visit_of(made), with_passports=with_passports)


def words(paper: Paper) -> str:
    """Everything a paper says, in one text."""
    said = [paper.title, paper.subtitle]
    for section in paper.sections:
        said.append(section.title)
        for item in section.items:
            if isinstance(item, Grid):
                said += [*item.headers, *(cell for row in item.rows for cell in row)]
            else:
                said.append(f"{item.label}: {item.text}" if isinstance(item, Line) else item.text)
    return "\n".join(said)


def test_a_brief_has_the_eight_parts_of_the_office(made: Made) -> None:
    assert [section.title for section in brief(made).sections] == [
        "General facts", "Time and places", "Purpose and content", "Members", "Reception", "Legal basis",
        "Relations with the partner", "State and report",
    ]  # fmt: skip


def test_a_brief_is_headed_and_signed_by_the_office_and_waits_for_its_number(made: Made) -> None:
    paper = brief(made)
    assert (paper.letterhead.office, paper.letterhead.superior) == ("Sở Ngoại vụ", "UBND tỉnh Lai Châu")
    assert (paper.letterhead.number, paper.letterhead.symbol) == ("", "BC-SNgV")
    assert paper.signature is not None
    assert paper.signature.kind == "FOR THE DIRECTOR\nDEPUTY DIRECTOR"
    assert paper.signature.name == "Trần Thị Hạnh"
    assert paper.recipients == ("- UBND tỉnh (b/c);", "- Lưu: VT, HTQT.")


def test_no_passport_number_is_on_paper_unless_it_was_asked_for(made: Made) -> None:
    assert "P12345" not in words(brief(made))
    assert "04/05/1970" not in words(brief(made))
    assert "P1234501" in words(brief(made, with_passports=True))


def test_the_agreements_and_open_tasks_with_the_partner_come_by_themselves(made: Made) -> None:
    said = words(brief(made))
    assert f"Agreements in force: {made.agreement.code} Bản ghi nhớ" in said
    assert f"{made.actions[0].code} Khảo sát" in said
    assert "(due 10/03/2026)" in said
    assert made.actions[3].code not in said, "what is done is followed up no more"


def test_more_than_four_tasks_are_counted_not_named(made: Made) -> None:
    for _ in range(3):
        copy = FollowUp.blank()
        for name in ("name", "lead", "fields", "assigned_on", "counterpart"):
            setattr(copy, name, made.actions[0].value(name))
        copy.source = [made.visit.reference]
        copy.state = "DOING"
        store.save(copy)
    assert "and 2 more" in words(brief(made))


def test_documents_are_cited_with_number_day_and_issuer(made: Made) -> None:
    assert "Permit: No. 480/UBND-NC of 20/02/2026 by UBND tỉnh" in words(brief(made))


def test_what_the_source_does_not_say_is_said_to_be_unknown(made: Made) -> None:
    visit = visit_of(made)
    visit.level, visit.unknown = None, "level"
    assert "Level: not known" in words(records.paper_for("delegation", visit))


def test_a_long_list_of_members_goes_to_an_annex(made: Made) -> None:
    visit = visit_of(made)
    visit.members = [*visit.members, type(visit.members[0])(name="Somchay")]
    assert [title for title, _ in records.paper_for("delegation", visit).annexed()] == [
        "List of members of the delegation"
    ]


def test_a_draft_with_next_to_nothing_can_be_printed(made: Made) -> None:
    draft = Delegation.blank(direction="out", name="Đoàn đi Vân Nam")
    store.save(draft, draft=True)
    paper = records.paper_for("delegation", store.load("delegation", draft.id))
    assert "Summary of an outbound delegation" in words(paper)
    assert "State: Draft" in words(paper)


def test_the_sheet_of_an_agreement_sets_what_was_due_beside_what_was_done(made: Made) -> None:
    paper = records.paper_for("agreement", agreement_of(made))
    milestones = next(s.items[0] for s in paper.sections if s.title == "Milestones")
    assert isinstance(milestones, Grid)
    assert ("Copy to the Ministry of Foreign Affairs", "25/04/2025", "22/04/2025") in milestones.rows
    assert ("Decide on renewal by", "12/10/2029", "") in milestones.rows


def test_the_sheet_of_an_agreement_names_both_signatories_with_their_titles_then(made: Made) -> None:
    said = words(records.paper_for("agreement", agreement_of(made)))
    assert "UBND tỉnh Lai Châu – Lê Văn Lương, Chủ tịch" in said
    assert "Chính quyền tỉnh Phông Sa Lỳ – Khamphoy Vannasan, Tỉnh trưởng" in said
    assert "Agrees with remarks" in said


def groups(register: Register) -> list[str]:
    return [row.title for row in register.rows if isinstance(row, Group)]


def test_actions_are_grouped_by_who_leads_and_only_the_overdue_are_bold(made: Made) -> None:
    register = records.action_list(Question())
    assert groups(register) == ["Sở Công Thương (1)", "Sở Ngoại vụ tỉnh Lai Châu (3)"]
    rows = [row for row in register.rows if isinstance(row, Row)]
    assert [row.bold for row in rows] == [True, False, False, False]
    assert [row.cells[0] for row in rows] == ["1", "2", "3", "4"]
    assert all(len(row.cells) == len(register.columns) for row in rows)
    assert (register.totals[2], register.totals[-1]) == ("4 tasks", "1 overdue")


def test_actions_can_be_grouped_by_where_they_come_from(made: Made) -> None:
    titles = groups(records.action_list([action.id for action in made.actions], group_by="source"))
    assert len(titles) == 2
    assert titles[1].startswith("Đoàn đại biểu cấp cao")


def test_a_list_is_printed_with_its_own_rows_columns_and_order(made: Made) -> None:
    question = Question(words="phong sa", year=2026, sort="name")
    register = records.list_paper(PAGES["inbound"], question, ("name", "code"))
    assert [column.title for column in register.columns] == ["No.", "Delegation", "File code", "State"]
    assert [row.cells[2] for row in register.rows if isinstance(row, Row)] == [made.visit.code]
    assert register.subtitle == "(words “phong sa”; year 2026)"


def test_a_paper_speaks_the_language_asked_for_and_then_again_that_of_the_person(made: Made) -> None:
    seen: list[str] = []
    with records.speaking("vi"):
        seen.append(text.spoken())
    assert [*seen, text.spoken()] == ["vi", "en"]
    with pytest.raises(KeyError), records.speaking("vi"):
        raise KeyError
    assert text.spoken() == "en", "also after a fault"


def test_a_record_without_a_layout_of_its_own_has_a_sheet_of_its_fields_but_nothing_private(made: Made) -> None:
    person = Person.blank(name="Trần Thị Hạnh", position="Phó Giám đốc", phone="0912345678", email="hanh@example.vn")
    store.save(person)
    said = words(records.paper_for("person", person))
    assert "Present title: Phó Giám đốc" in said
    assert "0912345678" not in said
    assert "hanh@" not in said
    task = words(records.paper_for("action", store.load("action", made.actions[0].id)))
    assert "Lead unit: Sở Công Thương" in task
    assert "Overdue by 10 days" in task


def test_the_payments_of_an_aid_are_printed_with_their_currency_and_what_is_left(made: Made) -> None:
    aid = Aid.blank(
        name="Nước sạch", direction="IN", mode="PROJECT", sectors=["y_te"], content="x", donor_kind="pcpnn",
        currency="USD", committed=Decimal(150_000), rate=Decimal(26_000), approval_date="2026-01-10",
        approval_number="1234/QĐ-UBND", state="APPROVED",
    )  # fmt: skip
    aid.disbursements = [Disbursement(paid_on="2026-02-20", amount=Decimal(50_000), currency="USD", rate=26_000)]
    store.save(aid)
    said = words(records.paper_for("aid", store.load("aid", aid.id)))
    for told in ("Committed: 150.000 USD", "50.000 USD", "1.300.000.000", "Not paid out yet, in dong: 2.600.000.000"):
        assert told in said
    assert "Emergency aid" not in said, "nobody answered it"
