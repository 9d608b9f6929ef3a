package dev.drawbridge.analyze.rules;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.RdsPrimary;

/// Which property of a drawn element to point at.
public final class Properties {
  private Properties() {}

  /// The one that decides whether a component has a public address.
  public static String publicAddress(Component component) {
    return switch (component.sort()) {
      case LOAD_BALANCER -> ApplicationLoadBalancer.SCHEME.name();
      case HOSTS, TRANSLATOR, OTHER -> Instances.PUBLIC_IP.name();
      case DATA_STORE -> RdsPrimary.PUBLICLY_ACCESSIBLE.name();
    };
  }
}
