"""The walker finds what it is there to find."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from plainhelix.ui.app import PlainhelixApplication
from ui.layout_walk import faults


def test_seeded_faults_are_found(qapp: PlainhelixApplication) -> None:
    """Cut text, an overlap, a small target, a button without a name, and a part outside."""
    window = QWidget()
    window.resize(400, 300)
    label = QLabel("Words that need more than one line here", window)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 100, 10)
    QPushButton("small", window).setGeometry(0, 100, 40, 20)
    QPushButton(window).setGeometry(0, 150, 100, 60)
    QPushButton("over", window).setGeometry(50, 160, 100, 60)
    QPushButton("out", window).setGeometry(350, 0, 100, 60)
    window.show()
    found = {fault.split(":")[0] for fault in faults(window)}
    window.close()
    assert found == {"cut", "overlap", "small", "nameless", "outside"}
