"""Setting type: the private fonts, the locked PDF press and the party emblem."""
