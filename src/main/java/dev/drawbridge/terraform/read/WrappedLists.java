package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.TemplatePart;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;

/// Lists written as `["${all}"]`. Before Terraform 0.12 an argument that took a list had to be written so, and
/// what stood within counted for its elements, one by one.
final class WrappedLists {
  private WrappedLists() {}

  /// @param told the argument as it is written
  /// @param value what it is worth where every element stays one
  static Value opened(Expression told, Value value) {
    if (!(told instanceof Expression.ListOf(var written, _))
        || !(value instanceof Value.Items(List<Value> elements))
        || written.size() != elements.size()) {
      return value;
    }
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (isWrapped(written.get(i)) && elements.get(i) instanceof Value.Items(List<Value> inner)) {
        all.addAll(inner);
      } else {
        all.add(elements.get(i));
      }
    }
    return Value.of(all);
  }

  private static boolean isWrapped(Expression element) {
    return element instanceof Expression.Template(var parts, _)
        && parts.size() == 1
        && parts.getFirst() instanceof TemplatePart.Interpolation;
  }
}
