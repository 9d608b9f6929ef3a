package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bastion: the one host from which others are administered. With Session Manager nobody connects to it, it
/// calls AWS; with SSH it is open to the addresses that it names, and never to everybody.
public final class Bastion {
  /// How somebody comes to it.
  public enum Access {
    /// Through AWS, who looks at IAM and writes down what is done. No port is open.
    SESSION_MANAGER,
    /// With keys that EC2 Instance Connect puts there for a minute.
    SSH
  }

  static final int SSH_PORT = 22;

  public static final Property<Access> ACCESS =
      Property.choice("bastionAccess", Access.class, Access.SESSION_MANAGER);

  /// From where arrows of the internet come that name no addresses of their own; none asks for them when
  /// Terraform runs.
  public static final Property<List<Fields>> ALLOWED =
      Property.rows("allowedSources", List.of(Traffic.SOURCE_CIDR), List.of());

  public static final Property<String> INSTANCE_TYPE =
      Instances.INSTANCE_TYPE.defaulting("t3.micro");

  public static final Kind KIND =
      Kind.named("aws.bastion")
          .in(Group.OPERATIONS)
          .icon("bastion")
          .placedIn("aws.subnet")
          .traits(Trait.SENDS, Trait.GROUPED)
          .listening((node, _) -> isOpen(node) ? List.of(Port.tcp(SSH_PORT)) : List.of())
          .zone(Zone.DMZ)
          .fresh(Bastion::fresh)
          .properties(ACCESS, ALLOWED, Instances.PUBLIC_IP)
          .section("instances", INSTANCE_TYPE, Instances.AMI, Instances.ROOT_VOLUME)
          .preset("aws.bastion.session", "bastion", Fields.NONE)
          .preset("aws.bastion.ssh", "bastion", ACCESS.set(Fields.NONE, Access.SSH))
          .size(160, 64)
          .detail(e -> isOpen(e) ? "SSH " + SSH_PORT : "Session Manager")
          .entry(e -> isOpen(e) ? "SSH " + SSH_PORT : null)
          .lower(BastionBlocks::bastion)
          .raise("aws_security_group", RaisedBastions::bastion)
          .build();

  private Bastion() {}

  static boolean isOpen(Element bastion) {
    return ACCESS.of(bastion) == Access.SSH;
  }

  static boolean is(Node node) {
    return node.kind().equals(KIND.id());
  }

  /// In a public subnet it has no way to AWS, and nobody a way to it, without a public address.
  private static Fields fresh(Document document, @Nullable ElementId container, Fields preset) {
    boolean open =
        container != null
            && document
                .findNode(container)
                .filter(place -> place.kind().equals(Subnet.KIND.id()))
                .filter(subnet -> Subnet.ROUTING.of(subnet) == Subnet.Routing.PUBLIC)
                .isPresent();
    return open ? Instances.PUBLIC_IP.set(preset, true) : preset;
  }
}
