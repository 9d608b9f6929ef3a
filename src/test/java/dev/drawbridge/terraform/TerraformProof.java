package dev.drawbridge.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real `terraform` with the real AWS provider, as judge of generated files. It opens no
/// connection, reads nothing of the user's own configuration, and writes only to a temporary folder.
///
/// Where Terraform is missing, the test that asks for it is skipped and says how to install it; on a
/// build server (`CI=true`) that is a failure.
public final class TerraformProof {
  private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";
  private static final String INSTALL_TERRAFORM =
      "terraform is not on the PATH: install it from"
          + " https://developer.hashicorp.com/terraform/install";
  private static final String INSTALL_PROVIDER =
      "no AWS provider for terraform: run `terraform providers mirror DIR` in a folder whose"
          + " versions.tf requires hashicorp/aws, and set DRAWBRIDGE_TF_PLUGIN_DIR=DIR";

  /// What `plan -detailed-exitcode` ends with when there is something to do.
  private static final int DIFFERS = 2;

  /// Resources, data that is read after them, and resources that refer to these.
  private static final int ROUNDS = 5;

  private final Path binary;
  private final Path work;

  private TerraformProof(Path binary, Path work) {
    this.binary = binary;
    this.work = work;
  }

  /// What a command said.
  public record Result(int exit, String output) {
    public void assertPassed(String what) {
      if (exit != 0) {
        fail(what + " failed with exit code " + exit + ":\n" + output);
      }
    }
  }

  /// Terraform alone, for `fmt` and `console`.
  ///
  /// @param work a temporary folder of the test, for what Terraform itself leaves behind
  public static TerraformProof find(Path work) {
    Optional<Path> binary =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
            .filter(dir -> !dir.isBlank())
            .flatMap(dir -> Stream.of(Path.of(dir, "terraform"), Path.of(dir, "terraform.exe")))
            .filter(Files::isExecutable)
            .findFirst();
    return new TerraformProof(present(binary, INSTALL_TERRAFORM), work);
  }

  private static Path present(Optional<Path> path, String how) {
    if (path.isEmpty() && "true".equalsIgnoreCase(System.getenv("CI"))) {
      fail(how);
    }
    Assumptions.assumeTrue(path.isPresent(), how);
    return path.orElseThrow();
  }

  /// Fails with a diff unless every file under the folder is as `terraform fmt` would leave it.
  public void assertFormatted(Path folder) {
    run(folder, "fmt", "-check", "-diff", "-recursive").assertPassed("terraform fmt -check");
  }

  /// What `terraform fmt` makes of a text.
  public String formatted(String text) {
    Result result = runWith(text, work, "fmt", "-");
    result.assertPassed("terraform fmt of\n" + text);
    return result.output();
  }

  /// `init` and `validate`, which must find nothing, not even a warning. They work on a copy.
  public void assertValid(Path folder) {
    Path copy = copy(folder);
    validate(copy);
    forget(copy);
  }

  private void validate(Path copy) {
    init(copy);
    Result result = run(copy, "validate", "-no-color");
    result.assertPassed("terraform validate");
    assertEquals(
        false, result.output().contains("Warning:"), () -> "a warning:\n" + result.output());
  }

