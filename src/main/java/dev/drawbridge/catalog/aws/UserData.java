package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The script that somebody else wrote for the first start of servers, as far as its text can be read.
///
/// @param bearer the template or instance that has it
/// @param isThere whether there is one at all
/// @param text empty where it cannot be read
record UserData(Resource bearer, boolean isThere, String text) {
  /// Installs or starts a web server under one of the names that packages, services and images give it.
  private static final Pattern WEB_SERVER =
      Pattern.compile("\\b(install|start|run|enable)\\b[^\\n]*\\b(nginx|nginx1|httpd|apache2?)\\b");

  /// Hands requests on, or runs what answers them itself: more than files.
  private static final Pattern APPLICATION =
      Pattern.compile(
          "\\b(proxy_pass|ProxyPass|php[0-9.]*|tomcat[0-9]*|java|node|npm|gunicorn|uwsgi|flask|wordpress)\\b");

  static UserData of(Resource bearer) {
    @Nullable Value plain = bearer.get("user_data");
    @Nullable Value encoded = bearer.get("user_data_base64");
    String text = Arguments.words(plain == null ? encoded : plain);
    return new UserData(bearer, plain != null || encoded != null, decoded(text));
  }

  private static String decoded(String text) {
    try {
      return text.contains(" ")
          ? text
          : new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /// Whether it is none of ours.
  boolean isForeign() {
    return isThere && RaisedScript.of(bearer.get("user_data")).isEmpty();
  }

  /// Whether it makes the servers serve files by HTTP, and nothing else that could be told.
  boolean servesFiles() {
    return isForeign() && WEB_SERVER.matcher(text).find() && !isMoreThanFiles(text);
  }

  /// Whether what is told to servers or containers makes them hand requests on, or answer them by a program.
  static boolean isMoreThanFiles(String told) {
    return APPLICATION.matcher(told).find();
  }
}
