"""The one stylesheet, written from the colours and the size of the text."""

from collections.abc import Callable

from pupitre.ui.tokens import Tokens

Px = Callable[[float], int]


def stylesheet(t: Tokens, px: Px) -> str:
    """Return the rules for every kind of widget."""
    parts = (_base, _buttons, _tool_buttons, _labels, _frames, _fields, _choices, _lists, _bits)
    return "\n".join(part(t, px) for part in parts)


def _base(t: Tokens, px: Px) -> str:
    return f"""
    QWidget {{ color: {t.text}; }}
    QMainWindow, QDialog, QWizard {{ background: {t.surface}; }}
    QToolTip {{ background: {t.tooltip}; color: {t.tooltip_text}; border: none;
        padding: {px(5)}px {px(8)}px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    QSplitter::handle {{ background: {t.line}; }}
    """


def _buttons(t: Tokens, px: Px) -> str:
    return f"""
    QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line};
        border-radius: {px(8)}px; padding: {px(6)}px {px(13)}px; font-weight: 600; }}
    QPushButton:hover {{ background: {t.raised}; border-color: {t.strong_line}; }}
    QPushButton:pressed {{ background: {t.line}; }}
    QPushButton:focus {{ border: 1px solid {t.accent}; }}
    QPushButton:disabled {{ color: {t.muted}; background: {t.ground}; border-color: {t.line}; }}
    QPushButton[narrow="true"] {{ padding: {px(7)}px {px(8)}px; }}
    QPushButton[role="primary"] {{ background: {t.fill}; color: {t.on_fill};
        border-color: {t.fill}; }}
    QPushButton[role="primary"]:hover {{ background: {t.fill_hover};
        border-color: {t.fill_hover}; }}
    QPushButton[role="primary"]:pressed {{ background: {t.fill_pressed}; }}
    QPushButton[role="primary"]:focus {{ border: 2px solid {t.text};
        padding: {px(6) - 1}px {px(13) - 1}px; }}
    QPushButton[role="primary"]:disabled {{ background: {t.line}; color: {t.muted};
        border-color: {t.line}; }}
    QPushButton[role="danger"] {{ color: {t.bad}; border-color: {t.bad}; }}
    QPushButton[role="danger"]:hover {{ background: {t.bad_soft}; }}
    QPushButton[role="danger"]:focus {{ border: 2px solid {t.bad};
        padding: {px(6) - 1}px {px(13) - 1}px; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent;
        color: {t.accent}; font-weight: 400; padding: 1px 0; text-align: left; }}
    QPushButton[role="link"]:hover {{ text-decoration: underline; }}
    QPushButton[role="link"]:focus {{ border: 1px solid {t.accent};
        border-radius: {px(4)}px; }}
    QPushButton[role="link"]:disabled {{ color: {t.muted}; }}
    QPushButton[role="ghost"] {{ background: transparent; border: 1px solid transparent;
        color: {t.muted}; font-weight: 400; padding: {px(4)}px {px(6)}px; }}
    QPushButton[role="ghost"]:hover {{ background: {t.raised}; color: {t.text}; }}
    QPushButton[role="ghost"]:focus {{ border: 1px solid {t.accent}; }}
    QPushButton[role="segment"] {{ border-radius: 0; padding: {px(3)}px {px(9)}px;
        font-weight: 400; margin-left: -1px; }}
    QPushButton[role="segment"]:hover {{ border-color: {t.line}; }}
    QPushButton[role="segment"]:checked {{ background: {t.fill}; color: {t.on_fill};
        border-color: {t.fill}; }}
    QPushButton[role="segment"]:focus {{ border: 1px solid {t.accent}; }}
    QPushButton[role="segment"]:checked:focus {{ border: 1px solid {t.text}; }}
    QPushButton[edge="first"] {{ margin-left: 0; border-top-left-radius: {px(6)}px;
        border-bottom-left-radius: {px(6)}px; }}
    QPushButton[edge="last"] {{ border-top-right-radius: {px(6)}px;
        border-bottom-right-radius: {px(6)}px; }}
    QPushButton[edge="only"] {{ margin-left: 0; border-radius: {px(6)}px; }}
    QPushButton[role="inside"] {{ background: transparent; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(4)}px {px(6)}px; }}
    QPushButton[role="inside"]:hover {{ background: {t.raised}; }}
    QPushButton[role="inside"]:focus {{ border: 1px solid {t.accent}; }}
    QPushButton[role="inside"][quiet="true"] {{ color: {t.muted}; font-weight: 400; }}
    QPushButton[role="inside"][checkable="true"] {{ text-align: left; }}
    QPushButton[role="inside"]:disabled {{ color: {t.muted}; }}
    QPushButton[role="icon"] {{ background: transparent; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(5)}px {px(3)}px; }}
    QPushButton[role="icon"]:hover {{ background: {t.raised}; }}
    QPushButton[role="icon"]:pressed {{ background: {t.line}; }}
    QPushButton[role="icon"]:focus {{ border: 1px solid {t.accent}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    """


