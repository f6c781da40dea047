"""A door for assistants: the verbs as tools of the Model Context Protocol, for one map or those below one folder.

``workshop`` knows the files; ``tools``, ``resources`` and ``prompts`` what there is; ``messages`` and ``answering`` the
protocol; ``server`` the lines. None of them holds a rule or a verdict of its own.
"""
