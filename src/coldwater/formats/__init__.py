"""One module per file format, with the same two verbs. Text in, maps out, and back; only ``api`` touches files."""
