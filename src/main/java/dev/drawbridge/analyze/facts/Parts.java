package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.HashMap;
import java.util.Map;

/// A network under construction, and which resource each of its parts comes from.
final class Parts {
  private final Network.Builder network = Network.builder();
  private final Map<Ref, Resource> origins = new HashMap<>();
  private final Map<Address, Ref> refs = new HashMap<>();

  Network.Builder network() {
    return network;
  }

  /// A ref for something that a resource says.
  Ref ref(Resource resource, String detail) {
    Ref ref = Ref.of(resource.address() + detail);
    origins.put(ref, resource);
    return ref;
  }

  Ref ref(Resource resource) {
    Ref ref = ref(resource.address());
    origins.put(ref, resource);
    return ref;
  }

  /// The ref for what stands at an address, if anything does.
  Ref ref(Address address) {
    return refs.computeIfAbsent(address, one -> Ref.of(one.toString()));
  }

  Map<Ref, Resource> origins() {
    return origins;
  }

  static Unknown unknown(Ref input, Reason reason) {
    return new Unknown(input, reason);
  }
}
