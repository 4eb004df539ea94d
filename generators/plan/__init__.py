"""Pure decisions: what a branch gets."""
