"""Argumentation schemes: the common patterns of argument, with the questions that test them.

They are data (``schemes.yaml``, from which ``_table`` is generated). The room finds a scheme by name, says which
premises of an argument fill which of its slots, and asks its critical questions of an argument in a map. It knows no
verdict, no rule and no file. Nothing here is imported unless a map names a scheme or somebody asks for one.
"""
