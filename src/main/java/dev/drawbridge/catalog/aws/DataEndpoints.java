package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Where a tier finds the data to which its arrows lead; null for what it has no arrow to.
///
/// @param database the first that takes writes
/// @param readers hosts that answer reads
/// @param cache the first
record DataEndpoints(@Nullable Database database, List<Value> readers, @Nullable Cache cache) {
  /// A database that takes writes: an instance, or a cluster.
  record Database(Value host, Value port, String name) {}

  record Cache(Value host, Value port) {}

  static DataEndpoints of(List<Connector> arrows, Lowering out) {
    @Nullable Database database = null;
    @Nullable Cache cached = null;
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
      } else if (database == null && (instance.isPresent() || cluster.isPresent())) {
        Address address = instance.or(() -> cluster).orElseThrow();
        database =
            new Database(
                address.dot(cluster.isPresent() ? "endpoint" : "address"),
                address.dot("port"),
                RdsPrimary.DATABASE_NAME.of(target));
        cluster.ifPresent(writer -> readers.add(writer.dot("reader_endpoint")));
      } else if (cached == null && cache.isPresent()) {
        cached = new Cache(CacheBlocks.endpoint(target, cache.get()), cache.get().dot("port"));
      }
    }
    return new DataEndpoints(database, List.copyOf(readers), cached);
  }

  /// As environment variables, which hold nothing but texts.
  SequencedMap<String, Value> variables() {
    SequencedMap<String, Value> variables = new LinkedHashMap<>();
    if (cache != null) {
      variables.put("CACHE_HOST", cache.host);
      variables.put("CACHE_PORT", Value.call("tostring", cache.port));
    }
    if (database != null) {
      variables.put("DATABASE_HOST", database.host);
      variables.put("DATABASE_NAME", Value.of(database.name));
      variables.put("DATABASE_PORT", Value.call("tostring", database.port));
    }
    if (!readers.isEmpty()) {
      variables.put("DATABASE_REPLICA_HOSTS", Value.call("join", Value.of(","), Value.of(readers)));
    }
    return variables;
  }
}
