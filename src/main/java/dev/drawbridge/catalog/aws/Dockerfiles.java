package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.stream.Collectors;

/// Dockerfile and `.dockerignore` of a tier that runs in a container. The main process stays in the foreground:
/// a container ends with it. It is not root, but may open the ports that others leave to root: on the network of
/// its host, or in a task, only what the file of the program is allowed counts.
final class Dockerfiles {
  private static final String NGINX = "public.ecr.aws/nginx/nginx:1.28-alpine";

  private static final String DEBIAN_LIBCAP =
      "apt-get update && apt-get install --yes --no-install-recommends libcap2-bin"
          + " && rm -rf /var/lib/apt/lists/*";

  /// The first port that everybody may open.
  private static final int FREE_PORTS = 1024;

  private Dockerfiles() {}

  private static void add(Node tier, String text, List<String> context, Lowering out) {
    ConfigurationFiles.add(tier, "Dockerfile", text, out);
    ConfigurationFiles.add(
        tier,
        ".dockerignore",
        "# Only what the Dockerfile copies.\n*\n"
            + context.stream().map(file -> "!" + file + "\n").collect(Collectors.joining()),
        out);
  }

  /// @param folder where the static files go, empty for none
  static void nginx(Node tier, String folder, List<Integer> ports, Lowering out) {
    String files =
        folder.isEmpty()
            ? ""
            : "# Static files go there: COPY html/ " + folder + "/\nRUN mkdir -p " + folder + "\n";
    add(
        tier,
        "FROM "
            + NGINX
            + "\n"
            + files
            + binding("apk add --no-cache libcap", "/usr/sbin/nginx", ports)
            + """
            # What it writes belongs to the user that it runs as.
            RUN touch /run/nginx.pid && chown -R nginx /etc/nginx /run/nginx.pid /var/cache/nginx
            # At its start the image replaces variables such as ${APP_HOST} by the container's environment.
            ENV NGINX_ENVSUBST_OUTPUT_DIR=/etc/nginx
            COPY nginx.conf /etc/nginx/templates/nginx.conf.template
            """
            + expose(ports)
            + """
            STOPSIGNAL SIGQUIT
            USER nginx
            CMD ["nginx", "-g", "daemon off;"]
            """,
        List.of("nginx.conf", "html"),
        out);
  }

  static void haproxy(Node tier, List<Integer> ports, Lowering out) {
    add(
        tier,
        """
        FROM docker.io/library/haproxy:3.0
        USER root
        RUN ln -s ca-certificates.crt /etc/ssl/certs/ca-bundle.crt
        """
            + binding(DEBIAN_LIBCAP, "/usr/local/sbin/haproxy", ports)
            + """
            USER haproxy
            # HAProxy itself replaces variables such as ${APP_HOST} by the container's environment.
            COPY haproxy.cfg /usr/local/etc/haproxy/haproxy.cfg
            """
            + expose(ports)
            + """
            STOPSIGNAL SIGUSR1
            CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]
            """,
        List.of("haproxy.cfg"),
        out);
  }

  static void envoy(Node tier, List<String> variables, List<Integer> ports, Lowering out) {
    add(
        tier,
        "FROM docker.io/envoyproxy/envoy:v1.32.2\n"
            + binding(DEBIAN_LIBCAP, "/usr/local/bin/envoy", ports)
            + "COPY envoy.yaml /etc/envoy/envoy.yaml\n"
            + expose(ports)
            + "USER envoy\n"
            + "ENTRYPOINT [\"sh\", \"-c\", \""
            + filled(variables, "/etc/envoy/envoy.yaml", "/tmp/envoy.yaml")
            + " && exec envoy --config-path /tmp/envoy.yaml --drain-time-s "
            + ProxyTier.SHUTDOWN.of(tier)
            + "\"]\n",
        List.of("envoy.yaml"),
        out);
  }

