"""A scene and its layout as SVG, with the page around it. It knows no map."""
