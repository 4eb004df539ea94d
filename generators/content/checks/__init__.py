"""The rules that hold over the whole content, one module per subject."""
