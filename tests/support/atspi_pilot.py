"""A hand on the accessibility tree: runs on the system's Python, one JSON order per line.

The tree is what a screen reader has, so a journey that works through it also proves that
the names of the screen are real. Orders: {"do": verb, "name": …, "role": …, "value": …}.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found] # a package of the system's own Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found]  # noqa: E402

Order = dict[str, Any]
PATIENCE = float(os.environ.get("PILOT_PATIENCE", "60"))


def main() -> None:
    """Obey until the orders end."""
    Atspi.set_timeout(2000, 5000)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            answer = {"ok": True, "value": obey(order)}
        except Exception as error:  # noqa: BLE001 - the test reads the reason
            answer = {"ok": False, "why": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)


def obey(order: Order) -> Any:
    """Do what one order says and return its value."""
    verb = order["do"]
    if verb == "tree":
        program = next(applications(order["app"]), None)
        return [describe(node, depth) for node, depth in walk(program)]
    if verb == "gone":
        return wait(lambda: find(order) is None, order)
    if verb == "has":
        return find(order) is not None
    node = wait(lambda: find(order), order)
    return VERBS[verb](node, order.get("value"))


def wait(fact: Callable[[], Any], order: Order) -> Any:
    """Look again until the fact holds."""
    end = time.monotonic() + order.get("within", PATIENCE)
    while True:
        found = fact()
        if found:
            return found
        if time.monotonic() > end:
            raise LookupError(f"not so after a while: {order}")
        time.sleep(0.05)


def applications(name: str) -> Iterator[Any]:
    """Yield the programs of that name, the newest first: the tree remembers those that died."""
    desktop = Atspi.get_desktop(0)
    for place in reversed(range(desktop.get_child_count())):
        program = desktop.get_child_at_index(place)
        if program is not None and (program.get_name() or "").lower() == name.lower():
            yield program


def find(order: Order) -> Any:
    """Return the first showing node of that role whose name is, or holds, the one asked."""
    for program in applications(order["app"]):
        try:
            for node, _ in walk(_ground(program, order)):
                if matches(node, order):
                    return node
        except gi.repository.GLib.Error:
            continue
    return None


def _ground(program: Any, order: Order) -> Any:
    """Return where to look: the whole program, or a part of it that shows under a name."""
    if not order.get("inside"):
        return program
    around = {"name": order["inside"]}
    return next((node for node, _ in walk(program) if matches(node, around)), None)


def matches(node: Any, order: Order) -> bool:
    """Tell whether a node is the one asked for."""
    role = order.get("role")
    if role and node.get_role_name() != role:
        return False
    name = node.get_name() or ""
    wanted = order.get("name")
    if wanted is not None and not (name == wanted or (order.get("part") and wanted in name)):
        return False
    return bool(order.get("hidden")) or is_showing(node)


def is_showing(node: Any) -> bool:
    """Tell whether somebody could see it."""
    states = node.get_state_set()
    return bool(states.contains(Atspi.StateType.SHOWING))


def walk(node: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """Yield a node and all under it, each with its depth."""
    if node is None or depth > 40:
        return
    yield node, depth
    for place in range(min(node.get_child_count(), 400)):
        try:
            child = node.get_child_at_index(place)
        except gi.repository.GLib.Error:
            continue
        yield from walk(child, depth + 1)


def describe(node: Any, depth: int) -> list[Any]:
    """Return a line that tells a node."""
    states = [state.value_nick for state in node.get_state_set().get_states()]
    return [depth, node.get_role_name(), node.get_name(), read(node, None), states]


def press(node: Any, _: Any) -> Any:
    """Do the node's first action: press, toggle, activate."""
    action = node.get_action_iface()
    if action is None or not node.get_n_actions():
        raise LookupError(f"{node.get_name()} has no action")
    names = [node.get_action_name(place).lower() for place in range(node.get_n_actions())]
    for wanted in ("press", "toggle", "select", "activate", "showmenu"):
        if wanted in names:
            node.do_action(names.index(wanted))
            return names
    node.do_action(0)
    return names


def write(node: Any, text: Any) -> Any:
    """Replace an editable text."""
    editable = node.get_editable_text_iface()
    if editable is None:
        raise LookupError(f"{node.get_name()} cannot be written")
    editable.set_text_contents(text)
    return read(node, None)


def read(node: Any, _: Any) -> Any:
    """Return the text of a node, if it has any."""
    if node.get_text_iface() is None:
        return ""
    return node.get_text(0, node.get_character_count())


def select(node: Any, _: Any) -> Any:
    """Select a row of a list through its parent."""
    parent = node.get_parent()
    return bool(parent.select_child(node.get_index_in_parent()))


def focus(node: Any, _: Any) -> Any:
    """Put the keyboard's focus on it."""
    component = node.get_component_iface()
    return bool(component and component.grab_focus())


def where(node: Any, _: Any) -> Any:
    """Return where its middle is on the screen."""
    box = node.get_extents(Atspi.CoordType.SCREEN)
    return [box.x + box.width // 2, box.y + box.height // 2]


def name(node: Any, _: Any) -> Any:
    """Return its name."""
    return node.get_name()


def names(node: Any, _: Any) -> Any:
    """Return the names of what is directly in it."""
    return [
        child.get_name()
        for child in map(node.get_child_at_index, range(node.get_child_count()))
        if child is not None
    ]


def states(node: Any, _: Any) -> Any:
    """Return its states."""
    return [state.value_nick for state in node.get_state_set().get_states()]


VERBS = {
    "press": press,
    "write": write,
    "read": read,
    "select": select,
    "focus": focus,
    "where": where,
    "name": name,
    "names": names,
    "states": states,
    "find": name,
}

if __name__ == "__main__":
    main()
