package dev.drawbridge.cli;

import java.net.URI;
import java.net.URISyntaxException;

/// File names as SARIF wants them: URIs (RFC 3986), relative ones for relative names, in ASCII.
final class SarifUri {
  private SarifUri() {}

  static String of(String file) {
    String path = file.replace('\\', '/');
    boolean drive = path.matches("[A-Za-z]:/.*");
    try {
      if (drive || path.startsWith("/")) {
        return new URI("file", "", drive ? "/" + path : path, null).toASCIIString();
      }
      // A colon in the first part would be taken for a scheme.
      int colon = path.indexOf(':');
      boolean scheme = colon >= 0 && colon < (path + "/").indexOf('/');
      return new URI(null, null, scheme ? "./" + path : path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file, e);
    }
  }

  /// The file name that a URI of [#of] stands for; the text itself where it is none.
  static String file(String uri) {
    try {
      String path = new URI(uri).getPath();
      return path == null ? uri : path.startsWith("./") ? path.substring(2) : path;
    } catch (URISyntaxException e) {
      return uri;
    }
  }
}
