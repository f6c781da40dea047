"""What is released: a source archive and a wheel, and that the program runs from it."""
