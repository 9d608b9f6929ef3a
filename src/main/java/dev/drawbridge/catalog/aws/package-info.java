/// The kinds: one class each, with its typed properties and what it becomes in Terraform.
@NullMarked
package dev.drawbridge.catalog.aws;

import org.jspecify.annotations.NullMarked;
