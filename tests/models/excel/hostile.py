"""Texts that have broken workbooks before, and a way to make more of them."""

import random

from hypothesis import strategies as st

KNOWN = (
    "=1+1", "=cmd|'/c calc'!A1", '=HYPERLINK("http://a.b","x")', '=WEBSERVICE("http://a.b")', "+1", "-1", "@SUM(A1)",
    "\t=1", "\r=1", "\n=1", " =1+1", "\u00a0=1", "＝1+1", "＋1", "－1", "＠A1", "#N/A", "#REF!", "#DIV/0!", "'=1",
    "TRUE", "00123", "5/6/2024", "1e5", "_x0041_", "__x0041_",
    "_x005F_x0041_", "a_x000D_b", "_x00ZZ_",
    "&amp;", "<f>1</f>",
    "]]>", "a\x00b", "\x01", "\x0b\x0c", "\x1f", "\ufffe", "\uffff", "\ud800", "\udfff a", "Điện Biên",
    "Đie\u0323\u0302n",
    "ພາສາລາວ", "ភាសាខ្មែរ", "𠮷野家", "👨\u200d👩\u200d👧", "\u202eabc", "a\r\nb\rc", "  spaces  ",
    "\n", " ", "{row}", "[Cột]#'@", '"', "\x7f\x85\u2028",
)  # fmt: skip

_SIGNS = st.sampled_from(["", "", "=", "+", "-", "@", "\t", "\n", "＝", "#", "'", "_x0041_"])
_ANY = st.characters(exclude_categories=(), codec=None)
TEXTS = st.one_of(st.sampled_from(KNOWN), st.builds(str.__add__, _SIGNS, st.text(_ANY, max_size=40)))

# What else templates, Word and papers may trip over: fields, marks of Jinja, HTML, DDE, texts beyond a cell's length.
WIDER = (
    *KNOWN, "{{ten}}", "{{ 7*7 }}", "{% for x in y %}", "{# x #}", "{{danh_sach.ten}}", "{{", "}}", "{% raw %}",
    "MERGEFIELD ten", "{ MERGEFIELD ten }", "«ten»", "\x13 MERGEFIELD ten \x14 x \x15", 'INCLUDETEXT "C:\\a.docx"',
    'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe"', '=DDE("cmd";"/C calc";"a")', "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!D2", "=IMPORTXML(A1)", "<w:p/>", "</w:t></w:r></w:p>", "<w:fldSimple w:instr=\"DATE\"/>",
    "<script>alert(1)</script>", "<img src=x onerror=1>", "<b>đậm</b>", "<br/>", "<!--", "&#0;", "&nbsp;", "<![CDATA[",
    "\u200b=1", "\ufeff=1", "\u2066=1\u2069", "\u200f=1", "A R&D", "%0A=1", "0x1F", "1,5", "1.234.567,5", "31/02/2025",
    "中华人民共和国云南省", "ນະຄອນຫຼວງວຽງຈັນ", "นครพนม", "ភ្នំពេញ", "မြန်မာ",
    "e\u0323\u0302" * 30, "x" * 33_000, "ả" * 40_000, "𠮷" * 17_000,
    "không có dấu cách" * 100, "\u0301a", "👩\u200d❤️\u200d💋\u200d👨", "🇻🇳", "\U000e0041", "\ue000", "ffi ﬃ",
)  # fmt: skip


def texts(count: int) -> list[str]:
    """Make so many different texts, those above first, however wide; always the same."""
    chance = random.Random(4)
    letters = [*map(chr, range(0x180)), *"ảệữơđ=+-@&<>{}%_x\t\n\ud800\udfff\ufffe\uffff\u202e\u2028ລ中👨𠮷"]
    found = dict.fromkeys(WIDER)
    while len(found) < count:
        made = "".join(chance.choices(letters, k=chance.randint(1, 30)))
        found[chance.choice(["", "=", "+", "-", "@", "\t=", "＝", chance.choice(KNOWN)]) + made] = None
    return list(found)[:count]
