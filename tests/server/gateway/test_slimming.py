"""One script of many modules, with nothing in it that only their readers need."""

from pupitre.server.gateway.slimming import joined, slimmed


def test_modules_are_joined_without_their_imports_and_exports() -> None:
    one = (
        '// One: a thing.\nimport { two } from "./two.js";\n\n'
        "export function one() {\n  two(); // twice\n}\n"
    )
    two = "/** Two. */\nexport const two = () => 2;\n"
    assert joined([one, two]) == "function one() {\ntwo();\n}\nconst two = () => 2;\n"


def test_text_that_looks_like_a_comment_stays() -> None:
    assert slimmed('  const a = "https://x"; // why\n') == 'const a = "https://x";\n'
    assert slimmed('say("a // b", c)\n') == 'say("a // b", c)\n'


def test_style_sheets_lose_their_blanks_but_keep_what_separates_words() -> None:
    styles = "`\n:host(a) b:hover { margin: 0 auto; } /* why */\n.c > d { color: #abc; }\n`"
    assert slimmed(styles) == "`\n:host(a) b:hover{margin:0 auto;}.c > d{color:#abc;}`"
    assert slimmed("`${a} : { ${b} }`") == "`${a} : { ${b} }`"


def test_private_names_become_short_and_stay_apart() -> None:
    one = "class One {\n  #count = 0;\n  get #own() {\n    return this.#count;\n  }\n}\n"
    two = "class Two {\n  #counted = '#1f6feb';\n  #add() {\n    this.#counted;\n  }\n}\n"
    script = joined([one, two])
    assert "#count" not in script
    assert "#own" not in script
    assert "'#1f6feb'" in script
    assert "#add()" in script, "it might be a colour"
    assert script.count("#a") + script.count("#b") >= 4
    assert script.index("class Two") > 0
