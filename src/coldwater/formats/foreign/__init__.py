"""What all foreign formats share: what is gathered while reading, ids made of words, losses, places, packed files.

A foreign format is a module with

* ``NAME`` (the word for ``--from`` and ``--to``), ``TITLE`` (what people call it) and ``ENDINGS`` (of file names);
* ``LOSES_IN`` and ``LOSES_OUT``: what is lost on the way in and out, a sentence each;
* ``is_one(look)``: tell by the content whether a file is one, without raising for any content;
* ``read(given)``: a file to an :class:`~coldwater.formats.foreign.imported.Imported`, unless it can only be written;
* ``write(outgoing)``: a map to a :class:`~coldwater.formats.foreign.outgoing.Written`, unless it can only be read.

``formats.registry`` lists them. None of them knows a file: neighbours of a file are asked for by name.
"""
