package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import java.util.Optional;

/// The resources of a Terraform configuration that have network interfaces, by their addresses.
final class WrittenEnds implements Ends {
  private final TrafficPaths paths;
  private final List<Component> components;
  private final Lookup<Component> lookup;

  WrittenEnds(ResourceGraph graph, Console console) {
    this.paths = Analysis.of(graph, () -> false).paths();
    this.components = paths.written();
    this.lookup =
        new Lookup<>(components, Component::id, WrittenEnds::name, console, "cli.path.no_resource");
  }

  /// The last part of the address: what its author calls it.
  private static String name(Component component) {
    return component.id().substring(component.id().lastIndexOf('.') + 1);
  }

  @Override
  public Optional<End> source(String asked) {
    return asked.equalsIgnoreCase(INTERNET) ? Optional.empty() : Optional.of(target(asked));
  }

  @Override
  public End target(String asked) {
    String address = lookup.find(asked).id();
    return new End(address, address);
  }

  @Override
  public TrafficPaths.Answer path(Optional<End> from, End to, Traffic asked) {
    return paths.path(from.map(this::component), component(to), asked);
  }

  private Component component(End end) {
    return components.stream().filter(one -> one.id().equals(end.id())).findFirst().orElseThrow();
  }
}
