"""What a round of debate is: its speeches, in order, and what may be said in each. It knows no map."""
