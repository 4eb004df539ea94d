"""Content folders: YAML → data with places → nouns, checked; all problems at once."""
