package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The routes that somebody wrote, with the VPC that each holds in.
public final class Routes {
  private Routes() {}

  /// A route.
  ///
  /// @param says the route's own resource, or the table that it is written in
  /// @param read its arguments
  /// @param home the VPC of its table; empty where it is not known
  public record Written(
      Resource says, Reader read, RouteTable.Route route, Optional<Address> home) {}

  /// In the order of the design: main tables that nobody adopted, then the others.
  public static List<Written> all(Subject subject) {
    List<Written> all = new ArrayList<>();
    Set<Ref> tables = new LinkedHashSet<>();
    for (Address vpc : subject.facts().vpcs().keySet()) {
      Optional.ofNullable(subject.network().realms().get(Ref.of(vpc.toString())))
          .ifPresent(realm -> tables.add(realm.mainRoutes()));
    }
    for (Resource table : subject.facts().ofType("aws_route_table", "aws_default_route_table")) {
      tables.add(Ref.of(table.address().toString()));
    }
    for (Ref ref : tables) {
      RouteTable table = subject.network().routeTables().get(ref);
      if (table != null) {
        Optional<Address> home = home(subject, ref);
        for (RouteTable.Route route : table.routes()) {
          Optional<Resource> says = subject.origin(route.ref());
          if (says.isPresent()) {
            read(subject, says.get(), route)
                .ifPresent(read -> all.add(new Written(says.get(), read, route, home)));
          }
        }
      }
    }
    return all;
  }

  private static Optional<Address> home(Subject subject, Ref table) {
    Optional<Resource> resource = subject.origin(table);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    Reader read = subject.facts().read(resource.get());
    Optional<Address> vpc =
        switch (resource.get().type()) {
          case "aws_route_table" -> read.reference("vpc_id").known();
          case "aws_default_route_table" -> read.reference("default_route_table_id").known();
          default -> Optional.of(resource.get().address());
        };
    return vpc.filter(subject.facts().vpcs()::containsKey);
  }

  /// Of several routes within a table, the one at its place there; none for what stands for routes
  /// that are not known.
  private static Optional<Reader> read(Subject subject, Resource says, RouteTable.Route route) {
    Reader read = subject.facts().read(says);
    if (says.type().equals("aws_route")) {
      return Optional.of(read);
    }
    String part = route.ref().id().substring(says.address().toString().length());
    if (!part.startsWith("#route[")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(part.substring("#route[".length(), part.length() - 1));
    List<Reader> blocks = read.blocks("route");
    return index < blocks.size() ? Optional.of(blocks.get(index)) : Optional.empty();
  }
}
