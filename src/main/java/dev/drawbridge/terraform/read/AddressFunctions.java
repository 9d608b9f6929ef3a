package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.text;
import static dev.drawbridge.terraform.read.Functions.whole;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Functions on CIDR blocks of IPv4. IPv6 blocks come from AWS, and what is cut from them is not followed
/// here.
final class AddressFunctions {
  private static final int BITS = 32;

  private AddressFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("cidrsubnet", AddressFunctions::subnet);
    all.put("cidrsubnets", AddressFunctions::subnets);
    all.put("cidrhost", AddressFunctions::host);
    all.put("cidrnetmask", a -> Value.of(print(mask(block(a).length))));
  }

  /// A block: its first address and the length of its prefix.
  private record Block(long first, int length) {
    long size() {
      return 1L << (BITS - length);
    }

    Value text() {
      return Value.of(print(first) + "/" + length);
    }
  }

  private static Block block(List<Value> arguments) {
    Value value = arguments.getFirst();
    if (value instanceof Value.Reference) {
      throw new Functions.Refused(Texts.unknown(value, "cidr"));
    }
    String text = text(arguments, 0);
    return parse(text)
        .orElseThrow(
            () ->
                new Functions.Refused(
                    text.contains(":")
                        ? new Value.Unknown(Reason.of("unknown.ipv6-part"))
                        : Unknowns.failure("cidr", text)));
  }

  private static Optional<Block> parse(String text) {
    if (!text.matches("([0-9]{1,3}[.]){3}[0-9]{1,3}/[0-9]{1,2}")) {
      return Optional.empty();
    }
    String[] parts = text.split("[./]", -1);
    long address = 0;
    for (int i = 0; i < 4; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255) {
        return Optional.empty();
      }
      address = address << 8 | part;
    }
    int length = Integer.parseInt(parts[4]);
    return length > BITS
        ? Optional.empty()
        : Optional.of(new Block(address & mask(length), length));
  }

  private static long mask(int length) {
    return length == 0 ? 0 : 0xFFFFFFFFL << (BITS - length) & 0xFFFFFFFFL;
  }

  private static String print(long address) {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  /// `cidrsubnet(prefix, newbits, netnum)`
  private static Value subnet(List<Value> arguments) {
    Block block = block(arguments);
    int length = block.length + whole(arguments, 1);
    int number = whole(arguments, 2);
    if (length < block.length
        || length > BITS
        || number < 0
        || number >= 1L << (length - block.length)) {
      return Unknowns.failure("block-part");
    }
    return new Block(block.first + ((long) number << (BITS - length)), length).text();
  }

  /// `cidrsubnets(prefix, newbits...)`: one after the other, each at the next place where it fits.
  private static Value subnets(List<Value> arguments) {
    Block block = block(arguments);
    long next = block.first;
    List<Value> all = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      int length = block.length + whole(arguments, i);
      if (length <= block.length && whole(arguments, i) != 0 || length > BITS) {
        return Unknowns.failure("block-part");
      }
      long size = 1L << (BITS - length);
      long first = (next + size - 1) / size * size;
      if (first + size > block.first + block.size()) {
        return Unknowns.failure("block-room");
      }
      all.add(new Block(first, length).text());
      next = first + size;
    }
    return Functions.list(all);
  }

  /// `cidrhost(prefix, hostnum)`: a negative number counts from the end.
  private static Value host(List<Value> arguments) {
    Block block = block(arguments);
    int number = whole(arguments, 1);
    BigInteger size = BigInteger.valueOf(block.size());
    BigInteger at = BigInteger.valueOf(number);
    if (number < 0) {
      at = at.add(size);
    }
    return at.signum() < 0 || at.compareTo(size) >= 0
        ? Unknowns.failure("block-address")
        : Value.of(print(block.first + at.longValueExact()));
  }
}
