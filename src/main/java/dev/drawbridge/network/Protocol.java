package dev.drawbridge.network;

/// An IP protocol by its IANA number, 0 to 255, or one of the two collective names below.
public record Protocol(int number) implements Comparable<Protocol> {

  /// In a rule: every protocol.
  public static final Protocol ANY = new Protocol(-1);

  /// In an answer: any one protocol that no rule of the network names.
  public static final Protocol OTHER = new Protocol(-2);

  public static final Protocol ICMP = new Protocol(1);
  public static final Protocol TCP = new Protocol(6);
  public static final Protocol UDP = new Protocol(17);
  public static final Protocol ICMPV6 = new Protocol(58);

  public Protocol {
    if (number < -2 || number > 255) {
      throw new IllegalArgumentException("not a protocol number: " + number);
    }
  }

  /// The "ports" of ICMP messages of a type, 0 to 255, and a code, 0 to 255 or -1 for every code; a
  /// type of -1 is every message.
  public static PortSet icmp(int type, int code) {
    if (type == -1) {
      return PortSet.ALL;
    }
    return code == -1 ? PortSet.of(type * 256, type * 256 + 255) : PortSet.of(type * 256 + code);
  }

  /// Whether port sets tell its packets apart: TCP, UDP, and ICMP by type and code.
  public boolean hasPorts() {
    return equals(TCP) || equals(UDP) || isIcmp();
  }

  boolean isIcmp() {
    return equals(ICMP) || equals(ICMPV6);
  }

  /// Whether packets of this protocol exist in a family: each has an ICMP of its own.
  boolean occursIn(Family family) {
    return !isIcmp() || equals(family == Family.IPV4 ? ICMP : ICMPV6);
  }

  @Override
  public int compareTo(Protocol other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return switch (number) {
      case -1 -> "any";
      case -2 -> "other";
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 58 -> "icmpv6";
      default -> Integer.toString(number);
    };
  }
}
