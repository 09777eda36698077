"""The sheet of relations: figures first, then counts, then the timeline, long ones as an annex."""

from pathlib import Path

from models import store
from models.paper.relations import relations_sheet
from models.paper.sheet import Grid
from models.store import relations
from tests.models.store.relations.small import came, headed, keep, partner, unit


def test_a_sheet_has_figures_counts_and_timeline(office: Path) -> None:
    host, theirs = unit("Sở Ngoại vụ"), partner("Tỉnh Vân Nam", native="云南省")
    for day in range(1, 15):
        came(theirs, host, f"2026-10-{day:02d}", 2)
    sheet = relations_sheet(theirs, relations.read("partner", theirs.id))
    assert [section.title for section in sheet.sections] == ["General facts", "Records by kind", "Timeline"]
    facts = {line.label: line.text for line in sheet.sections[0].items}  # type: ignore[union-attr]
    assert facts["Last contact"] == "14/10/2026 (1 month ago): Đoàn vào 2026-10-14"
    assert facts["Delegations that came"] == "14 (28 persons)"
    assert facts["Name in its own script"] == "云南省"
    counts = sheet.sections[1].items[0]
    assert isinstance(counts, Grid)
    assert counts.rows == (("Inbound delegations", "14"),)
    ((title, timeline),) = sheet.annexed()
    assert (title, len(timeline.rows)) == ("Timeline", 14)


def test_the_sheet_of_a_person_names_titles_and_nothing_private(office: Path) -> None:
    host, theirs = unit("Sở Ngoại vụ"), partner("Tỉnh Vân Nam")
    person = keep("person", name="Vương", phone="0912345678", born="1970-01-01")
    came(theirs, host, "2026-10-01", 2, members=headed(person, "Tỉnh trưởng"))
    told = repr(relations_sheet(store.load("person", person.id), relations.read("person", person.id)))
    assert "Tỉnh trưởng" in told
    assert "0912345678" not in told
    assert "1970" not in told
