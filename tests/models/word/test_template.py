"""Word templates: fields across pieces, repeated rows, a letter for each member; nothing lost, nothing run."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from models.filling import TemplateRefused
from models.fold import clean
from models.word.fields import _plain
from models.word.template import fill_document
from tests.models.excel.test_outside import through_libreoffice
from tests.models.filling.telling import changed, document, hostile, names_of_texts

TEXT = "txt:Text (encoded):UTF8"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "mau.docx", tmp_path / "thu.docx"


def told(path: Path | BytesIO) -> list[str]:
    made = Document(path if isinstance(path, BytesIO) else str(path))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return [each.text for each in made.paragraphs] + cells


def test_a_field_is_filled_though_word_cut_it_into_pieces(places: tuple[Path, Path]) -> None:
    made = Document()
    line = made.add_paragraph("Kính gửi ")
    for words, bold in (("{", None), ("{te", True), ("n}", None), ("} và {{ten}}.", None)):
        line.add_run(words).bold = bold
    made.save(str(places[0]))
    fill_document(*places, names_of_texts([], ten="Ông A & <w:t>B</w:t>"))
    assert told(places[1]) == ["Kính gửi Ông A & <w:t>B</w:t> và Ông A & <w:t>B</w:t>."]


def test_lines_and_tabs_of_a_value_are_lines_and_tabs(places: tuple[Path, Path]) -> None:
    document(places[0], "{{ten}}")
    fill_document(*places, names_of_texts([], ten="KT. GIÁM ĐỐC\nPHÓ\tGIÁM ĐỐC"))
    assert told(places[1]) == ["KT. GIÁM ĐỐC\nPHÓ\tGIÁM ĐỐC"]


def test_a_row_and_a_paragraph_that_name_a_list_are_repeated(places: tuple[Path, Path]) -> None:
    document(places[0], "- {{danh_sach.ten}};", "hết", row=("{{danh_sach.so}}", "{{list.name}}", "{{ten}}"))
    fill_document(*places, names_of_texts(["a", "b"], ten="x"))
    assert told(places[1]) == ["- a;", "- b.", "hết", "1", "a", "x", "2", "b", "x"]


def test_an_empty_list_leaves_an_empty_row_and_no_paragraph(places: tuple[Path, Path]) -> None:
    document(places[0], "- {{danh_sach.ten}};", "hết", row=("{{danh_sach.so}}", "x"))
    fill_document(*places, names_of_texts([]))
    assert told(places[1]) == ["hết", "", "x"]


def test_heads_feet_and_text_boxes_are_filled(places: tuple[Path, Path]) -> None:
    made = Document()
    made.sections[0].header.paragraphs[0].text = "{{ten}}"
    made.sections[0].footer.paragraphs[0].text = "{{ten}}"
    made.add_paragraph("x")
    made.save(str(places[0]))
    fill_document(*places, names_of_texts([], ten="a"))
    section = Document(str(places[1])).sections[0]
    assert (section.header.paragraphs[0].text, section.footer.paragraphs[0].text) == ("a", "a")


def test_unknown_names_stay_and_are_named(places: tuple[Path, Path]) -> None:
    document(places[0], "{{ten_co_qan}}", "{{danh_sach.tem}}")
    done = fill_document(*places, names_of_texts(["a"], ten_co_quan="x"))
    assert done.unknown == ("ten_co_qan", "danh_sach.tem")
    assert "ten_co_qan (perhaps ten_co_quan)" in done.notes[0]
    assert told(places[1]) == ["{{ten_co_qan}}", "{{danh_sach.tem}}"]


ESCAPES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ten.__init__.__globals__ }}",
    "{{ 7*7 }}",
    "{{ ten|upper }}",
    "{% for a in range(9) %}x{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{{ self._TemplateReference__context }}",
    "${7*7} #{7*7} {{lipsum}}",
)


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_template_is_never_run(places: tuple[Path, Path], escape: str) -> None:
    document(places[0], escape, "{{ten}}")
    fill_document(*places, names_of_texts([], ten="a"))
    assert told(places[1]) == [escape, "a"]


def test_what_a_record_says_is_not_taken_for_a_field(places: tuple[Path, Path]) -> None:
    document(places[0], "{{ten}} {{hai}}", "{{danh_sach.ten}}")
    fill_document(*places, names_of_texts(["{{ten}}", "{{danh_sach.so}}"], ten="{{hai}}", hai="{{ten}}"))
    assert told(places[1]) == ["{{hai}} {{ten}}", "{{ten}}", "{{danh_sach.so}}"]


def test_each_member_gets_a_letter_on_a_page_of_its_own(places: tuple[Path, Path]) -> None:
    document(places[0], "Gửi {{danh_sach.ten}}", "{{ten}}")
    fill_document(*places, names_of_texts(["a", "b", "c"], ten="x"), "danh_sach")
    made = Document(str(places[1]))
    assert [each for each in told(places[1]) if each] == ["Gửi a", "x", "Gửi b", "x", "Gửi c", "x"]
    assert len(made.sections) == 3
    assert all(each._sectPr.xpath("w:pgNumType/@w:start") == ["1"] for each in made.sections)


def test_what_a_letter_says_of_a_member_is_not_taken_for_a_field(places: tuple[Path, Path]) -> None:
    document(places[0], "Gửi {{danh_sach.ten}}")
    fill_document(*places, names_of_texts(["{{ten}}", "b"], ten="x"), "danh_sach")
    assert [each for each in told(places[1]) if each] == ["Gửi {{ten}}", "Gửi b"]


def test_or_a_file_of_its_own(places: tuple[Path, Path]) -> None:
    document(places[0], "Gửi {{danh_sach.ten}}")
    fill_document(places[0], places[1].with_suffix(".zip"), names_of_texts(["Ông A/B", "Bà C"]), "danh_sach")
    with ZipFile(places[1].with_suffix(".zip")) as archive:
        assert archive.namelist() == ["01 Ông A B.docx", "02 Bà C.docx"]
        assert told(BytesIO(archive.read("02 Bà C.docx"))) == ["Gửi Bà C"]


def test_letters_to_nobody_or_of_no_list_are_refused(places: tuple[Path, Path]) -> None:
    document(places[0], "Gửi {{danh_sach.ten}}")
    for names, each in ((names_of_texts([]), "danh_sach"), (names_of_texts(["a"]), "khach")):
        with pytest.raises(TemplateRefused):
            fill_document(*places, names, each)
    assert not places[1].exists()


def test_the_folder_a_template_was_made_in_is_forgotten(places: tuple[Path, Path]) -> None:
    document(places[0], "{{ten}}")
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    settings_ = f'<w:settings xmlns:w="{main}" xmlns:r="{rel}"><w:attachedTemplate r:id="r1"/></w:settings>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{rel}/attachedTemplate" Target="file:///C:\\mau.dotx" TargetMode="External"/></Relationships>'
    )
    parts = {"word__settings_dot_xml": settings_.encode(), "word___rels__settings_dot_xml_dot_rels": rels.encode()}
    source = changed(places[0], places[0].with_name("b.docx"), **parts)
    fill_document(source, places[1], names_of_texts([], ten="a"))
    with ZipFile(places[1]) as archive:
        assert not any(b"mau.dotx" in archive.read(name) for name in archive.namelist())


@given(st.data())
@settings(max_examples=10, deadline=None)
def test_any_bytes_in_a_template_are_refused_or_filled_but_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    whole = bytearray(document(folder / "a.docx", "{{ten}}").read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    (folder / "a.docx").write_bytes(whole)
    try:
        fill_document(folder / "a.docx", folder / "b.docx", names_of_texts([], ten="b"))
    except TemplateRefused:
        assert not (folder / "b.docx").exists()


def test_5000_hostile_texts_are_written_as_they_are(places: tuple[Path, Path]) -> None:
    texts = hostile(5_000)
    document(places[0], row=("{{danh_sach.ten}}", "Đoàn {{danh_sach.ten}}."))
    fill_document(*places, names_of_texts(texts))
    found = [cell.text for cell in Document(str(places[1])).tables[0]._cells]
    assert found[::2] == [_plain(text) for text in texts]
    assert found[1::2] == [f"Đoàn {_plain(text)}." for text in texts]


@pytest.mark.outside("soffice")
def test_libreoffice_reads_the_same_texts(places: tuple[Path, Path]) -> None:
    texts = [text for text in hostile(300) if clean(text) == text and text]
    document(places[0], "[{{danh_sach.ten}}]")
    fill_document(*places, names_of_texts(texts))
    assert through_libreoffice(places[1], TEXT).read_text("utf-8-sig").splitlines() == [f"[{text}]" for text in texts]