  /// `init`, `validate` and `plan`, of a copy, for an account that does not exist, with the given variables.
  /// Returns what the plan says.
  public String assertPlans(Path folder, Map<String, String> variables) {
    Path copy = copy(folder);
    try {
      Files.writeString(copy.resolve("fake_account_override.tf"), fakeAccount(copy));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    validate(copy);
    List<String> arguments =
        new ArrayList<>(
            List.of("plan", "-input=false", "-refresh=false", "-lock=false", "-no-color"));
    variables.forEach((name, value) -> arguments.add("-var=" + name + "=" + value));
    Result result = run(copy, arguments.toArray(String[]::new));
    result.assertPassed("terraform plan");
    forget(copy);
    return result.output();
  }

  /// Plans a copy of a folder for an account that does not exist, and leaves the plan in JSON beside the copy's
  /// files. Returns where.
  public Path planInJson(Path folder, Map<String, String> variables) {
    Path copy = copy(folder);
    Path override = copy.resolve("fake_account_override.tf");
    try {
      Files.writeString(override, fakeAccount(copy));
      init(copy);
      List<String> arguments =
          new ArrayList<>(
              List.of("plan", "-input=false", "-refresh=false", "-lock=false", "-out=plan.bin"));
      variables.forEach((name, value) -> arguments.add("-var=" + name + "=" + value));
      run(copy, arguments.toArray(String[]::new)).assertPassed("terraform plan");
      Result shown = run(copy, "show", "-json", "plan.bin");
      shown.assertPassed("terraform show");
      forget(copy);
      Files.delete(override);
      return Files.writeString(copy.resolve("plan.json"), shown.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Plans a copy of a folder over the state that applying it would have left, which must find nothing to do.
  ///
  /// What refers to something that is known only after apply is known only in the plan after it, so the
  /// state is filled again until it says all that the configuration says. What differs even then differs for ever.
  public void assertPlansNothingOnceApplied(Path folder, Map<String, String> variables) {
    Path copy = copy(folder);
    try {
      Files.writeString(copy.resolve("fake_account_override.tf"), fakeAccount(copy));
      init(copy);
      List<String> arguments =
          new ArrayList<>(
              List.of("plan", "-input=false", "-refresh=false", "-lock=false", "-no-color"));
      variables.forEach((name, value) -> arguments.add("-var=" + name + "=" + value));
      arguments.addAll(List.of("-detailed-exitcode", "-out=plan.bin"));
      FilledState filled = new FilledState(json(copy, "providers", "schema", "-json"));
      Result plan = run(copy, arguments.toArray(String[]::new));
      for (int round = 1; round <= ROUNDS && plan.exit() == DIFFERS; round++) {
        Files.writeString(
            copy.resolve("terraform.tfstate"),
            filled.of(json(copy, "show", "-json", "plan.bin"), round));
        plan = run(copy, arguments.toArray(String[]::new));
      }
      plan.assertPassed("terraform plan of what was applied");
      forget(copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode json(Path folder, String... arguments) {
    Result result = run(folder, arguments);
    result.assertPassed("terraform " + String.join(" ", arguments));
    return JsonMapper.shared().readTree(result.output());
  }

  /// Values for the variables of a module that have no default: their examples, and for secrets any
  /// text that would do as a password.
  public static Map<String, String> inputs(ResourceGraph graph) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Variable variable : graph.variables().values()) {
      if (variable.fallback() == null) {
        inputs.put(
            variable.name(),
            switch (variable.example()) {
              case Value.Text(var example) -> example;
              // As a command line takes it.
              case Value.Items(var examples) ->
                  examples.stream()
                      .map(one -> "\"" + ((Value.Text) one).value() + "\"")
                      .collect(Collectors.joining(",", "[", "]"));
              case null, default -> "correct-horse-battery-1";
            });
      }
    }
    return inputs;
  }

  /// Overrides every provider configuration of the folder, those of further regions too.
  private static String fakeAccount(Path folder) throws IOException {
    StringBuilder overrides = new StringBuilder(FAKE_ACCOUNT.formatted(""));
    Path providers = folder.resolve("providers.tf");
    if (Files.exists(providers)) {
      Pattern.compile("(?m)^ +alias += (\".*\")$")
          .matcher(Files.readString(providers))
          .results()
          .forEach(alias -> overrides.append(FAKE_ACCOUNT.formatted("alias = " + alias.group(1))));
    }
    return overrides.toString();
  }

  private static final String FAKE_ACCOUNT =
      """
      provider "aws" {
        %s
        access_key                  = "test"
        secret_key                  = "test"
        skip_credentials_validation = true
        skip_metadata_api_check     = true
        skip_region_validation      = true
        skip_requesting_account_id  = true
      }
      """;

  /// `init` in a folder of the test's own, with the AWS provider that is there.
  public void init(Path folder) {
    Path plugins = present(pluginFolder(), INSTALL_PROVIDER);
    run(folder, "init", "-backend=false", "-input=false", "-no-color", "-plugin-dir=" + plugins)
        .assertPassed("terraform init");
  }

  private Path copy(Path folder) {
    try {
      Path copy = Files.createTempDirectory(Files.createDirectories(work), "plan");
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
          Path target = copy.resolve(folder.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the variable says, where Terraform itself looks, or in a folder of add-on software.
  private static Optional<Path> pluginFolder() {
    String home = System.getProperty("user.home", "");
    Stream<Path> usual =
        Stream.of(
                System.getenv("DRAWBRIDGE_TF_PLUGIN_DIR"),
                "/usr/local/share/terraform/plugins",
                "/usr/share/terraform/plugins",
                home + "/.terraform.d/plugins",
                home + "/.local/share/terraform/plugins",
                home + "/AppData/Roaming/terraform.d/plugins",
                home + "/AppData/Roaming/HashiCorp/Terraform/plugins")
            .filter(Objects::nonNull)
            .filter(dir -> !dir.isBlank())
            .map(Path::of);
    Stream<Path> addOns =
        Stream.of("/opt", "/usr/local", "/srv").map(Path::of).flatMap(TerraformProof::foldersIn);
    return Stream.concat(usual, addOns)
        .filter(dir -> Files.isDirectory(dir.resolve(PROVIDER)))
        .findFirst();
  }

  private static Stream<Path> foldersIn(Path folder) {
    if (!Files.isReadable(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs terraform in a folder.
  public Result run(Path folder, String... arguments) {
    return runWith("", folder, arguments);
  }

  /// Runs terraform in a folder with a text as its input.
  public Result runWith(String input, Path folder, String... arguments) {
    try {
      Files.createDirectories(work);
      Path config = work.resolve("terraform.rc");
      if (Files.notExists(config)) {
        Files.writeString(config, "");
      }
      Path stdin = Files.createTempFile(work, "stdin", ".txt");
      Files.writeString(stdin, input);
      Path stdout = Files.createTempFile(work, "stdout", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(
              Stream.concat(Stream.of(binary.toString()), Arrays.stream(arguments)).toList());
      builder.directory(folder.toFile()).redirectErrorStream(true);
      builder.redirectInput(stdin.toFile()).redirectOutput(stdout.toFile());
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("TF_") || name.startsWith("AWS_"));
      builder.environment().putAll(environment(folder, config));
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail("terraform " + String.join(" ", arguments) + " did not end within 5 minutes");
      }
      return new Result(process.exitValue(), Files.readString(stdout, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path data(Path folder) {
    return work.resolve("data-" + Integer.toHexString(folder.toAbsolutePath().hashCode()));
  }

  /// Removes what `init` made: a link to the provider, over which a cleaner of temporary folders may
  /// stumble.
  private void forget(Path folder) {
    try (Stream<Path> files = Files.walk(data(folder))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> environment(Path folder, Path config) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_CLI_CONFIG_FILE", config.toString());
    environment.put("TF_IN_AUTOMATION", "1");
    environment.put("TF_DATA_DIR", data(folder).toString());
    environment.put("HOME", work.toString());
    environment.put("AWS_ACCESS_KEY_ID", "test");
    environment.put("AWS_SECRET_ACCESS_KEY", "test");
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
    return environment;
  }
}
