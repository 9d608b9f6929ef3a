package dev.drawbridge.resource;

import java.util.Comparator;

/// A resource's address: `aws_subnet.web_a`, `aws_subnet.web["a"]`, `module.network.aws_subnet.web[0]`.
///
/// @param module the module that the resource stands in, such as `module.network`; empty for the root
/// @param type the resource type, such as `aws_subnet`
/// @param name the label, `[A-Za-z_][A-Za-z0-9_-]*`, followed by the key of the instance where the
///     resource has several
public record Address(String module, String type, String name) implements Comparable<Address> {
  private static final Comparator<Address> ORDER =
      Comparator.comparing(Address::type)
          .thenComparing(Address::name)
          .thenComparing(Address::module);

  /// A resource of the root module.
  public Address(String type, String name) {
    this("", type, name);
  }

  /// A reference to an attribute of the resource.
  public Value.Reference dot(String attribute) {
    return new Value.Reference(this, attribute);
  }

  @Override
  public int compareTo(Address other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return (module.isEmpty() ? "" : module + ".") + type + "." + name;
  }
}
