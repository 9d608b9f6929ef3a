package dev.drawbridge.terraform.write;

import dev.drawbridge.base.Messages;
import dev.drawbridge.hcl.Printer;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Writes the README of a module: the diagram, how to apply it, what goes in and what comes out.
final class ReadmeText {
  static final String DIAGRAM = "diagram.svg";

  /// The variable that lets protected things go.
  private static final String PROTECTION = "deletion_protection";

  private final Readme readme;
  private final ResourceGraph graph;
  private final Messages messages;
  private final StringBuilder out = new StringBuilder();

  ReadmeText(Readme readme, ResourceGraph graph) {
    this.readme = readme;
    this.graph = graph;
    this.messages = Messages.in(readme.language());
  }

  /// @param files the other files of the module
  String text(List<String> files) {
    String title = readme.title().isBlank() ? message("untitled") : readme.title().strip();
    line("# " + plain(title));
    line("");
    line(message("intro", graph.resources().size()));
    if (readme.diagram() != null) {
      line("");
      line("![" + plain(title) + "](" + DIAGRAM + ")");
    }
    images(files);
    section("use");
    boolean example = files.contains("terraform.tfvars.example");
    line("```sh");
    if (example) {
      line("cp terraform.tfvars.example terraform.tfvars");
    }
    graph.variables().values().stream()
        .filter(variable -> variable.sensitive() && variable.fallback() == null)
        .map(Variable::name)
        .sorted()
        .forEach(name -> line("export TF_VAR_" + name + "=..."));
    line("terraform init");
    line("terraform plan -out=plan.tfplan");
    line("terraform apply plan.tfplan");
    line("```");
    if (example) {
      line("");
      line(message("example"));
    }
    line("");
    line(message("state"));
    section("files");
    row(message("file"), message("content"));
    line("| --- | --- |");
    files.stream()
        .sorted(Comparator.comparingInt(ReadmeText::order).thenComparing(Function.identity()))
        .forEach(file -> row("`" + file + "`", content(file)));
    inputs();
    outputs();
    section("owned");
    line(message("owned.text"));
    destroying();
    return out.toString();
  }

  /// How to build what the module only names: an image from each folder with a Dockerfile.
  private void images(List<String> files) {
    List<Variable> built =
        files.stream()
            .filter(file -> file.startsWith("files/") && file.endsWith("/Dockerfile"))
            .map(file -> graph.variables().get(folder(file) + "_image"))
            .filter(Objects::nonNull)
            .toList();
    if (built.isEmpty()) {
      return;
    }
    section("images");
    line(message("images.text"));
    line("");
    line("```sh");
    for (Variable image : built) {
      String tag = image.example() instanceof Value.Text(var text) ? text : image.name();
      String label = image.name().substring(0, image.name().length() - "_image".length());
      line("docker build --tag " + tag + " files/" + label);
      line("docker push " + tag);
    }
    line("```");
  }

  private static String folder(String dockerfile) {
    return dockerfile.split("/")[1];
  }

  private void destroying() {
    if (!graph.variables().containsKey(PROTECTION)) {
      return;
    }
    section("destroy");
    line("```sh");
    line("terraform apply -var=" + PROTECTION + "=false");
    line("terraform destroy -var=" + PROTECTION + "=false");
    line("```");
    if (graph.resources().values().stream()
        .anyMatch(resource -> resource.get("final_snapshot_identifier") != null)) {
      line("");
      line(message("destroy.snapshots"));
    }
  }

  private static int order(String file) {
    int at = Placement.FILES.indexOf(file);
    return at < 0 ? Placement.FILES.size() : at;
  }

  private String content(String file) {
    if (file.startsWith("templates/")) {
      return message("file.templates");
    }
    if (file.startsWith("files/")) {
      String software = "terraform.readme.software." + file.substring(file.lastIndexOf('/') + 1);
      return messages.has(software) ? messages.text(software) : message("file.files");
    }
    String key = "terraform.readme.file." + file;
    return messages.has(key) ? messages.text(key) : "";
  }

  private void inputs() {
    if (graph.variables().isEmpty()) {
      return;
    }
    section("inputs");
    row(message("name"), message("description"), message("type"), message("default"));
    line("| --- | --- | --- | --- |");
    graph.variables().values().stream()
        .sorted(Comparator.comparing(Variable::name))
        .forEach(
            variable ->
                row(
                    code(variable.name()),
                    plain(variable.description()),
                    code(variable.type()),
                    fallback(variable)));
  }

  private String fallback(Variable variable) {
    Value value = variable.fallback();
    if (value == null) {
      return message("required");
    }
    return code(Printer.print(new Expressions(_ -> {}).of(value)));
  }

  private void outputs() {
    if (graph.outputs().isEmpty()) {
      return;
    }
    section("outputs");
    row(message("name"), message("description"));
    line("| --- | --- |");
    graph.outputs().values().stream()
        .sorted(Comparator.comparing(Output::name))
        .forEach(output -> row(code(output.name()), plain(output.description())));
  }

  private void section(String key) {
    line("");
    line("## " + message(key));
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private String message(String key, Object... arguments) {
    return messages.text("terraform.readme." + key, arguments);
  }

  /// Text of the user's, which is neither Markdown nor HTML, whatever it looks like.
  private static String plain(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '&') {
                safe.append("&amp;");
              } else if (c == '<') {
                safe.append("&lt;");
              } else if (Character.isISOControl(c)) {
                safe.append(' ');
              } else {
                if ("\\`*_{}[]()#+!|>~".indexOf(c) >= 0) {
                  safe.append('\\');
                }
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /// Text as code in a table's cell.
  private static String code(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "\\|");
    return line.contains("`") ? plain(text) : "`" + line + "`";
  }
}
