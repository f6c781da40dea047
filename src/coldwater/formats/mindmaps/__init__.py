"""Mind maps: branches become claims; words, icons, colours and labels tell what is for and what against."""
