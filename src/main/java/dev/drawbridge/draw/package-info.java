/// From a document to a [dev.drawbridge.draw.Picture]: a tree of fully resolved marks that the window,
/// SVG and PNG draw alike. The painter decides colours, wraps text, routes connectors and places
/// labels; a back end only draws what it is told. Nothing here knows of a screen.
@NullMarked
package dev.drawbridge.draw;

import org.jspecify.annotations.NullMarked;
