package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import dev.drawbridge.output.store.JsonFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a former report of ours says of one file, in JSON or SARIF.
///
/// @param fingerprints of its findings, suppressed ones too
record Former(Set<String> fingerprints) {
  Former {
    fingerprints = new TreeSet<>(fingerprints);
  }

  /// Reads a report; prints what is wrong with it, if something is.
  ///
  /// @return what it says of each file, by the file's name at that time; empty where it is no report
  static Optional<Map<String, Former>> read(Path file, Console console) {
    return switch (JsonFile.read(file)) {
      case Outcome.Failed<Datum>(var issues) -> {
        console.errors(issues);
        yield Optional.empty();
      }
      case Outcome.Ok<Datum>(Datum report, var _) -> {
        Optional<Map<String, Former>> found =
            list(report, "files").isPresent() ? ofJson(report) : ofSarif(report);
        if (found.isEmpty()) {
          console.error(console.text("cli.usage.no_report", file));
        }
        yield found;
      }
    };
  }

  /// What it says of a file: by its whole name, or by the end of the name where only one file had the
  /// same, or because there was only one at all.
  ///
  /// @param alone whether only this file is checked now
  static Optional<Former> of(Map<String, Former> reports, String file, boolean alone) {
    String folder = file.replaceAll("/+$", "") + "/";
    List<Former> own =
        reports.entrySet().stream()
            .filter(entry -> entry.getKey().equals(file) || entry.getKey().startsWith(folder))
            .map(Map.Entry::getValue)
            .toList();
    if (!own.isEmpty()) {
      // Of a folder, SARIF tells file by file.
      Set<String> all = new TreeSet<>();
      own.forEach(one -> all.addAll(one.fingerprints()));
      return Optional.of(new Former(all));
    }
    List<Map.Entry<String, Former>> like =
        reports.entrySet().stream()
            .filter(entry -> lastName(entry.getKey()).equals(lastName(file)))
            .toList();
    if (like.size() == 1) {
      return Optional.of(like.getFirst().getValue());
    }
    return alone && reports.size() == 1
        ? Optional.of(reports.values().iterator().next())
        : Optional.empty();
  }

  private static String lastName(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private static Optional<Map<String, Former>> ofJson(Datum report) {
    Map<String, Former> found = new LinkedHashMap<>();
    for (Datum one : list(report, "files").orElse(List.of())) {
      Set<String> fingerprints = new LinkedHashSet<>();
      for (Datum finding : list(one, "findings").orElse(List.of())) {
        text(finding, "fingerprint").ifPresent(fingerprints::add);
      }
      text(one, "file").ifPresent(name -> found.put(name, new Former(fingerprints)));
    }
    return Optional.of(found);
  }

  private static Optional<Map<String, Former>> ofSarif(Datum report) {
    Optional<List<Datum>> runs = list(report, "runs");
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Set<String>> byFile = new LinkedHashMap<>();
    for (Datum run : runs.get()) {
      for (Datum artifact : list(run, "artifacts").orElse(List.of())) {
        text(artifact, "location", "uri")
            .ifPresent(uri -> byFile.putIfAbsent(SarifUri.file(uri), new LinkedHashSet<>()));
      }
      for (Datum result : list(run, "results").orElse(List.of())) {
        Optional<String> fingerprint = text(result, "partialFingerprints", SarifReport.FINGERPRINT);
        List<Datum> locations = list(result, "locations").orElse(List.of());
        if (fingerprint.isPresent() && !locations.isEmpty()) {
          text(locations.getFirst(), "physicalLocation", "artifactLocation", "uri")
              .ifPresent(
                  uri ->
                      byFile
                          .computeIfAbsent(SarifUri.file(uri), _ -> new LinkedHashSet<>())
                          .add(fingerprint.get()));
        }
      }
    }
    Map<String, Former> found = new LinkedHashMap<>();
    byFile.forEach((name, fingerprints) -> found.put(name, new Former(fingerprints)));
    return Optional.of(found);
  }

  private static Optional<List<Datum>> list(Datum datum, String name) {
    return field(datum, name)
        .flatMap(
            one ->
                one instanceof Datum.Items(List<Datum> values)
                    ? Optional.of(values)
                    : Optional.empty());
  }

  private static Optional<String> text(Datum datum, String... path) {
    Optional<Datum> found = Optional.of(datum);
    for (String name : path) {
      found = found.flatMap(one -> field(one, name));
    }
    return found.flatMap(
        one -> one instanceof Datum.Text(String value) ? Optional.of(value) : Optional.empty());
  }

  private static Optional<Datum> field(Datum datum, String name) {
    return datum instanceof Datum.Record(Fields fields)
        ? Optional.ofNullable(fields.get(name))
        : Optional.empty();
  }
}
