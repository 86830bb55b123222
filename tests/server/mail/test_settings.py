"""`[mail]` of the TOML file: read, or refused with a sentence."""

from pathlib import Path

import pytest

from pupitre.server.documents import Unreadable, parse_toml
from pupitre.server.mail.settings import MailSettings, MailTable, mail_settings

LEAST = 'host = "smtp.example"\nsender = "chat@velo.example"\n'


def read(text: str, folder: Path) -> MailSettings:
    return mail_settings(parse_toml(LEAST + text, MailTable, "server.toml"), folder)


def test_the_least_that_can_be_said_is_starttls_on_587(tmp_path: Path) -> None:
    it = read("", tmp_path)
    assert (it.host, it.port, it.tls, it.user) == ("smtp.example", 587, "starttls", None)


def test_the_password_may_be_in_a_file_beside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret \n")
    it = read('user = "chat"\npassword_file = "secret"\n', tmp_path)
    assert it.password == "s3cret "
    assert "s3cret" not in repr(it)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('user = "chat"\n', "needs a “password_file”"),
        ('user = "chat"\npassword_file = "nowhere"\n', "cannot be read"),
        ('password = "a"\npassword_file = "b"\n', "two ways"),
        ('user = "chat"\npassword = "x"\ntls = "none"\n', "never sent without TLS"),
        ('tls = "maybe"\n', "“tls”"),
        ('ca_file = "nowhere.pem"\n', "nowhere.pem cannot be used"),
        ('ca_file = "server.toml"\n', "server.toml cannot be used"),
        ("port = 0\n", "“port”"),
        ("prot = 25\n", "there is no setting “prot”"),
    ],
)
def test_what_cannot_work_is_told_in_a_sentence(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "server.toml").write_text("no certificate")
    with pytest.raises(Unreadable, match=told):
        read(text, tmp_path)


@pytest.mark.parametrize("sender", ["chat", "a@b@c", "Vélo <a@b.c>", "a b@c.d", "a@b.c\nx: y"])
def test_the_sender_is_one_address(sender: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="“sender”"):
        mail_settings(
            parse_toml(f'host = "x"\nsender = """{sender}"""\n', MailTable, "server.toml"), tmp_path
        )
