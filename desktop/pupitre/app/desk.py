"""The desk as a program: composes everything, and lives until it is left."""

import asyncio
import logging

from PySide6.QtWidgets import QApplication

from pupitre.app import screen, words
from pupitre.app.arrivals import Arrivals
from pupitre.app.crash import CrashReports
from pupitre.app.entry import Entry, Ticket
from pupitre.app.folders import Folders
from pupitre.app.leaving import Leaving
from pupitre.app.means import Means
from pupitre.app.memory import Memory
from pupitre.app.opening import Opening
from pupitre.app.settings import Account, Settings, SettingsFile
from pupitre.app.sign_in import SignIn, Way
from pupitre.app.stopping import Stopping
from pupitre.app.tasks import spawn, stop_all
from pupitre.app.tray_corner import TrayCorner
from pupitre.app.tray_notices import TrayNotices
from pupitre.app.trial import Trial
from pupitre.app.workplace import Workplace
from pupitre.backends.address import Address
from pupitre.backends.native import NativeBackend
from pupitre.domain.commands import SetAvailability
from pupitre.domain.ids import ConversationId
from pupitre.ui.preferences import Preferences
from pupitre.ui.window import DeskWindow

log = logging.getLogger(__name__)

FIRST_MISSION = "velo"
"""The trial's, while the server has not said yet which missions there are."""
FIRST_PAINT = 0.02
"""How many seconds the list has to be painted, before the link loads what it needs."""
LAST_WORDS = 4.0
"""How many seconds the session and the embedded server may take to close: a system that ends
kills after five."""


