"""The colours of the window, in light and in dark, by the names the rest of the program uses."""

from PySide6.QtGui import QColor, QPalette

LIGHT = {
    "bg": "#F4F6F9", "surface": "#FFFFFF", "raised": "#F8FAFC", "line": "#E2E7EE", "field": "#C3CDDA",
    "text": "#1A2433", "muted": "#566478", "faint": "#8A97A8", "sel": "#DCE9FB", "quiet": "#EAEEF3",
    "accent": "#1D5FBF", "accent_hover": "#184F9F", "accent_soft": "#E7F0FC", "on_accent": "#FFFFFF",
    "ok": "#12744A", "ok_soft": "#E3F5EC", "warn": "#8F5503", "warn_soft": "#FDF1DC",
    "bad": "#BF3036", "bad_soft": "#FCE8E8", "info": "#6447BD", "info_soft": "#EEEAFB",
    "side": "#14233C", "side_text": "#B9C6DA", "side_hover": "#1D3050", "side_active": "#274370",
    "side_title": "#8A9CB8", "side_focus": "#8FBCF7", "on_side": "#FFFFFF",
    "toast": "#1A2433", "on_toast": "#FFFFFF", "toast_link": "#9CC5FA",
}  # fmt: skip
DARK = {
    "bg": "#10151C", "surface": "#18202A", "raised": "#1E2733", "line": "#2A3543", "field": "#435265",
    "text": "#E6ECF3", "muted": "#A2B0C0", "faint": "#748397", "sel": "#20395C", "quiet": "#263040",
    "accent": "#5E9FF3", "accent_hover": "#7DB2F6", "accent_soft": "#1B3050", "on_accent": "#08131F",
    "ok": "#4CC38A", "ok_soft": "#15332A", "warn": "#E2A945", "warn_soft": "#3A2C12",
    "bad": "#F0787B", "bad_soft": "#3D1E22", "info": "#A994F5", "info_soft": "#2A2448",
    "side": "#0B1017", "side_text": "#A9B7C9", "side_hover": "#151E29", "side_active": "#1E3350",
    "side_title": "#7C8BA2", "side_focus": "#8FBCF7", "on_side": "#FFFFFF",
    "toast": "#2B3748", "on_toast": "#E6ECF3", "toast_link": "#9CC5FA",
}  # fmt: skip

# What may stand on what: (letters, ground). A test holds each pair to a contrast of 4.5 : 1.
READ_ON = (
    *(("text", ground) for ground in ("bg", "surface", "raised", "sel", "quiet")),
    *(("muted", ground) for ground in ("bg", "surface", "raised", "sel", "quiet")),
    *((tone, f"{tone}_soft") for tone in ("ok", "warn", "bad", "info", "accent")),
    *((tone, "surface") for tone in ("ok", "warn", "bad", "info", "accent")),
    ("bad", "bg"), ("accent", "bg"), ("on_accent", "accent"), ("on_accent", "accent_hover"),
    ("side_text", "side"), ("side_text", "side_hover"), ("side_title", "side"), ("on_side", "side_active"),
    ("on_toast", "toast"), ("toast_link", "toast"),
)  # fmt: skip
# Rings of the keyboard focus; 3 : 1 is asked of what is not letters.
SEEN_ON = (
    *(("accent", ground) for ground in ("bg", "surface", "raised", "sel")),
    ("side_focus", "side"), ("side_focus", "side_active"), ("toast_link", "toast"),
)  # fmt: skip

_in_use = LIGHT


def use(dark: bool) -> dict[str, str]:
    """Choose the light or the dark colours and return them."""
    global _in_use
    _in_use = DARK if dark else LIGHT
    return _in_use


def colours() -> dict[str, str]:
    """Return the colours in use, by name."""
    return _in_use


def color(name: str) -> QColor:
    """Return the colour in use under a name, such as "accent" or "bad_soft"."""
    return QColor(_in_use[name])


def is_dark() -> bool:
    """Tell whether the dark colours are in use."""
    return _in_use is DARK


def for_qt() -> QPalette:
    """Build Qt's own palette from the colours in use."""
    role = QPalette.ColorRole
    names = {
        role.Window: "bg", role.Base: "surface", role.AlternateBase: "raised", role.Button: "surface",
        role.Text: "text", role.WindowText: "text", role.ButtonText: "text", role.BrightText: "bad",
        role.Highlight: "accent", role.HighlightedText: "on_accent", role.PlaceholderText: "muted",
        role.ToolTipBase: "toast", role.ToolTipText: "on_toast", role.Link: "accent", role.LinkVisited: "accent",
        role.Light: "raised", role.Midlight: "line", role.Mid: "line", role.Dark: "field", role.Accent: "accent",
    }  # fmt: skip
    palette = QPalette()
    for each, name in names.items():
        palette.setColor(each, color(name))
    for each in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, color("faint"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, color("line"))
    return palette
