package dev.drawbridge.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `schema`: prints the JSON Schema of design files, for editors and for programs that write designs.
final class SchemaCommand implements Command {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {}

  @Override
  public int run(ParseResult options, Console console) {
    console.out().print(Json.text(DesignSchema.of(console.messages())));
    return ExitCode.CLEAN;
  }
}
