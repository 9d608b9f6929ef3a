package dev.drawbridge.catalog;

import dev.drawbridge.model.Element;

/// What an element of a kind becomes in Terraform.
@FunctionalInterface
public interface Lower {
  void lower(Element element, Lowering out);
}
