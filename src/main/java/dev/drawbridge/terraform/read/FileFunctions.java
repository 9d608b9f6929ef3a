package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.TemplatePart;
import dev.drawbridge.resource.Value;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/// Terraform's functions that read files, and its older way to fill in a template, a data source.
final class FileFunctions {
  private static final Set<String> DIGESTS =
      Set.of(
          "filemd5",
          "filesha1",
          "filesha256",
          "filesha512",
          "filebase64sha256",
          "filebase64sha512");

  private static final Set<String> OF_TWO = Set.of("fileset", "templatefile", "templatestring");

  private static final Set<String> OF_ONE = Set.of("file", "filebase64", "fileexists");

  private final NamedFiles files;
  private final Templates templates;

  FileFunctions(NamedFiles files, Templates templates) {
    this.files = files;
    this.templates = templates;
  }

  static boolean isOne(String function) {
    return OF_ONE.contains(function) || OF_TWO.contains(function) || DIGESTS.contains(function);
  }

  /// @param arguments what they are worth
  Value call(String function, List<Value> arguments, Names names) {
    if (arguments.size() != (OF_TWO.contains(function) ? 2 : 1)) {
      return Unknowns.failure("call", function);
    }
    return orRefused(
        () -> {
          String name = Functions.text(arguments, 0);
          Path module = names.folder();
          return switch (function) {
            case "file" -> Value.of(files.text(name, module));
            case "filebase64" ->
                TextFunctions.bounded(
                    Base64.getEncoder().encodeToString(files.bytes(name, module)));
            case "fileexists" -> Value.of(files.exists(name, module));
            case "fileset" ->
                Functions.list(
                    files.matching(name, Functions.text(arguments, 1), module).stream()
                        .<Value>map(Value::of)
                        .toList());
            case "templatefile" -> filled(name, arguments, names);
            case "templatestring" -> rendered(arguments.getFirst(), arguments.getLast(), names);
            default ->
                Value.of(
                    DigestFunctions.of(
                        function.substring("file".length()), files.bytes(name, module)));
          };
        });
  }

  /// The call as it is written, of whose arguments some know more than of a text, and behind them the text.
  private Value filled(String name, List<Value> arguments, Names names) {
    Value text =
        orRefused(() -> filled(files.template(name, names.folder()), arguments.getLast(), names));
    return Value.call("templatefile", arguments.getFirst(), arguments.getLast(), text);
  }

  /// What a `template_file` or `templatestring()` makes of a text.
  Value rendered(Value template, Value variables, Names names) {
    return template instanceof Value.Text(String text)
        ? orRefused(() -> filled(NamedFiles.parsed("template_file", text), variables, names))
        : Texts.unknown(template, "text");
  }

  private Value filled(List<TemplatePart> parts, Value variables, Names names) {
    return templates.join(parts, new Given(Functions.mapping(variables), names.folder()));
  }

  /// What a call of `templatefile` amounts to.
  static Optional<Value> text(Value value) {
    return value instanceof Value.Call(String function, List<Value> arguments)
            && function.equals("templatefile")
            && arguments.size() == 3
        ? Optional.of(arguments.getLast())
        : Optional.empty();
  }

  private static Value orRefused(Supplier<Value> work) {
    try {
      return work.get();
    } catch (Functions.Refused refused) {
      return refused.value();
    }
  }

  /// All that a template sees.
  private record Given(SequencedMap<String, Value> variables, Path folder) implements Names {
    @Override
    public Optional<Start> find(String name) {
      return Optional.ofNullable(variables.get(name)).map(Start.Whole::new);
    }
  }
}
