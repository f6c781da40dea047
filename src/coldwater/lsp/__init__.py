"""The door for editors: ``coldwater lsp``, by the Language Server Protocol. It needs the extra part ``lsp``.

It turns requests into calls of ``coldwater.language`` and what these give into answers. It holds no rule, no verdict
and no feature of its own.
"""
