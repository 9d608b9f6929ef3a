package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a tier finds the data to which its arrows lead; empty text for what it has no arrow to.
///
/// @param host of the first database that takes writes
/// @param replicas hosts that answer reads, separated by commas
record DataEndpoints(
    Value host, Value port, Value name, Value replicas, Value cacheHost, Value cachePort) {
  private static final Value NONE = Value.of("");

  static DataEndpoints of(List<Connector> arrows, Lowering out) {
    Value host = NONE;
    Value port = NONE;
    Value name = NONE;
    Value cacheHost = NONE;
    Value cachePort = NONE;
    List<Value> readers = new ArrayList<>();
    for (Connector arrow : arrows) {
      Node target = out.document().node(arrow.target());
      Optional<Address> instance = DatabaseBlocks.instance(target, out);
      Optional<Address> cluster = AuroraBlocks.built(target, out);
      Optional<Address> cache = CacheBlocks.built(target, out);
      if (instance.isPresent() && target.kind().equals(RdsReplica.KIND.id())) {
        Value replica = instance.get().dot("address");
        // Two arrows may lead to it, for ports of their own.
        if (!readers.contains(replica)) {
          readers.add(replica);
        }
      } else if (host.equals(NONE) && (instance.isPresent() || cluster.isPresent())) {
        Address database = instance.or(() -> cluster).orElseThrow();
        host = database.dot(cluster.isPresent() ? "endpoint" : "address");
        port = database.dot("port");
        name = Value.of(RdsPrimary.DATABASE_NAME.of(target));
        cluster.ifPresent(address -> readers.add(address.dot("reader_endpoint")));
      } else if (cacheHost.equals(NONE) && cache.isPresent()) {
        cacheHost = CacheBlocks.endpoint(target, cache.get());
        cachePort = cache.get().dot("port");
      }
    }
    Value replicas =
        readers.isEmpty() ? NONE : Value.call("join", Value.of(","), Value.of(readers));
    return new DataEndpoints(host, port, name, replicas, cacheHost, cachePort);
  }
}
