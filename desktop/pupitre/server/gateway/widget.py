"""The widget's script: the modules of `resources/widget` joined into one file to embed."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pupitre.server.gateway.slimming import joined, slimmed

_LOADER = "loader.js"
_EXAMPLES = "export { Widget, begun, chooseLanguage, folded, wording };\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class WidgetSettings:
    """What one mission's script says of it; `base` is a configured public address, if any."""

    mission: str
    name: str
    mark: str
    colour: str
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WidgetSource:
    """The script without a mission: loader, joined modules, the sentences of each language."""

    loader: str
    modules: str
    languages: Mapping[str, Mapping[str, str]]

    def parts(self, settings: WidgetSettings) -> str:
        """Write the same modules as one that exports what a page of examples draws with."""
        return f"{self.modules}export const settings = {self._told(settings)};\n{_EXAMPLES}"

    def script(self, settings: WidgetSettings) -> str:
        """Write the script that `GET /widget/{mission}.js` answers with."""
        completed = self.loader.replace('"__PUPITRE__"', self._told(settings))
        return completed.replace('"__MODULES__";', self.modules)

    def _told(self, settings: WidgetSettings) -> str:
        values = {**asdict(settings), "languages": self.languages}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def read_widget(folder: Path, catalogues: Path) -> WidgetSource:
    """Read the widget from `folder`, its sentences from `visitor_<language>.json` beside others."""
    paths = sorted(folder.glob("*.js"))
    return WidgetSource(
        loader=slimmed((folder / _LOADER).read_text("utf-8")),
        modules=joined(path.read_text("utf-8") for path in paths if path.name != _LOADER),
        languages={
            path.stem.removeprefix("visitor_"): json.loads(path.read_text("utf-8"))["widget"]
            for path in sorted(catalogues.glob("visitor_*.json"))
        },
    )
