/// Reads Terraform that somebody wrote: a folder of `*.tf` files becomes a resource graph, with variables,
/// locals, modules, `count` and `for_each` resolved as far as that goes without running anything. What
/// cannot be told becomes [dev.drawbridge.resource.Value.Unknown] with its reason; nothing is guessed.
@NullMarked
package dev.drawbridge.terraform.read;

import org.jspecify.annotations.NullMarked;
