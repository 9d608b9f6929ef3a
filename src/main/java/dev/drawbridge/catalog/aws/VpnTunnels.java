package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;

/// The two tunnels of a site-to-site VPN, alike: IKEv2 with ciphers that hold, a key that AWS makes and no
/// file tells, and a log of each (AWS, "Tunnel options for your Site-to-Site VPN connection").
final class VpnTunnels {
  private static final List<String> TUNNELS = List.of("tunnel1", "tunnel2");

  private VpnTunnels() {}

  static void options(Block.Builder vpn) {
    for (String tunnel : TUNNELS) {
      // What is not told here is what AWS assumes.
      vpn.set(tunnel + "_ike_versions", texts("ikev2"));
      for (String phase : List.of("_phase1", "_phase2")) {
        vpn.set(tunnel + phase + "_dh_group_numbers", numbers(19, 20, 21))
            .set(tunnel + phase + "_encryption_algorithms", texts("AES256", "AES256-GCM-16"))
            .set(
                tunnel + phase + "_integrity_algorithms",
                texts("SHA2-256", "SHA2-384", "SHA2-512"));
      }
      vpn.set(tunnel + "_dpd_timeout_action", "restart")
          .set(tunnel + "_startup_action", "start")
          .set(tunnel + "_enable_tunnel_lifecycle_control", true);
    }
  }

  private static Value texts(String... values) {
    return Value.of(List.of(values).stream().map(Value::of).toList());
  }

  private static Value numbers(Integer... values) {
    return Value.of(List.of(values).stream().map(number -> Value.of((long) number)).toList());
  }

  /// The group of both logs.
  static Address logGroup(LinkBlocks.Ends ends, Lowering out) {
    String label = out.label(ends.link().id());
    return ObservabilityBlocks.logGroup(
        ends.gateway(),
        out.address("aws_cloudwatch_log_group", ends.link().id(), "vpn"),
        // AWS keeps the right to write to groups of this name (CloudWatch Logs, "Vended logs").
        Terms.join(Value.of("/aws/vendedlogs/vpn/"), out.name(label.replace('_', '-'))),
        out);
  }

  static void logs(Block.Builder vpn, Address group) {
    for (String tunnel : TUNNELS) {
      vpn.block(
          tunnel + "_log_options",
          Block.builder()
              .block(
                  "cloudwatch_log_options",
                  Block.builder()
                      .set("log_enabled", true)
                      .set("log_group_arn", Terms.arn(group))
                      .set("log_output_format", "json")
                      .build())
              .build());
    }
  }
}
