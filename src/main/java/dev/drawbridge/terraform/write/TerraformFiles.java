package dev.drawbridge.terraform.write;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Attribute;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.BodyBuilder;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Printer;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Requirements;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.SupportFile;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Writes a resource graph as the files of a Terraform module. The same graph gives the same bytes; a
/// file is there only when it has content.
public final class TerraformFiles {
  /// The first release with write-only arguments and ephemeral variables that reach them.
  private static final Requirements WRITE_ONLY =
      new Requirements(">= 1.11.0", ">= 5.100.0, < 7.0.0");

  /// The first release in which a validation may refer to other variables.
  private static final Requirements PLAIN = new Requirements(">= 1.9.0", ">= 5.80.0, < 7.0.0");

  private final ResourceGraph graph;
  private final List<Issue> issues = new ArrayList<>();
  private final Map<String, BodyBuilder> bodies = new LinkedHashMap<>();

  private TerraformFiles(ResourceGraph graph) {
    this.graph = graph;
    Placement.FILES.forEach(file -> bodies.put(file, Body.builder()));
  }

  /// The files, sorted by path. Fails when the graph has values that are not known.
  public static Outcome<List<GeneratedFile>> of(ResourceGraph graph, Readme readme) {
    return new TerraformFiles(graph).files(readme);
  }

  private Outcome<List<GeneratedFile>> files(Readme readme) {
    versions();
    graph.providers().values().forEach(this::provider);
    locals();
    new Arrangement(graph).files().forEach((file, blocks) -> blocks(body(file), blocks));
    sorted(graph.variables().values(), Variable::name)
        .forEach(
            variable -> {
              Inputs inputs = new Inputs(expressions(Place.Nowhere::new, variable.name()));
              body("variables.tf").add(inputs.block(variable));
              inputs.example(body("terraform.tfvars.example"), variable);
            });
    sorted(graph.outputs().values(), Output::name).forEach(this::output);

    List<GeneratedFile> files = new ArrayList<>();
    bodies.forEach(
        (path, body) -> {
          if (!body.isEmpty()) {
            files.add(new GeneratedFile(path, Printer.print(body.build())));
          }
        });
    for (SupportFile file : graph.files().values()) {
      files.add(new GeneratedFile(file.path(), file.text()));
    }
    if (readme.diagram() != null) {
      files.add(new GeneratedFile(ReadmeText.DIAGRAM, readme.diagram()));
    }
    List<String> names = files.stream().map(GeneratedFile::path).toList();
    files.add(new GeneratedFile("README.md", new ReadmeText(readme, graph).text(names)));
    files.sort(Comparator.comparing(GeneratedFile::path));
    return issues.isEmpty() ? Outcome.ok(List.copyOf(files)) : new Outcome.Failed<>(issues);
  }

  private BodyBuilder body(String file) {
    return bodies.computeIfAbsent(file, _ -> Body.builder());
  }

  private static <T> List<T> sorted(Collection<T> things, Function<T, String> name) {
    return things.stream().sorted(Comparator.comparing(name)).toList();
  }

  private void versions() {
    Requirements needed = graph.requirements().orElseGet(() -> writesOnly() ? WRITE_ONLY : PLAIN);
    body("versions.tf")
        .block(
            "terraform",
            terraform ->
                terraform
                    .attribute("required_version", Expression.text(needed.terraform()))
                    .block(
                        "required_providers",
                        providers ->
                            providers.attribute(
                                "aws",
                                new Expression.ObjectOf(
                                    List.of(
                                        Expression.entry(
                                            "source", Expression.text("hashicorp/aws")),
                                        Expression.entry(
                                            "version", Expression.text(needed.aws())))))));
  }

  private boolean writesOnly() {
    return graph.variables().values().stream().anyMatch(Variable::ephemeral)
        || graph.resources().values().stream()
            .flatMap(resource -> resource.body().arguments().keySet().stream())
            .anyMatch(argument -> argument.endsWith("_wo"));
  }

  private void provider(Provider provider) {
    BlockWriter writer = new BlockWriter(expressions(() -> place(provider.origin()), "provider"));
    BodyBuilder content = Body.builder();
    if (provider.alias() != null) {
      content.attribute("alias", Expression.text(provider.alias()));
    }
    writer.body(provider.body()).items().forEach(content::add);
    body("providers.tf")
        .add(new dev.drawbridge.hcl.Block("provider", List.of(provider.name()), content.build()));
  }

  private void locals() {
    if (graph.locals().isEmpty()) {
      return;
    }
    body("locals.tf")
        .block(
            "locals",
            locals ->
                graph
                    .locals()
                    .forEach(
                        (name, value) ->
                            BlockWriter.paragraph(
                                locals,
                                new Attribute(
                                    name, expressions(Place.Nowhere::new, name).of(value)))));
  }

  /// A reason is told once for neighbours that share it.
  private void blocks(BodyBuilder file, List<Arrangement.Item> items) {
    String told = "";
    for (Arrangement.Item item : items) {
      String reason = item.origin() instanceof Origin.Implied(var why) ? why : "";
      file.blank();
      if (!reason.isEmpty() && !reason.equals(told)) {
        file.comment(reason);
      }
      told = reason;
      item.body().notices().forEach(file::comment);
      BlockWriter writer =
          new BlockWriter(expressions(() -> place(item.origin()), item.address().toString()));
      file.add(writer.block(item.keyword(), item.address(), item.body()));
    }
  }

  private void output(Output output) {
    Expressions expressions = expressions(Place.Nowhere::new, output.name());
    body("outputs.tf")
        .block(
            "output",
            List.of(output.name()),
            block ->
                block
                    .attribute("description", Expression.text(output.description()))
                    .attribute("value", expressions.of(output.value())));
  }

  private Expressions expressions(Supplier<Place> place, String where) {
    Consumer<Value.Unknown> report =
        unknown ->
            issues.add(Issue.error(place.get(), "terraform.unknown", where, unknown.reason()));
    return new Expressions(report);
  }

  private static Place place(Origin origin) {
    return switch (origin) {
      case Origin.Drawn(var element) -> new Place.AtElement(element, null);
      case Origin.Source(var file, var line) -> new Place.InFile(file, line, 0);
      case Origin.Implied _ -> new Place.Nowhere();
    };
  }
}
