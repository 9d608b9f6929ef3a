package dev.drawbridge.output.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// What a file was when it was read or written, to find out later whether somebody else changed it.
///
/// @param size in bytes
/// @param modified as the file system tells it
/// @param sha256 of the content, in hexadecimal digits
public record FileSnapshot(long size, Instant modified, String sha256) {
  static FileSnapshot of(Path file, byte[] content) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileSnapshot(
        content.length, attributes.lastModifiedTime().toInstant(), sha256(content));
  }

  /// Whether the file holds something else now, or is gone. A file that was merely touched, or saved
  /// again with the same content, did not change.
  public boolean isOutdated(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      if (now.size() != size) {
        return true;
      }
      return !now.lastModifiedTime().toInstant().equals(modified)
          && !sha256(Files.readAllBytes(file)).equals(sha256);
    } catch (IOException e) {
      return true;
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