def _tool_buttons(t: Tokens, px: Px) -> str:
    return f"""
    QToolButton {{ background: transparent; border: 1px solid transparent; color: {t.muted};
        border-radius: {px(6)}px; padding: {px(4)}px; }}
    QToolButton:hover {{ background: {t.raised}; color: {t.text}; }}
    QToolButton:pressed {{ background: {t.line}; }}
    QToolButton:focus {{ border: 1px solid {t.accent}; }}
    QToolButton:disabled {{ color: {t.strong_line}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton[role="plain"], QToolButton[role="menu"] {{ background: {t.surface};
        color: {t.text}; border: 1px solid {t.line}; border-radius: {px(8)}px;
        padding: {px(6)}px {px(12)}px; }}
    QToolButton[role="plain"]:hover, QToolButton[role="menu"]:hover {{ background: {t.raised}; }}
    QToolButton[role="plain"]:focus, QToolButton[role="menu"]:focus {{
        border: 1px solid {t.accent}; }}
    QToolButton[role="chip"] {{ background: {t.surface}; color: {t.text};
        border: 1px solid {t.strong_line}; border-radius: {px(12)}px;
        padding: {px(3)}px {px(11)}px; }}
    QToolButton[role="chip"]:hover {{ background: {t.raised}; }}
    QToolButton[role="chip"]:checked {{ background: {t.fill}; color: {t.on_fill};
        border-color: {t.fill}; }}
    QToolButton[role="chip"]:focus {{ border: 1px solid {t.accent}; }}
    QToolButton[role="chip"]:checked:focus {{ border: 1px solid {t.text}; }}
    """


def _labels(t: Tokens, px: Px) -> str:
    return f"""
    QLabel {{ background: transparent; }}
    QLabel[role="title"] {{ font-size: {px(17)}px; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {px(15.5)}px; font-weight: 600; }}
    QLabel[role="section"] {{ color: {t.muted}; font-size: {px(12)}px; font-weight: 600; }}
    QLabel[role="label"] {{ font-weight: 600; }}
    QLabel[role="hint"] {{ color: {t.muted}; font-size: {px(13)}px; }}
    QLabel[role="text"] {{ font-size: {px(13)}px; }}
    QLabel[role="small"] {{ color: {t.muted}; font-size: {px(12)}px; }}
    QLabel[role="error"] {{ color: {t.bad}; font-size: {px(13)}px; }}
    QLabel[role="advice"] {{ background: {t.advice}; color: {t.advice_text};
        border-radius: {px(6)}px; padding: {px(9)}px {px(12)}px; font-size: {px(13)}px; }}
    QLabel[role="badge"] {{ background: {t.fill}; color: {t.on_fill}; font-size: {px(11)}px;
        font-weight: 600; border-radius: {px(9)}px; padding: 1px {px(7)}px; }}
    """


def _frames(t: Tokens, px: Px) -> str:
    return f"""
    QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-radius: {px(10)}px; }}
    QFrame[role="bar"], QFrame[role="panel"] {{ background: {t.surface}; border: none; }}
    QFrame[role="sunken"] {{ background: {t.ground}; border: none; }}
    QFrame[role="box"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-radius: {px(8)}px; }}
    QFrame[role="divider"] {{ background: {t.line}; border: none;
        min-width: 1px; min-height: 1px; }}
    QFrame[role="divider"][lit="true"] {{ background: {t.accent}; }}
    QFrame[role="advice"] {{ background: {t.advice}; border: none; border-radius: {px(6)}px; }}
    QFrame#figures-card {{ border: 1px solid {t.strong_line}; }}
    QFrame#notice, QFrame#farewell {{ border-radius: 0; }}
    QFrame[role="advice"] QLabel {{ color: {t.advice_text}; }}
    """


