"""The relatives of AIF: graphs of what is said and of the steps between it, which all become a map by the same code.

AIF, the Argument Interchange Format, has nodes for statements and nodes for steps (inference, conflict, rephrase,
preference), with edges that run as the inference does; a dialogue may lie over both. AIF JSON, xAIF, OVA files,
arguebuf and SADFace write this down in ways of their own. A reader here makes a ``SchemeGraph`` of a file, ``mapping``
makes a map of that.
"""
