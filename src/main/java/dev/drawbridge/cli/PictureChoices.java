package dev.drawbridge.cli;

import dev.drawbridge.draw.Theme;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.PictureOptions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// What the command line says of a picture that is to be exported.
///
/// @param only how elements were named
record PictureChoices(
    Theme theme,
    double scale,
    double margin,
    boolean transparent,
    List<String> only,
    boolean titleBlock,
    boolean legend,
    boolean findings,
    boolean carriesDesign) {
  static void declare(CommandSpec spec, Options options) {
    options.value(spec, "scale", "N");
    options.value(spec, "margin", "PX");
    options.value(spec, "theme", "light|dark");
    options.flag(spec, "transparent");
    options.list(spec, "only", "ELEMENT");
    options.flag(spec, "title-block");
    options.flag(spec, "legend");
    options.flag(spec, "findings");
    options.flag(spec, "no-design");
  }

  static PictureChoices of(ParseResult given, Console console) {
    List<String> themes = Arrays.stream(Theme.values()).map(Theme::key).toList();
    return new PictureChoices(
        Theme.values()[themes.indexOf(Options.oneOf(given, "theme", console, themes))],
        Options.number(
            given,
            "scale",
            console,
            ExportOptions.SMALLEST_SCALE,
            ExportOptions.LARGEST_SCALE,
            ExportOptions.DEFAULT.scale()),
        Options.number(
            given,
            "margin",
            console,
            0,
            ExportOptions.LARGEST_MARGIN,
            ExportOptions.DEFAULT.margin()),
        Options.has(given, "transparent"),
        Options.list(given, "only"),
        Options.has(given, "title-block"),
        Options.has(given, "legend"),
        Options.has(given, "findings"),
        !Options.has(given, "no-design"));
  }

  /// @throws UsageException where a named element is not in the document
  PictureOptions options(Document document, Console console) {
    Set<ElementId> shown = new LinkedHashSet<>();
    Lookup<Node> lookup = Lookup.in(document, console);
    only.forEach(name -> shown.add(lookup.find(name).id()));
    return new PictureOptions(
        theme,
        console.language(),
        scale,
        transparent,
        margin,
        shown,
        titleBlock,
        legend,
        findings,
        carriesDesign);
  }
}
