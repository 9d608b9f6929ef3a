package dev.drawbridge.catalog.aws;

import java.util.regex.Pattern;

/// Container images that are known to hold a web server as its makers publish it, which serves files unless it is
/// told otherwise. What others built under the same name may hold anything.
public final class WebImage {
  private static final String DOCKER_HUB = "((docker\\.io/|public\\.ecr\\.aws/docker/)?(library/)?";
  private static final String VERSION = "(:[^/]*)?(@.*)?";

  private static final Pattern NGINX =
      Pattern.compile(
          DOCKER_HUB
              + "|public\\.ecr\\.aws/nginx/)(nginx|nginx-unprivileged)"
              + VERSION
              + "|(docker\\.io/)?nginxinc/nginx-unprivileged"
              + VERSION);

  private static final Pattern HTTPD = Pattern.compile(DOCKER_HUB + ")httpd" + VERSION);

  private WebImage() {}

  public static boolean isNginx(String image) {
    return NGINX.matcher(image).matches();
  }

  static boolean isOne(String image) {
    return isNginx(image) || HTTPD.matcher(image).matches();
  }
}
