package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.text;

import dev.drawbridge.resource.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// Digests of texts and of files.
final class DigestFunctions {
  /// What Terraform calls them, and what Java does.
  private static final Map<String, String> ALGORITHMS =
      Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");

  /// RFC 4122, appendix C.
  private static final Map<String, String> NAMESPACES =
      Map.of(
          "dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
          "url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
          "oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
          "x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8");

  private DigestFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    for (String name : List.of("md5", "sha1", "sha256", "sha512", "base64sha256", "base64sha512")) {
      all.put(name, a -> Value.of(of(name, text(a, 0).getBytes(StandardCharsets.UTF_8))));
    }
    all.put("uuidv5", DigestFunctions::uuid);
  }

  /// @param name such as `sha256` or `base64sha256`
  static String of(String name, byte[] bytes) {
    boolean base64 = name.startsWith("base64");
    byte[] digest = digest(base64 ? name.substring("base64".length()) : name, bytes);
    return base64 ? Base64.getEncoder().encodeToString(digest) : HexFormat.of().formatHex(digest);
  }

  private static byte[] digest(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(ALGORITHMS.getOrDefault(name, name)).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }

  private static Value uuid(List<Value> arguments) {
    String space = text(arguments, 0);
    UUID namespace;
    try {
      namespace = UUID.fromString(NAMESPACES.getOrDefault(space, space));
    } catch (IllegalArgumentException e) {
      return Unknowns.failure("call", "uuidv5");
    }
    byte[] name = text(arguments, 1).getBytes(StandardCharsets.UTF_8);
    ByteBuffer both = ByteBuffer.allocate(16 + name.length);
    both.putLong(namespace.getMostSignificantBits())
        .putLong(namespace.getLeastSignificantBits())
        .put(name);
    ByteBuffer digest = ByteBuffer.wrap(digest("sha1", both.array()));
    long high = (digest.getLong() & ~0xf000L) | 0x5000L;
    long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return Value.of(new UUID(high, low).toString());
  }
}
