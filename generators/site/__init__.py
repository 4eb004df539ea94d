"""The website: a library becomes Markdown pages, downloads and a search index; a thin plugin hands them to MkDocs."""
