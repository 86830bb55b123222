"""The language of the screen: our words, Qt's own, and how dates and hours are written."""

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QTranslator,
)

from pupitre.ui.preferences import Language

SUPPORTED = ("fr", "en")
_TERRITORIES = {"fr": QLocale.Country.France, "en": QLocale.Country.UnitedKingdom}
_LANGUAGES = {"fr": QLocale.Language.French, "en": QLocale.Language.English}

LACKING = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)
"""Words of Qt's own file dialog that its French lacks, found in ours under Qt's contexts."""

_spoken: list[QTranslator] = []
"""What was installed: to look for it among the application's children takes a while."""


def install(app: QCoreApplication, language: Language = Language.SYSTEM) -> QLocale:
    """Speak that language from now on; widgets made before keep their words.

    Our translations are found under Qt's search path `i18n:`, set by the application.
    """
    locale = locale_for(language, QLocale.system())
    QLocale.setDefault(locale)
    code = locale.name()[:2]
    for spoken in _spoken:
        app.removeTranslator(spoken)
        spoken.setParent(None)
    _spoken.clear()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, where in ((f"qtbase_{code}", folder), (f"pupitre_{code}", "i18n:")):
        translator = QTranslator(app)
        if translator.load(name, where):
            app.installTranslator(translator)
            _spoken.append(translator)
    return locale


def locale_for(language: Language, system: QLocale) -> QLocale:
    """Return how to write; the system's own way where it speaks the language."""
    own = system.name()[:2]
    code = own if language is Language.SYSTEM else str(language)
    if code not in SUPPORTED:
        code = "en"
    return system if code == own else QLocale(_LANGUAGES[code], _TERRITORIES[code])
