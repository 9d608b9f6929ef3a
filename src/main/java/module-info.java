import org.jspecify.annotations.NullMarked;

/// Drawbridge: draw an AWS architecture, see whether its DMZ holds, take away pictures and Terraform.
@NullMarked
module dev.drawbridge {
  requires static org.jspecify;
  requires java.desktop;
  requires javafx.controls;
  requires org.controlsfx.controls;
  requires atlantafx.base;
  requires tools.jackson.databind;
  requires info.picocli;
}
