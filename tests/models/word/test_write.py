"""A paper as a Word document holds every word, none of them a field, and replaces the old file only when whole."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from models import letters
from models.files import WriteRefused
from models.paper.actions import action_register
from models.paper.calendar import calendar
from models.paper.records import paper_for
from models.paper.sheet import Column, Folder, Grid, Group, Letterhead, Line, Paper, Paragraph, Register, Row, Section
from models.store import Question
from models.word import write
from models.word.write import texts, write_paper
from tests.models.excel.hostile import KNOWN
from tests.models.excel.test_outside import hostile_texts
from tests.models.paper.made import TODAY, make
from tests.models.word.reading import registers

HEAD = Letterhead("UBND tỉnh Lai Châu", "Sở Ngoại vụ", "BC-SNgV", place="Lai Châu", day=TODAY)


def table(*rows: Row | Group, merges: bool = False) -> Register:
    return Register("Danh sách", (Column("A", 1, merges=merges), Column("B", 1)), rows)


def all_texts(path: Path) -> list[str]:
    return list(texts(Document(str(path)).element.body))


def test_hostile_texts_stay_texts_and_what_was_left_out_is_said(tmp_path: Path) -> None:
    told = hostile_texts(1000)
    rows = tuple(Row((text, text)) for text in told)
    notes = write_paper(table(*rows), tmp_path / "a.docx")
    (seen,) = registers(tmp_path / "a.docx")
    assert seen.rows == [[letters.clean(text)[0]] * 2 for text in told]
    changed = 2 * sum(letters.clean(text)[1] for text in told)
    assert changed > 0
    assert notes == letters.left_out(changed)
    assert notes[0] in all_texts(tmp_path / "a.docx")
    kinds = {each.tag for each in Document(str(tmp_path / "a.docx")).element.body.iter()}
    assert not kinds & {qn(f"w:{each}") for each in ("fldSimple", "fldChar", "instrText", "hyperlink", "object")}


@pytest.mark.parametrize("text", KNOWN)
def test_hostile_texts_do_no_harm_anywhere(tmp_path: Path, text: str) -> None:
    head = Letterhead(text, text, text, text, text, TODAY)
    sections = (
        Section(text, (Line(text, text), Line(text, text), Paragraph(text), Grid((), ((text, text),), (1, 2)))),
    )
    paper = Paper(head, text, text, sections, recipients=(text,))
    write_paper(paper, tmp_path / "a.docx")
    register = Register(
        text, (Column(text, 1, above=(text,)),), (Row((text,)),), text, (text,), (text,), text, unit=text
    )
    write_paper(Folder(text, (register, register)), tmp_path / "a.docx")
    assert letters.clean(text)[0] in all_texts(tmp_path / "a.docx")


def test_a_text_of_millions_of_letters_is_neither_cut_nor_kept_on_one_page(tmp_path: Path) -> None:
    long = "Biên bản hội đàm. " * 120_000
    write_paper(table(Row((long, "b")), Row(("a", "b"))), tmp_path / "a.docx")
    (seen,) = registers(tmp_path / "a.docx")
    assert seen.rows == [[long, "b"], ["a", "b"]]
    kept = [row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in seen.xml.tr_lst]
    assert kept == [True, False, True]


def test_a_document_that_reads_otherwise_does_not_take_the_place_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr(write, "texts", lambda body: [each.replace("5", "6") for each in texts(body)])
    with pytest.raises(WriteRefused, match="could not be read back"):
        write_paper(table(Row(("15", "b"))), path)
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.docx"]


def test_what_word_would_choke_on_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    rows = (Row(("a", "b")),) * (write.MOST_CELLS // 2 + 1)
    with pytest.raises(WriteRefused, match=r"300\.002 cells"):
        write_paper(table(*rows), tmp_path / "a.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_heading_stays_with_its_rows_and_equal_cells_are_one(tmp_path: Path) -> None:
    rows = (Group("Nhóm"), Row(("Thứ Hai", "x")), Row(("Thứ Hai", "x")), Row(("Thứ Ba", "x")))
    write_paper(table(*rows, merges=True), tmp_path / "a.docx")
    (seen,) = registers(tmp_path / "a.docx")
    assert seen.rows == [["Nhóm"], ["Thứ Hai", "x"], ["", "x"], ["Thứ Ba", "x"]]
    heading, *others = seen.xml.tr_lst[1:]
    assert heading.tc_lst[0].grid_span == 2
    assert heading.find(f".//{qn('w:keepNext')}") is not None
    assert [row.tc_lst[0].vMerge for row in others] == ["restart", "continue", None]


def test_chinese_and_lao_have_typefaces_of_their_own(tmp_path: Path) -> None:
    write_paper(table(Row(("云南省", "Tỉnh ແຂວງຜົ້ງສາລີ"))), tmp_path / "a.docx")
    document = Document(str(tmp_path / "a.docx"))
    fonts = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    named = [fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia", "cs")]
    assert named == ["Times New Roman", "Times New Roman", write_fonts()[0], write_fonts()[1]]
    (lao,) = (
        run for run in document.element.body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:cs')}") is not None
    )
    assert lao.text == "ແຂວງຜົ້ງສາລີ"


def write_fonts() -> tuple[str, str]:
    from models.word.document import CHINESE, LAO

    return CHINESE, LAO


def test_the_papers_of_records_have_the_same_words_as_on_paper(office: Path, tmp_path: Path) -> None:
    made = make(members=14)
    paper = paper_for("delegation", made.visit)
    write_paper(paper, tmp_path / "a.docx")
    said = "\n".join(all_texts(tmp_path / "a.docx"))
    for section in paper.sections:
        assert section.title in said
        for item in section.items:
            if isinstance(item, Line):
                assert f"{item.label}: {item.text}" in said
    (members,) = (seen for seen in registers(tmp_path / "a.docx") if len(seen.rows) == 14)
    assert members.rows == [list(cells) for _, grid in paper.annexed() for cells in grid.rows]
    sections = Document(str(tmp_path / "a.docx")).sections
    assert len(sections) == 2
    assert " PAGE " in sections[0].header._element.xml
    assert sections[0].different_first_page_header_footer
    assert "P1234567" not in said


def test_the_calendar_and_the_list_of_actions_are_written_too(office: Path, tmp_path: Path) -> None:
    make()
    for register in (calendar(TODAY), action_register(Question())):
        write_paper(register, tmp_path / "a.docx")
        (seen,) = registers(tmp_path / "a.docx")
        assert len(seen.rows) == len(register.rows) + bool(register.totals)
