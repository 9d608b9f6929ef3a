package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.Protocol;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.List;
import java.util.Locale;

/// A target group, or what stands for it behind a classic load balancer.
///
/// @param id unique among target groups
/// @param keepsClientAddress whether targets see the client's address
public record AwsTargetGroup(
    String id,
    Resource resource,
    Reading<Long> port,
    Reading<String> protocol,
    Reading<Long> healthPort,
    Reading<Boolean> keepsClientAddress,
    List<Member> members) {
  /// A member: an instance, an Auto Scaling group or another load balancer.
  ///
  /// @param port where it is sent requests
  public record Member(Reading<Address> what, Reading<Long> port) {}

  /// What it sends to its members.
  public List<Protocol> protocols() {
    return switch (protocol.known().orElse("").toUpperCase(Locale.ROOT)) {
      case "UDP", "QUIC" -> List.of(Protocol.UDP);
      case "TCP_UDP", "TCP_QUIC" -> List.of(Protocol.TCP, Protocol.UDP);
      default -> List.of(Protocol.TCP);
    };
  }
}
