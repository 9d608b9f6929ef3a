/// The narrow waist: AWS resources as Terraform knows them, with where each came from. What is checked and
/// what is generated are both read from one [ResourceGraph].
@NullMarked
package dev.drawbridge.resource;

import org.jspecify.annotations.NullMarked;
