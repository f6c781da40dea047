"""A scene as DOT, and Graphviz in a sandbox that reads it. It knows no layout of ours."""
