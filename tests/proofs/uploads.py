"""Twenty large files at once, bombs, and two gigabytes streamed, while others write."""

import argparse
import asyncio
import io
import os
import tempfile
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter

from PIL import Image

from pupitre.domain.attachments import MAX_SIZE
from tests.proofs.measures import MIB, Memory, everyday, remembered
from tests.support.clients import visitor_at
from tests.support.server import ServerProgram
from tests.support.uploads import ZIP, Slow, bomb, sent, token

GROWTH = 400 * MIB
"""The memory may grow by that much: two pictures of 32 million pixels, decoded and turned."""


def main(words: list[str]) -> int:
    """Send files to a server and print what came of it; 0: as it should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.proofs uploads", description=__doc__)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--others", type=int, default=10)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="pupitre-uploads-") as folder:
        return asyncio.run(_run(Path(folder), options))


async def _run(folder: Path, options: argparse.Namespace) -> int:
    photo = _photo()
    print(f"a photo of {len(photo) / MIB:.1f} MiB, a text of {MAX_SIZE / MIB:.0f} MiB")
    wrong: list[str] = []
    with ServerProgram(folder) as program:
        async with AsyncExitStack() as stack:
            pages = [
                await stack.enter_async_context(visitor_at(program.url))
                for _ in range(options.files + options.others)
            ]
            senders = [token(page) for page in pages[: options.files]]
            others = pages[options.files :]
            for page in others:
                await page.say("Bonjour")
            for what, content, name, good in (
                ("texts of 10 MiB", b"x" * MAX_SIZE, "a.txt", 201),
                ("photos of some 10 MiB", photo, "a.jpg", 201),
                ("bombs", bomb(), "a.png", 413),
                ("zips named .png", ZIP * 100_000, "a.png", 415),
            ):
                async with remembered(program) as memory, asyncio.TaskGroup() as tasks:
                    sending = tasks.create_task(_sent(program.url, senders, content, name))
                    waits = await everyday(others, sending.done)
                answers, took = sending.result()
                print(f"{options.files} {what} at once: {dict(answers)} in {took:.1f} s")
                print(f"    {memory.said()}\n    {waits.said()}")
                wrong += _judged(what, answers, good, memory)
            wrong += await _streamed(program, senders[0])
    left = list((folder / "attachments" / ".drafts").iterdir())
    wrong += ["something half written is left"] if left else []
    print("; ".join(wrong) or "As it should be.")
    return 1 if wrong else 0


def _photo() -> bytes:
    """Return a JPEG of 12 million pixels that can hardly be packed."""
    noise = Image.frombytes("RGB", (4000, 3000), os.urandom(4000 * 3000 * 3))
    quality = 75
    while True:
        target = io.BytesIO()
        noise.save(target, "JPEG", quality=quality)
        if len(target.getvalue()) <= MAX_SIZE - 100_000:
            return target.getvalue()
        quality -= 5


async def _sent(
    url: str, senders: list[str], content: bytes, name: str
) -> tuple[Counter[int], float]:
    began = perf_counter()
    answers = await asyncio.gather(*(sent(url, sender, content, name) for sender in senders))
    return Counter(answer.status_code for answer in answers), perf_counter() - began


def _judged(what: str, answers: Counter[int], good: int, memory: Memory) -> list[str]:
    odd = [f"{what}: {dict(answers)}"] if set(answers) != {good} else []
    grown = memory.most - memory.before > GROWTH
    return odd + ([f"{what}: the memory grew"] if grown else [])


async def _streamed(program: ServerProgram, sender: str) -> list[str]:
    """Announce two gigabytes, then stream them: refused at once, and as soon as it is known."""
    wrong = []
    async with remembered(program) as memory:
        for what, size in (("announced", 2 * 1024**3), ("streamed", None)):
            slow = Slow(program.url, sender)
            began = perf_counter()
            await slow.begin(size=size)
            head = asyncio.ensure_future(slow.reader.readuntil(b"\r\n\r\n"))  # noqa: TID251 - awaited below
            given = 0
            while not head.done() and given < 2 * 1024**3:
                slow.writer.write(b"10000\r\n" + bytes(65536) + b"\r\n")
                await slow.writer.drain()
                given += 65536
                await asyncio.sleep(0)
            status = (await head).split()[1].decode()
            took = 1000 * (perf_counter() - began)
            print(f"2 GiB {what}: {status} after {given / MIB:.1f} MiB and {took:.0f} ms")
            wrong += [f"2 GiB {what}: {status}"] if status != "413" else []
            await slow.give_up()
    print(f"    {memory.said()}")
    return wrong
