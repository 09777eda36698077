"""Hostile templates are refused in words before anything reads them."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.filling import TemplateRefused, open_safely
from models.word.stock import STOCK
from tests.models.filling.telling import changed, document, workbook

ROOT = Path(__file__).resolve().parents[3]
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="http://a.b/c" '
    b'TargetMode="External"/></Relationships>'
)
W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.fixture
def xlsx(tmp_path: Path) -> Path:
    return workbook(tmp_path / "mau.xlsx", A1="{{ten}}")


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    return document(tmp_path / "mau.docx", "{{ten}}")


def refusal(path: Path) -> str:
    with pytest.raises(TemplateRefused) as told:
        open_safely(path)
    assert str(told.value).endswith(".")
    assert path.name in str(told.value)
    return str(told.value)


def test_what_the_program_brings_is_accepted(xlsx: Path) -> None:
    assert all(open_safely(each.path) for each in STOCK)
    assert open_safely(xlsx)


@pytest.mark.parametrize("ending", [".xlsm", ".docm", ".xltm", ".xlsb"])
def test_files_with_macros_are_refused_by_their_ending(xlsx: Path, ending: str) -> None:
    assert "macros" in refusal(xlsx.rename(xlsx.with_suffix(ending)))


def test_macros_are_refused_under_any_ending(xlsx: Path, tmp_path: Path) -> None:
    assert "macros" in refusal(changed(xlsx, tmp_path / "b.xlsx", xl__vbaProject_dot_bin=b"x"))


@pytest.mark.parametrize("part", ["xl__activeX__a_dot_xml", "xl__embeddings__oleObject1_dot_bin"])
def test_controls_and_objects_are_refused(xlsx: Path, tmp_path: Path, part: str) -> None:
    assert "program or a control" in refusal(changed(xlsx, tmp_path / "b.xlsx", **{part: b"<x/>"}))


def test_an_entity_bomb_is_refused_in_any_part(xlsx: Path, docx: Path, tmp_path: Path) -> None:
    assert "damaged" in refusal(changed(xlsx, tmp_path / "b.xlsx", xl__sharedStrings_dot_xml=BOMB))
    assert "damaged" in refusal(changed(docx, tmp_path / "b.docx", word__styles_dot_xml=BOMB))


def test_broken_and_other_encodings_are_refused(docx: Path, tmp_path: Path) -> None:
    assert "damaged" in refusal(changed(docx, tmp_path / "b.docx", word__document_dot_xml=b"<a><b></a>"))
    told = "<?xml version='1.0' encoding='utf-16'?><a/>".encode("utf-16")
    assert "damaged" in refusal(changed(docx, tmp_path / "c.docx", word__document_dot_xml=told))


def test_a_swollen_zip_and_endless_nesting_are_refused(docx: Path, tmp_path: Path) -> None:
    deep = W % (b"<w:p>" * 5_000 + b"</w:p>" * 5_000)
    assert "swell" in refusal(changed(docx, tmp_path / "b.docx", word__document_dot_xml=deep))
    wide = W % (b"<w:p/>" * 600_000)
    assert "swell" in refusal(changed(docx, tmp_path / "c.docx", word__document_dot_xml=wide))
    nothing = b"<a>" + b" " * (40 << 20) + b"</a>"
    assert "swell" in refusal(changed(docx, tmp_path / "d.docx", word__styles_dot_xml=nothing))


def test_a_password_or_an_old_file_is_told(xlsx: Path, tmp_path: Path) -> None:
    old = tmp_path / "b.xlsx"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "password" in refusal(old)
    assert "old kind" in refusal(xlsx.rename(xlsx.with_suffix(".xls")))


def test_what_fetches_from_outside_is_refused_but_a_link_to_click_is_not(docx: Path, tmp_path: Path) -> None:
    part = "word___rels__settings_dot_xml_dot_rels"
    assert "outside" in refusal(changed(docx, tmp_path / "b.docx", **{part: RELS % b"image"}))
    assert open_safely(changed(docx, tmp_path / "c.docx", **{part: RELS % b"hyperlink"}))
    field = W % b"<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c</w:instrText></w:r></w:p>"
    assert "outside" in refusal(changed(docx, tmp_path / "d.docx", word__document_dot_xml=field))


def test_a_workbook_that_looks_into_others_is_refused(xlsx: Path, tmp_path: Path) -> None:
    assert "outside" in refusal(changed(xlsx, tmp_path / "b.xlsx", xl__externalLinks__externalLink1_dot_xml=b"<a/>"))


def test_something_else_under_the_ending_is_told(tmp_path: Path) -> None:
    told = tmp_path / "b.docx"
    told.write_bytes(b"%PDF-1.7")
    assert "not a Word document" in refusal(told)
    with ZipFile(told, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a")
    assert "not a Word document" in refusal(told)
    assert "cannot be read" in refusal(tmp_path / "c.docx")


def test_a_cut_file_is_damaged(docx: Path) -> None:
    docx.write_bytes(docx.read_bytes()[:-300])
    assert "damaged" in refusal(docx)


def test_workbooks_are_read_by_the_parser_that_refuses_entities_though_word_brings_another() -> None:
    asked = "import models.excel, openpyxl; print(openpyxl.LXML, openpyxl.DEFUSEDXML)"
    told = {each: value for each, value in os.environ.items() if each != "OPENPYXL_LXML"}
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=told, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
