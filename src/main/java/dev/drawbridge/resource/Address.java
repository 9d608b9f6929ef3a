package dev.drawbridge.resource;

/// A resource's address in a Terraform module: `aws_subnet.web_a`.
///
/// @param type the resource type, such as `aws_subnet`
/// @param name the label, `[A-Za-z_][A-Za-z0-9_-]*`
public record Address(String type, String name) implements Comparable<Address> {
  /// A reference to an attribute of the resource.
  public Value.Reference dot(String attribute) {
    return new Value.Reference(this, attribute);
  }

  @Override
  public int compareTo(Address other) {
    int byType = type.compareTo(other.type);
    return byType != 0 ? byType : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return type + "." + name;
  }
}
