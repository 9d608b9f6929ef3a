/// From a resource graph to Terraform on disk, in two steps: [TerraformFiles] decides what the files
/// say, without touching any; [OwnedFolder] brings a folder to that state and leaves alone what is not
/// its own. What was edited by hand is never overwritten unasked, and a file is there in full or not
/// at all.
@NullMarked
package dev.drawbridge.terraform.write;

import org.jspecify.annotations.NullMarked;
