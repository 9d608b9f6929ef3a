package dev.drawbridge.translate;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.SupportFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Lowers, raises and lowers again. A raised element has an id of its own, so that two graphs are the same
/// when they are so but for the ids of elements in origins.
public final class RoundTrip {
  private RoundTrip() {}

  /// What differs between the graph of a document and that of what it is raised to, a line each.
  public static List<String> differences(Document document) {
    ResourceGraph graph = lower(document);
    return differences(graph, lower(Raiser.raise(graph).document()));
  }

  public static ResourceGraph lower(Document document) {
    return switch (Lowerer.lower(document)) {
      case Outcome.Ok<ResourceGraph> ok -> ok.value();
      case Outcome.Failed<ResourceGraph> failed -> throw new AssertionError(failed.issues());
    };
  }

  public static List<String> differences(ResourceGraph before, ResourceGraph after) {
    List<String> found = new ArrayList<>();
    compare(before.providers(), after.providers(), RoundTrip::anonymous, found);
    compare(before.resources(), after.resources(), RoundTrip::anonymous, found);
    compare(before.data(), after.data(), RoundTrip::anonymous, found);
    compare(before.variables(), after.variables(), v -> v, found);
    compare(before.locals(), after.locals(), v -> v, found);
    compare(before.outputs(), after.outputs(), v -> v, found);
    compare(before.files(), after.files(), RoundTrip::anonymous, found);
    if (!before.requirements().equals(after.requirements())) {
      found.add(before.requirements() + " became " + after.requirements());
    }
    return found;
  }

  private static <K, V> void compare(
      SequencedMap<K, V> before, SequencedMap<K, V> after, UnaryOperator<V> as, List<String> out) {
    TreeSet<String> keys = new TreeSet<>();
    Map<String, V> left = new HashMap<>();
    Map<String, V> right = new HashMap<>();
    before.forEach((key, value) -> left.put(key.toString(), as.apply(value)));
    after.forEach((key, value) -> right.put(key.toString(), as.apply(value)));
    keys.addAll(left.keySet());
    keys.addAll(right.keySet());
    for (String key : keys) {
      if (!Objects.equals(left.get(key), right.get(key))) {
        out.add(key + ":\n  " + left.get(key) + "\n  " + right.get(key));
      }
    }
  }

  private static Origin anonymous(Origin origin) {
    return origin instanceof Origin.Drawn ? new Origin.Drawn("") : origin;
  }

  private static Resource anonymous(Resource resource) {
    return new Resource(resource.address(), resource.body(), anonymous(resource.origin()));
  }

  private static DataSource anonymous(DataSource data) {
    return new DataSource(data.address(), data.body(), anonymous(data.origin()));
  }

  private static Provider anonymous(Provider provider) {
    return new Provider(
        provider.name(), provider.alias(), provider.body(), anonymous(provider.origin()));
  }

  private static SupportFile anonymous(SupportFile file) {
    return new SupportFile(file.path(), file.text(), anonymous(file.origin()));
  }
}
