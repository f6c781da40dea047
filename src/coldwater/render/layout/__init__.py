"""From a scene to positions and lines: tidily on our own, or as Graphviz says. It draws nothing."""
