/// Places the elements of a document that nobody placed, such as one that was raised from Terraform.
@NullMarked
package dev.drawbridge.draw.layout;

import org.jspecify.annotations.NullMarked;
