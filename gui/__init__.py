"""How people see what the office knows: the window, its pages, forms and papers."""
