package dev.drawbridge.model;

/// What is true of the design as a whole.
///
/// @param title what the design is called; shown in the window and the picture, may be empty
/// @param properties further settings by name, such as `project` and `environment` for Terraform
public record Settings(String title, Fields properties) {
  public static final Settings NONE = new Settings("", Fields.NONE);

  public Settings withTitle(String changed) {
    return new Settings(changed, properties);
  }

  public Settings withProperty(String name, Datum value) {
    return new Settings(title, properties.with(name, value));
  }

  /// The text of a setting, or the fallback where it is absent or no text.
  public String text(String name, String fallback) {
    return properties.get(name) instanceof Datum.Text(String value) ? value : fallback;
  }
}
