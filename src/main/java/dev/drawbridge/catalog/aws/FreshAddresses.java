package dev.drawbridge.catalog.aws;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a newly dropped place may be called or numbered without clashing with those there.
final class FreshAddresses {
  private static final int SUBNET_PREFIX = 24;

  private FreshAddresses() {}

  /// The first 10.n.0.0/16 that overlaps no VPC of the design.
  static Fields ofVpc(Document document, @Nullable ElementId container, Fields preset) {
    List<Range> taken = ranges(document.nodes(), Vpc.KIND.id());
    for (int second = 0; second < 256; second++) {
      Range range = Range.parse("10." + second + ".0.0/16");
      if (range != null && taken.stream().noneMatch(range::overlaps)) {
        return Vpc.CIDR.set(preset, range.text());
      }
    }
    return preset;
  }

  /// The first letter that no zone of the VPC has.
  static Fields ofZone(Document document, @Nullable ElementId container, Fields preset) {
    List<String> taken = new ArrayList<>();
    for (Node zone : document.children(container)) {
      if (zone.kind().equals(AvailabilityZone.KIND.id())) {
        taken.add(AvailabilityZone.ZONE.of(zone));
      }
    }
    for (char letter = 'a'; letter <= 'f'; letter++) {
      if (!taken.contains(String.valueOf(letter))) {
        return AvailabilityZone.ZONE.set(preset, String.valueOf(letter));
      }
    }
    return preset;
  }

  /// The first free /24 of the VPC; a sixteenth of it where the VPC is smaller than /20.
  static Fields ofSubnet(Document document, @Nullable ElementId container, Fields preset) {
    Node vpc = container == null ? null : vpcAround(document, document.node(container));
    Range whole = vpc == null ? null : Range.parse(Vpc.CIDR.of(vpc));
    if (vpc == null || whole == null) {
      return preset;
    }
    int prefix = Math.min(28, Math.max(SUBNET_PREFIX, whole.prefix() + 4));
    List<Range> taken = ranges(document.descendants(vpc.id()), Subnet.KIND.id());
    long size = 1L << (32 - prefix);
    for (long first = whole.first(); first + size <= whole.end(); first += size) {
      Range range = new Range(first, prefix);
      if (taken.stream().noneMatch(range::overlaps)) {
        return Subnet.CIDR.set(preset, range.text());
      }
    }
    return preset;
  }

  /// The IPv4 block that a text says, without bits of a host; empty where it says none.
  static Optional<String> block(String cidr) {
    return Optional.ofNullable(Range.parse(cidr)).map(Range::text);
  }

  private static @Nullable Node vpcAround(Document document, Node node) {
    if (node.kind().equals(Vpc.KIND.id())) {
      return node;
    }
    return document.ancestors(node).stream()
        .filter(ancestor -> ancestor.kind().equals(Vpc.KIND.id()))
        .findFirst()
        .orElse(null);
  }

  private static List<Range> ranges(List<Node> nodes, String kind) {
    List<Range> found = new ArrayList<>();
    for (Node node : nodes) {
      if (node.kind().equals(kind)) {
        Range range =
            Range.parse(kind.equals(Vpc.KIND.id()) ? Vpc.CIDR.of(node) : Subnet.CIDR.of(node));
        if (range != null) {
          found.add(range);
        }
      }
    }
    return found;
  }

  /// IPv4 addresses from the first up to, not including, the end.
  private record Range(long first, int prefix) {
    long end() {
      return first + (1L << (32 - prefix));
    }

    boolean overlaps(Range other) {
      return first < other.end() && other.first < end();
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "%d.%d.%d.%d/%d",
          first >> 24,
          first >> 16 & 255,
          first >> 8 & 255,
          first & 255,
          prefix);
    }

    static @Nullable Range parse(String cidr) {
      String[] parts = cidr.split("[./]", -1);
      if (parts.length != 5) {
        return null;
      }
      long[] numbers = new long[5];
      for (int i = 0; i < 5; i++) {
        if (!parts[i].matches("[0-9]{1,3}")) {
          return null;
        }
        numbers[i] = Long.parseLong(parts[i]);
        if (numbers[i] > (i == 4 ? 32 : 255)) {
          return null;
        }
      }
      long size = 1L << (32 - numbers[4]);
      long address = numbers[0] << 24 | numbers[1] << 16 | numbers[2] << 8 | numbers[3];
      return new Range(address / size * size, (int) numbers[4]);
    }
  }
}
