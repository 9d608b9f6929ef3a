/// HCL, the language of Terraform: its syntax tree, a printer and a parser. Nothing here knows what a
/// resource is; the tree says only what is written. The printer's output is what `terraform fmt`
/// would make of it, byte for byte, so that a generated file never changes when somebody formats it.
/// Strings from outside enter a tree as text and are escaped in one place, [Escaper]. The parser takes
/// files from strangers: depth and size are bounded and one bad line does not hide the rest.
@NullMarked
package dev.drawbridge.hcl;

import org.jspecify.annotations.NullMarked;
