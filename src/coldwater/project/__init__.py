"""What a project asks of its checks: settings, a baseline, where its maps lie. It knows no text of a map.

Beside ``api`` this is the only room that reads files: the settings, the ignore lists of git, and folders.
"""
