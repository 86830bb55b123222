"""Qt: shows what is known, sends intents; never awaits."""
