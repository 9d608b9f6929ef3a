package dev.drawbridge.network;

/// All ports from `first` to `last`, both included, within 0 to 65535.
public record PortRange(int first, int last) {

  public PortRange {
    if (first < 0 || last > PortSet.LAST || first > last) {
      throw new IllegalArgumentException("not a port range: " + first + "-" + last);
    }
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