class Desk:
    """One window, and whoever is signed in behind it."""

    def __init__(
        self,
        app: QApplication,
        folders: Folders,
        means: Means,
        preferences: Preferences,
        opening: Opening | None = None,
    ) -> None:
        """Take over the window of `opening`, where one is shown already."""
        self._app = app
        self._folders = folders
        self._means = means
        self.memory = Memory(SettingsFile(folders.settings), preferences)
        self._over = asyncio.Event()
        self.place: Workplace | None = None
        self.has_crashed = False
        self.entry = Entry(means.secrets(), NativeBackend)
        self.trial = Trial(
            folders.server, clock_rate=means.clock_rate, begins=means.begins, port=means.port
        )
        balloons = TrayNotices(self._on_picked)
        self.notifier = means.notifier(self._on_picked, balloons)
        self._opening = opening
        self.window = opening.window if opening else DeskWindow(preferences)
        self.window.know(preferences)
        self.arrivals = Arrivals(self.window.come_to_front, self.bring_forward)
        self.sign_in = SignIn(self.window, self.entry, self.trial, self._on_ticket)
        self.leaving = Leaving(self.window, self._get_place, self._over.set, self._on_signed_out)
        self._corner = TrayCorner(self.window, self.leaving, balloons)
        self._stopping = Stopping(self.leaving.ask_to_quit, self._over.set)
        self._listen()

    def _listen(self) -> None:
        window = self.window
        window.close_asked.connect(self.leaving.ask_to_quit)
        window.quit_asked.connect(self.leaving.ask_to_quit)
        window.sign_out_asked.connect(self.leaving.on_settled)
        window.visitor_page_asked.connect(self.open_visitor_page)
        window.preferences_changed.connect(self._on_preferences)
        self._app.commitDataRequest.connect(self.leaving.on_session_end)

    async def live(self, proposed: Account | None = None) -> None:
        """Show the window at once, let somebody in, and return when the desk is left."""
        loop = asyncio.get_running_loop()
        CrashReports(self._on_crash).listen(loop)
        self._stopping.listen(loop)
        if self._opening is None:
            self.window.arrange(self.settings.window)
        self._begin(proposed)
        self.window.show()
        self._corner.tray.show()
        spawn(self._look_around(), name="second stage")
        try:
            await self._over.wait()
        finally:
            await self._end()
            self._stopping.forget(loop)

    async def _look_around(self) -> None:
        """Start what the first window does not wait for."""
        await asyncio.sleep(FIRST_PAINT)
        from pupitre.app.awakening import Awakening

        spawn(self.notifier.run(), name="notices")
        spawn(Awakening(self._look_awake).run(), name="awakening")

    def leave(self) -> None:
        """End without asking: for a desk that nobody looks at."""
        self._over.set()

    def _begin(self, proposed: Account | None) -> None:
        opening, account = self._opening, proposed or self.settings.account
        if opening is not None and opening.page is not None:
            self.sign_in.adopt(opening.page)
        if proposed is None and account.email:
            self.sign_in.again(account, behind=opening is not None)
        elif opening is None:
            self.sign_in.show(account)
        if opening is not None:
            opening.hand_over()

    async def _end(self) -> None:
        """Put everything away; nothing that was asked for is lost."""
        arrangement = self.window.arrangement
        self.window.hide()
        self._corner.tray.hide()
        place, self.place = self.place, None
        try:
            async with asyncio.timeout(LAST_WORDS):
                if place is not None:
                    await self._close(place)
                await self.memory.close(arrangement)
                await self.trial.stop()
        except TimeoutError:
            log.warning("something took too long to close")
        self.window.leave_desk()
        self.sign_in.forget_page()
        await stop_all()
        self.window.deleteLater()

    async def _close(self, place: Workplace) -> None:
        place.over = True
        place.clear()
        await place.session.close()

    @property
    def settings(self) -> Settings:
        """What is remembered of the owner's choices."""
        return self.memory.settings

    # --- somebody comes in

    def _on_ticket(self, ticket: Ticket, way: Way) -> None:
        spawn(self._settle_in(ticket, way), name="settle in")

    async def _settle_in(self, ticket: Ticket, way: Way) -> None:
        self.place = place = Workplace(ticket, self._folders.data)
        await place.session.load()
        self.memory.sign_in(ticket.account)
        self.window.open_desk(place.session)
        self.sign_in.forget_page()
        self._follow_desk()
        place.furnish(self.notifier, self, self._corner.tray, self._get_preferences)
        self.arrivals.enter(place.session)
        if way is Way.TRIAL:
            place.session.submit(None, SetAvailability(available=True))
            self.open_visitor_page()
        elif not self.entry.lasting:
            self.window.say(words.no_keyring())
        spawn(self._work(place), name="session")

    def _follow_desk(self) -> None:
        """Hear the desk that the window shows now: a new one comes with each language."""
        desk = self.window.desk
        if desk is not None:
            desk.server = self.place.ticket.account.server if self.place else ""
            desk.stayed.connect(self._on_stayed)
            desk.page.panes.current_changed.connect(self._on_looked_at)
            desk.page.list.chosen.connect(self._on_looked_at)

    async def _work(self, place: Workplace) -> None:
        """Keep the session going; it ends when the desk is left, or the server says so."""
        await asyncio.sleep(FIRST_PAINT)
        await place.session.run()
        refused = place.session.connection
        if place.over or refused.refused is None:
            return
        await self.entry.forget(place.ticket.account)
        await self._close(place)
        if place.ticket.account.is_trial:
            self.sign_in.again(place.ticket.account)  # its password is no secret
            return
        self._vacate(words.access_refused(refused.refused_code or "", refused.refused))

    # --- somebody leaves

    def _on_signed_out(self, place: Workplace) -> None:
        spawn(self._sign_out(place), name="sign out")

    async def _sign_out(self, place: Workplace) -> None:
        await self._close(place)
        await self.entry.forget(place.ticket.account)
        self._vacate("")

    def _vacate(self, sentence: str) -> None:
        """Show the way in again."""
        self.place = None
        self.arrivals.leave()
        self.window.leave_desk()
        account = self.settings.account
        if account.is_trial:
            self.memory.sign_in(Account())
        self.sign_in.show(self.settings.account, sentence)

    def _on_stayed(self) -> None:
        self.leaving.on_stayed()
        self._stopping.begin_again()

    # --- what the window and the notices ask

    def open_visitor_page(self) -> None:
        """Open a shop in the browser, to play the visitor."""
        if self.place is not None:
            mission = next(iter(self.place.session.missions), FIRST_MISSION)
            self._means.browse(visitor_page(self.place.ticket.address, mission))

    def is_in_front(self) -> bool:
        """Whether somebody looks at the desk."""
        return self.window.is_in_front()

    def call(self) -> None:
        """Ask for attention until somebody comes."""
        self.window.call()

    def bring_forward(self, conversation: ConversationId) -> None:
        """Bring the window to the front with this conversation."""
        self.window.show_conversation(conversation, write=True)

    def _on_picked(self, key: str, button: str) -> None:
        if self.place is not None and self.place.announcements is not None:
            self.place.announcements.pick(key, button)

    def _on_looked_at(self) -> None:
        shown = self.window.shown()
        if shown and self.place is not None and self.place.announcements is not None:
            self.place.announcements.looked_at(shown)

    def _look_awake(self) -> None:
        if self.place is not None:
            self.place.session.look_awake()

    def _on_crash(self) -> None:
        self.has_crashed = True
        self.window.say(words.went_wrong())

    # --- what is remembered

    def _on_preferences(self, preferences: Preferences) -> None:
        before = self.settings.preferences
        self.memory.prefer(preferences)
        if before.language is not preferences.language:
            asyncio.get_running_loop().call_soon(self.speak, preferences)

    def speak(self, preferences: Preferences) -> None:
        """Build the window's desk again in another language."""
        screen.dress(self._app, preferences)
        self.window.reopen()
        self._follow_desk()
        self._corner.renew(self.place)

    def _get_preferences(self) -> Preferences:
        return self.settings.preferences

    def _get_place(self) -> Workplace | None:
        return self.place


def visitor_page(address: str, mission: str) -> str:
    """Return the address of a mission's example shop."""
    return Address.parse(address).session.removesuffix("api/session") + f"demo/{mission}"
