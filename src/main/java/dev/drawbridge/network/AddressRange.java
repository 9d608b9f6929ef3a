package dev.drawbridge.network;

/// All addresses from `first` to `last`, both included, of one family.
public record AddressRange(Address first, Address last) {

  public AddressRange {
    if (first.family() != last.family() || first.compareTo(last) > 0) {
      throw new IllegalArgumentException("not a range: " + first + " - " + last);
    }
  }

  public boolean contains(Address address) {
    return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + "-" + last;
  }
}
