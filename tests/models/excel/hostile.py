"""Texts that have broken workbooks before, and a way to make more of them."""

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
