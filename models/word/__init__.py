"""Word documents from templates: the office's own (template) and those that the program brings (stock)."""