def _fields(t: Tokens, px: Px) -> str:
    every = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    focus = ", ".join(f"{name}:focus" for name in every.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in every.split(", "))
    shade = "dark" if t.dark else "light"
    return f"""
    {every} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.strong_line};
        placeholder-text-color: {t.muted};
        border-radius: {px(8)}px; padding: {px(7)}px {px(10)}px;
        selection-background-color: {t.fill}; selection-color: {t.on_fill}; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0;
        background: transparent; border-radius: 0; }}
    QPlainTextEdit, QTextEdit {{ padding: {px(6)}px {px(8)}px; }}
    {focus} {{ border: 1px solid {t.accent}; }}
    {disabled} {{ background: {t.ground}; color: {t.muted}; border-color: {t.line}; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"],
    QAbstractSpinBox[wrong="true"] {{ border: 1px solid {t.bad}; }}
    QLineEdit[role="search"] {{ background: {t.ground}; border-color: {t.line};
        padding: {px(6)}px {px(8)}px; }}
    QPlainTextEdit[locked="true"] {{ background: {t.ground}; color: {t.muted}; }}
    QLineEdit[role="note"] {{ font-size: {px(13)}px; padding: {px(6)}px {px(8)}px; }}
    QLineEdit[role="search"]:focus {{ border-color: {t.accent}; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {px(26)}px;
        subcontrol-origin: padding; subcontrol-position: center right; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{
        image: url(icons:controls/down-{shade}.svg); width: {px(14)}px; height: {px(14)}px; }}
    QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.strong_line};
        outline: none; selection-background-color: {t.soft}; selection-color: {t.text}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none;
        background: transparent; width: {px(20)}px; subcontrol-origin: border; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right;
        margin: {px(4)}px {px(4)}px 0 0; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right;
        margin: 0 {px(4)}px {px(4)}px 0; }}
    QAbstractSpinBox::up-arrow {{ image: url(icons:controls/up-{shade}.svg);
        width: {px(11)}px; height: {px(11)}px; }}
    QAbstractSpinBox::down-arrow {{ image: url(icons:controls/down-{shade}.svg);
        width: {px(11)}px; height: {px(11)}px; }}
    QCalendarWidget QWidget {{ alternate-background-color: {t.ground}; }}
    QCalendarWidget QAbstractItemView {{ background: {t.surface}; outline: none;
        selection-background-color: {t.fill}; selection-color: {t.on_fill}; }}
    QCalendarWidget QToolButton {{ color: {t.text}; font-weight: 600; }}
    #qt_calendar_navigationbar {{ background: {t.surface}; }}
    """


def _choices(t: Tokens, px: Px) -> str:
    box = px(16)
    return f"""
    QCheckBox, QRadioButton {{ spacing: {px(8)}px; background: transparent; padding: 1px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: {box}px; height: {box}px;
        border: 1px solid {t.muted}; background: {t.surface}; }}
    QCheckBox::indicator {{ border-radius: {px(4)}px; }}
    QRadioButton::indicator {{ border-radius: {box // 2 + 1}px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {t.accent}; }}
    QCheckBox::indicator:checked, QCheckBox::indicator:indeterminate {{ background: {t.fill};
        border-color: {t.fill}; }}
    QCheckBox::indicator:checked {{ image: url(icons:controls/check.svg); }}
    QCheckBox::indicator:indeterminate {{ image: url(icons:controls/minus.svg); }}
    QRadioButton::indicator:checked {{ background: {t.on_fill}; width: {box - 2 * px(4)}px;
        height: {box - 2 * px(4)}px; border: {px(4) + 1}px solid {t.fill}; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {t.accent};
        border-radius: {px(5)}px; padding: 0; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {t.muted}; }}
    """


def _lists(t: Tokens, px: Px) -> str:
    return f"""
    QAbstractItemView {{ background: {t.surface}; border: none; outline: none; }}
    QListView#thread {{ background: {t.ground}; }}
    QListView::item, QTreeView::item {{ padding: {px(5)}px {px(8)}px; border: none;
        border-radius: {px(6)}px; color: {t.text}; }}
    QListView::item:hover, QTreeView::item:hover {{ background: {t.raised}; }}
    QListView::item:selected, QTreeView::item:selected {{ background: {t.soft};
        color: {t.text}; }}
    QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
        border-bottom: 1px solid {t.line}; padding: {px(6)}px {px(8)}px; font-weight: 600; }}
    QTableView {{ gridline-color: {t.line}; }}
    QTableView::item {{ padding: 0 {px(5)}px; border: none; color: {t.text}; }}
    QMenu {{ background: {t.surface}; border: 1px solid {t.strong_line};
        border-radius: {px(8)}px; padding: {px(5)}px; }}
    QMenu::item {{ padding: {px(6)}px {px(26)}px {px(6)}px {px(12)}px;
        border-radius: {px(5)}px; color: {t.text}; }}
    QMenu::item:selected {{ background: {t.soft}; }}
    QMenu::item:disabled {{ color: {t.muted}; background: transparent; }}
    QMenu::icon {{ padding-left: {px(8)}px; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(5)}px {px(4)}px; }}
    QMenu::indicator {{ width: {px(14)}px; height: {px(14)}px; margin-left: {px(8)}px; }}
    """


def _bits(t: Tokens, px: Px) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
    QScrollBar::handle {{ background: {t.strong_line}; border-radius: {px(3)}px;
        margin: {px(2)}px; }}
    QScrollBar::handle:vertical {{ min-height: {px(30)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(30)}px; }}
    QScrollBar::handle:hover {{ background: {t.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: {px(3)}px;
        height: {px(6)}px; text-align: center; color: transparent; }}
    QProgressBar::chunk {{ background: {t.fill}; border-radius: {px(3)}px; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ background: transparent; color: {t.muted}; border: none;
        border-bottom: 2px solid transparent; padding: {px(7)}px {px(12)}px; }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::tab:focus {{ color: {t.accent}; }}
    """
