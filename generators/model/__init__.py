"""The nouns of the field, frozen; they import nothing else of ours."""
