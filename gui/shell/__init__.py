"""What stands round the pages: sidebar, top bar, menus, search in everything, the way back."""
