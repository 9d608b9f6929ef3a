package dev.drawbridge.draw.icon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By which file of AWS's icon set each of ours may be replaced. A file that is called like ours itself
/// goes before those.
///
/// The names are those of the "AWS Architecture Icons" packages: `Arch_<Service>_48.svg` for services,
/// `Res_<Service>_<Resource>_48.svg` for resources, `<Group>_32.svg` for groups.
final class OfficialNames {
  private static final Pattern FILE =
      Pattern.compile(
          "(?:Arch_|Res_)?(.+?)(?:_(16|32|48|64))?(?:_(Light|Dark))?\\.svg",
          Pattern.CASE_INSENSITIVE);

  private static final String BALANCER = "elastic-load-balancing";

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("alarm", List.of("amazon-cloudwatch_alarm", "amazon-cloudwatch")),
          Map.entry("alb-internal", List.of(BALANCER + "_application-load-balancer", BALANCER)),
          Map.entry("alb-public", List.of(BALANCER + "_application-load-balancer", BALANCER)),
          Map.entry("asg", List.of("auto-scaling-group", "amazon-ec2-auto-scaling")),
          Map.entry("aurora", List.of("amazon-aurora")),
          Map.entry("certificate", List.of("aws-certificate-manager")),
          Map.entry("cloudfront", List.of("amazon-cloudfront")),
          Map.entry("ec2", List.of("amazon-ec2")),
          Map.entry("ecs", List.of("amazon-elastic-container-service")),
          Map.entry("ecs-ec2", List.of("amazon-elastic-container-service")),
          Map.entry("elasticache", List.of("amazon-elasticache")),
          Map.entry("endpoint", List.of("amazon-vpc_endpoints")),
          Map.entry("idc", List.of("corporate-data-center", "office-building")),
          Map.entry("igw", List.of("amazon-vpc_internet-gateway")),
          Map.entry("internet", List.of("internet", "internet-alt1")),
          Map.entry("nat", List.of("amazon-vpc_nat-gateway")),
          Map.entry("nlb-internal", List.of(BALANCER + "_network-load-balancer", BALANCER)),
          Map.entry("nlb-public", List.of(BALANCER + "_network-load-balancer", BALANCER)),
          Map.entry("peering", List.of("amazon-vpc_peering-connection")),
          Map.entry("rds-primary", List.of("amazon-rds")),
          Map.entry("rds-replica", List.of("amazon-rds")),
          Map.entry("region", List.of("region")),
          Map.entry("route53", List.of("amazon-route-53")),
          Map.entry("s3", List.of("amazon-simple-storage-service")),
          Map.entry("sns", List.of("amazon-simple-notification-service")),
          Map.entry("subnet-private", List.of("private-subnet")),
          Map.entry("subnet-public", List.of("public-subnet")),
          Map.entry("users", List.of("users")),
          Map.entry(
              "vpc",
              List.of(
                  "virtual-private-cloud-vpc",
                  "amazon-vpc_virtual-private-cloud-vpc",
                  "amazon-virtual-private-cloud")),
          Map.entry("waf", List.of("aws-waf")));

  private OfficialNames() {}

  /// A file as the set names it.
  ///
  /// @param stem what it shows, in small letters
  /// @param rank the smaller, the better suited among those that show the same
  record Named(String stem, int rank) {}

  static Optional<Named> of(String file) {
    Matcher matcher = FILE.matcher(file);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int rank =
        switch (Optional.ofNullable(matcher.group(2)).orElse("")) {
          case "48" -> 0;
          case "64" -> 1;
          case "32" -> 2;
          case "" -> 3;
          default -> 4;
        };
    boolean dark = "dark".equalsIgnoreCase(matcher.group(3));
    return Optional.of(
        new Named(matcher.group(1).toLowerCase(Locale.ROOT), dark ? rank + 10 : rank));
  }

  /// What may stand for one of our icons, the best first; nothing but itself where AWS has none.
  static List<String> stems(String icon) {
    List<String> stems = new ArrayList<>(List.of(icon));
    stems.addAll(NAMES.getOrDefault(icon, List.of()));
    return stems;
  }

  /// Our icons for which AWS has one.
  static Iterable<String> icons() {
    return NAMES.keySet();
  }
}
