package dev.drawbridge.terraform.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which files of a folder are Drawbridge's, each with the SHA-256 of its content as it was written.
/// While an export replaces a file it has more, before and after, so that an export that was
/// interrupted does not take its own file for one that somebody edited.
///
/// On disk it is JSON, one file a line, and it is read back in exactly this form.
record Manifest(Map<String, Set<String>> hashes) {
  static final String PATH = ".drawbridge/manifest.json";
  static final Manifest EMPTY = new Manifest(Map.of());

  private static final String HEAD = "{\n  \"version\": 1,\n  \"files\": {\n";
  private static final String TAIL = "\n  }\n}\n";
  private static final Pattern LINE =
      Pattern.compile(" {4}\"([^\"\\\\\\p{Cntrl}]+)\": \"([0-9a-f]{64}(?: [0-9a-f]{64})*)\"");

  Manifest {
    TreeMap<String, Set<String>> copy = new TreeMap<>();
    hashes.forEach((path, set) -> copy.put(path, Set.copyOf(set)));
    hashes = java.util.Collections.unmodifiableSortedMap(copy);
  }

  static Manifest of(List<GeneratedFile> files) {
    return new Manifest(
        files.stream().collect(Collectors.toMap(GeneratedFile::path, f -> Set.of(hash(f)))));
  }

  /// The files of either, with all the hashes of both.
  Manifest with(Manifest other) {
    Map<String, Set<String>> all = new TreeMap<>(hashes);
    other.hashes.forEach(
        (path, set) -> {
          Set<String> both = new TreeSet<>(all.getOrDefault(path, Set.of()));
          both.addAll(set);
          all.put(path, both);
        });
    return new Manifest(all);
  }

  boolean owns(String path) {
    return hashes.containsKey(path);
  }

  boolean wrote(String path, byte[] content) {
    return hashes.getOrDefault(path, Set.of()).contains(hash(content));
  }

  String text() {
    if (hashes.isEmpty()) {
      return HEAD.stripTrailing() + "}\n}\n";
    }
    return hashes.entrySet().stream()
        .map(e -> "    \"" + e.getKey() + "\": \"" + joined(e.getValue()) + "\"")
        .collect(Collectors.joining(",\n", HEAD, TAIL));
  }

  private static String joined(Set<String> hashes) {
    return hashes.stream().sorted().collect(Collectors.joining(" "));
  }

  /// Reads what [#text] wrote. Empty when it is anything else, or names a file that could not be ours.
  static Optional<Manifest> read(String text) {
    String unix = text.replace("\r\n", "\n");
    if (unix.equals(EMPTY.text())) {
      return Optional.of(EMPTY);
    }
    if (!unix.startsWith(HEAD)
        || !unix.endsWith(TAIL)
        || unix.length() < HEAD.length() + TAIL.length()) {
      return Optional.empty();
    }
    String lines = unix.substring(HEAD.length(), unix.length() - TAIL.length());
    Map<String, Set<String>> hashes = new TreeMap<>();
    for (String line : lines.split(",\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()
          || !GeneratedFile.isSafe(matcher.group(1))
          || matcher.group(1).startsWith(".drawbridge")) {
        return Optional.empty();
      }
      hashes.put(matcher.group(1), Set.copyOf(Arrays.asList(matcher.group(2).split(" "))));
    }
    return Optional.of(new Manifest(hashes));
  }

  private static String hash(GeneratedFile file) {
    return hash(file.text().getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
