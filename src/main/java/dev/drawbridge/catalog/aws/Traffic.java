package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port.Transport;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Traffic that is to pass. The arrows are the firewall: an arrow is what opens the port in the security
/// groups of both ends; no arrow, no rule. From a load balancer to a tier it is also what makes the tier
/// its target.
public final class Traffic {
  /// Of the ports that the arrow names; where it names none, what its target speaks decides.
  public static final Property<Transport> PROTOCOL =
      Property.choice("protocol", Transport.class, Transport.TCP);

  private static final String RUN = "[0-9]{1,5}(-[0-9]{1,5})?(/(tcp|udp))?";

  /// All traffic, of whatever protocol.
  static final String ALL = "all";

  /// Ports, ranges and lists of both, each with a protocol of its own behind it where it is another than the
  /// arrow's: `53,53/udp`; or [#ALL]. Empty means those on which the target listens.
  public static final Property<String> PORTS =
      Property.shaped("ports", "ports", "|" + ALL + "|" + RUN + "(," + RUN + ")*", "")
          .suggesting("80", "443", "80,443", "8080", "22", "3389", ALL);

  /// Ports for an arrow that opens none: a range that ends before it begins.
  static final String NO_PORTS = "1-0";

  /// Who on the internet may come in; empty means everybody. For arrows from the internet only.
  public static final Property<String> SOURCE_CIDR = Property.cidr("sourceCidr", "");

  /// For an arrow from a load balancer: only requests for these host names, at most five.
  public static final Property<String> HOST =
      Property.shaped("host", "host", "|[A-Za-z0-9*?.-]{1,128}(,[A-Za-z0-9*?.-]{1,128}){0,4}", "");

  /// For an arrow from a load balancer: only requests for these paths, at most five; `*` and `?` are wild.
  public static final Property<String> PATH =
      Property.shaped(
          "path",
          "path-pattern",
          "|/[A-Za-z0-9._~/%&=+*?$:@-]{0,127}(,/[A-Za-z0-9._~/%&=+*?$:@-]{0,127}){0,4}",
          "");

  /// For an arrow from a load balancer: its share among arrows with the same conditions.
  public static final Property<Integer> WEIGHT = Property.whole("weight", 0, 999, "", 1);

  public static final Kind KIND =
      Kind.named("traffic")
          .in(Group.CONNECTORS)
          .icon("traffic")
          .joining((source, target) -> source.is(Trait.SENDS) && target.takesTraffic())
          .between(Traffic::between)
          .properties(PROTOCOL, PORTS, SOURCE_CIDR)
          .section("balancing", HOST, PATH, WEIGHT)
          .sharing(WEIGHT, HOST, PATH)
          .detail(Traffic::label)
          .lower(SecurityBlocks::traffic)
          .raiseLast(RaisedTraffic::raise)
          .build();

  private Traffic() {}

  /// From a bastion somebody logs in to servers; what these listen on is for others.
  private static Fields between(Node source, Node target) {
    return Bastion.is(source) && Catalog.is(target, Trait.SERVERS)
        ? PORTS.set(Fields.NONE, String.valueOf(Bastion.SSH_PORT))
        : Fields.NONE;
  }

  private static @Nullable String label(Element element) {
    String ports = PORTS.of(element);
    String path = (HOST.of(element) + PATH.of(element)).replace(",", ", ");
    String protocol = PropertyType.Choice.key(PROTOCOL.of(element)).toUpperCase(Locale.ROOT);
    String first =
        ports.isEmpty()
            ? ""
            : ports.equals(ALL)
                ? ALL.toUpperCase(Locale.ROOT)
                : protocol + " " + ports.replace(",", ", ");
    String label = (first + " " + path).strip();
    int weight = WEIGHT.of(element);
    if (weight != WEIGHT.fallback()) {
      label += (label.isEmpty() ? "" : " · ") + "weight " + weight;
    }
    return label.isEmpty() ? null : label;
  }
}
