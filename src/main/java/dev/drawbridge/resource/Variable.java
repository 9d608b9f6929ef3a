package dev.drawbridge.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An input of the module.
///
/// @param type a type expression such as `string` or `list(string)`
/// @param fallback the default; null where a value must be given
/// @param example a value for `terraform.tfvars.example`; null where the default says enough
public record Variable(
    String name,
    String description,
    String type,
    @Nullable Value fallback,
    boolean sensitive,
    boolean ephemeral,
    List<Validation> validations,
    @Nullable Value example) {

  /// A condition on the variable's value.
  ///
  /// @param condition a Terraform expression over `var.<name>`
  public record Validation(String condition, String message) {}

  public Variable {
    validations = List.copyOf(validations);
  }

  public static Variable of(
      String name, String description, String type, @Nullable Value fallback) {
    return new Variable(name, description, type, fallback, false, false, List.of(), null);
  }

  /// An input without a default, of which a condition holds.
  ///
  /// @param condition a Terraform expression in which `{}` stands for the value
  /// @param must what the message says behind the name, such as `must be an IPv4 address.`
  public static Variable asked(
      String name, String description, String type, String condition, String must, Value example) {
    Validation validation =
        new Validation(condition.replace("{}", "var." + name), name + " " + must);
    return new Variable(name, description, type, null, false, false, List.of(validation), example);
  }
}
