package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Address;
import dev.drawbridge.terraform.read.ModuleSource.Declared;

/// One instance of a `resource` block.
///
/// @param names what names mean in its body, `count` and `each` among them
record Instance(Address address, Declared declared, Names names) {}
