"""支部标准化工具箱: YAML in; website, record books and signs out."""
