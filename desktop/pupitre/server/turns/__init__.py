"""What the engine takes one after another: commands, comings and goings, the clock."""
