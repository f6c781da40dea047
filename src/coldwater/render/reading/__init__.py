"""How a map is read: its order, its branches, its parts. It knows no drawing."""
