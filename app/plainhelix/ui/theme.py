"""The colours, in one place. Every theme fills the same tokens."""

import msgspec


class Tokens(msgspec.Struct, frozen=True, kw_only=True):
    """Colours by what they are for."""

    paper: str
    """The ground of a page."""
    card: str
    ink: str
    ink_soft: str
    line: str
    """Borders that only set apart."""
    rim: str
    """Borders of things to press that say what they are by their words or marks."""
    edge: str
    """Borders of things that can be pressed: at least 3 : 1 against paper and card."""
    primary: str
    primary_ink: str
    primary_soft: str
    primary_deep: str
    """The primary colour while it is pressed."""
    accent: str
    """Figures and marks, nothing else."""
    accent_soft: str
    leaf: str
    leaf_soft: str
    sun: str
    """Focus and drafts."""
    sun_soft: str
    focus_edge: str
    """Outer line of the focus ring, which keeps it visible on a light ground."""
    empty: str
    ring: str
    """Icons that are not marked: at least 3 : 1 against the card."""


LIGHT = Tokens(
    paper="#FBF8F3",
    card="#FFFFFF",
    ink="#18262E",
    ink_soft="#4A5B66",
    line="#D8DEE2",
    rim="#B7C3CA",
    edge="#84929B",
    primary="#0B5563",
    primary_ink="#FFFFFF",
    primary_soft="#E3EFF1",
    primary_deep="#083E49",
    accent="#B4461F",
    accent_soft="#FBE9E1",
    leaf="#2F6B3C",
    leaf_soft="#E6F1E7",
    sun="#F2B705",
    sun_soft="#FFF6DB",
    focus_edge="#18262E",
    empty="#D3DADE",
    ring="#7F8E98",
)

DARK = Tokens(
    paper="#10191E",
    card="#18242B",
    ink="#EDF2F4",
    ink_soft="#B7C4CB",
    line="#31424C",
    rim="#4A5E69",
    edge="#7B8E99",
    primary="#7CC7D4",
    primary_ink="#06252C",
    primary_soft="#1D3A42",
    primary_deep="#A6DCE5",
    accent="#F29A76",
    accent_soft="#3A231A",
    leaf="#8CC99A",
    leaf_soft="#1B3322",
    sun="#F2B705",
    sun_soft="#3A3010",
    focus_edge="#10191E",
    empty="#3A4952",
    ring="#8699A4",
)

CONTRAST = Tokens(
    paper="#000000",
    card="#000000",
    ink="#FFFFFF",
    ink_soft="#FFFFFF",
    line="#FFFFFF",
    rim="#FFFFFF",
    edge="#FFFFFF",
    primary="#8FE9F7",
    primary_ink="#000000",
    primary_soft="#00343D",
    primary_deep="#FFFFFF",
    accent="#FFB391",
    accent_soft="#3D1505",
    leaf="#A4F0B4",
    leaf_soft="#04290C",
    sun="#FFD21F",
    sun_soft="#332700",
    focus_edge="#000000",
    empty="#595959",
    ring="#FFFFFF",
)

THEMES: dict[str, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
"""Themes by the name that a page carries."""

ON_DARK = {
    "#FDFEFE": "#CFD8DC",
    "#08434F": "#06252C",
    "#F4C22B": "#7A2E10",
    "#FFFCF8": "#C49A78",
    "#485A67": "#8296A3",
    "#C3CCD1": "#78868E",
    "#D3DADE": "#78868E",
    "#7FB1B9": "#5E9AA5",
    "#2B7380": "#A6DCE5",
    "#0A5260": "#0A5260",
    "#CFE3D3": "#2C4A36",
    "#8FB996": "#8FB996",
    "#2E6538": "#2E6538",
    "#E9BE4B": "#E9BE4B",
    "#F5D98B": "#F5D98B",
    "#211C1A": "#423731",
    "#3B2A22": "#523A2E",
    "#7A4A2B": "#94603B",
    "#B9C2C8": "#B9C2C8",
    "#5E3B26": "#85583D",
    "#8A5A3C": "#A47352",
    "#C98F6B": "#C98F6B",
    "#E8B998": "#E8B998",
    "#EBC0AD": "#EBC0AD",
    "#C06D4F": "#C06D4F",
}
"""Every shade of the drawings beside the tokens, as it is on a dark ground.

First white things (coats, labels, a window; plain white is a panel and turns with the cards), what is drawn on light
and on marked things, a warm glow, slate cloth and what is usual (copies of a gene, days); then blues, greens and
yellows, hair, wood and skin.
"""