  static void traefik(Node tier, List<String> variables, List<Integer> ports, Lowering out) {
    add(
        tier,
        "FROM docker.io/library/traefik:v3.2\n"
            + binding("apk add --no-cache libcap", "/usr/local/bin/traefik", ports)
            + "COPY traefik.yaml /etc/traefik/traefik.yaml\n"
            + "COPY routes.yaml /etc/traefik/routes.yaml.template\n"
            + "# It writes its routes there at its start.\n"
            + "RUN chown -R 10001 /etc/traefik\n"
            + expose(ports)
            + "USER 10001\n"
            + "ENTRYPOINT [\"sh\", \"-c\", \""
            + filled(variables, "/etc/traefik/routes.yaml.template", "/etc/traefik/routes.yaml")
            + " && exec traefik\"]\n",
        List.of("traefik.yaml", "routes.yaml"),
        out);
  }

  /// A shell's line, for a text in JSON, that replaces `${NAME}` by the environment.
  private static String filled(List<String> variables, String from, String to) {
    String each =
        variables.stream()
            .map(name -> " -e \\\"s|[$]{" + name + "}|$" + name + "|g\\\"")
            .collect(Collectors.joining());
    return "sed" + (each.isEmpty() ? " ''" : each) + " " + from + " > " + to;
  }

  static void application(Node tier, WasTier.Software software, int port, Lowering out) {
    add(
        tier,
        application(software, port),
        List.of(
            switch (software) {
              case TOMCAT -> "app.war";
              case SPRING_BOOT -> "app.jar";
              case NODE, OTHER -> "app";
            }),
        out);
  }

  static String application(WasTier.Software software, int port) {
    String text =
        switch (software) {
          case TOMCAT ->
              """
              FROM docker.io/library/tomcat:10.1-jre21-temurin
              COPY app.war /usr/local/tomcat/webapps/ROOT.war
              # Tomcat's own port is 8080.
              RUN sed -i 's/port="8080"/port="${app.port}"/' conf/server.xml && chown -R 10001 .
              CMD ["sh", "-c", "CATALINA_OPTS=-Dapp.port=$APP_PORT exec catalina.sh run"]
              """;
          case SPRING_BOOT ->
              """
              FROM public.ecr.aws/amazoncorretto/amazoncorretto:21-al2023-headless
              COPY app.jar /opt/app/app.jar
              CMD ["sh", "-c", "exec java -jar /opt/app/app.jar --server.port=$APP_PORT"]
              """;
          case NODE ->
              """
              FROM public.ecr.aws/docker/library/node:22-slim
              WORKDIR /opt/app
              COPY app/ ./
              # The application reads PORT. Without a shell before it, it hears the signal to stop.
              CMD ["node", "server.js"]
              """;
          case OTHER ->
              """
              FROM public.ecr.aws/amazonlinux/amazonlinux:2023
              COPY app/ /opt/app/
              # It has to stay in the foreground and to listen on APP_PORT.
              CMD ["/opt/app/start"]
              """;
        };
    // Ports below are for root alone on some hosts.
    String user =
        port < FREE_PORTS
            ? ""
            : "USER " + (software == WasTier.Software.NODE ? "node" : "10001") + "\n";
    return text.replaceFirst("CMD ", expose(List.of(port)) + user + "CMD ");
  }

  /// Lets a program open ports below 1024 without being root, where it has to.
  ///
  /// @param tools the command that brings `setcap` into the image
  private static String binding(String tools, String program, List<Integer> ports) {
    return ports.stream().allMatch(port -> port >= FREE_PORTS)
        ? ""
        : "RUN " + tools + " && setcap cap_net_bind_service=+ep " + program + "\n";
  }

  private static String expose(List<Integer> ports) {
    return ports.isEmpty()
        ? ""
        : "EXPOSE "
            + ports.stream().distinct().map(String::valueOf).collect(Collectors.joining(" "))
            + "\n";
  }
}
