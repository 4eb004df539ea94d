"""Making many files and writing them: the only part of the house that touches the output disk."""
