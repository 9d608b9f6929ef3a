/// From the drawing to the waist and back. [Lowerer] makes a resource graph of a document: each kind says
/// what it becomes, this package gives the labels, the names and what the module has around them.
@NullMarked
package dev.drawbridge.translate;

import org.jspecify.annotations.NullMarked;
