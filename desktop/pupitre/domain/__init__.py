"""The rules: pause, closure, routing, presence; no clock, no I/O."""
