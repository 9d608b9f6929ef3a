package dev.drawbridge.network;

/// What the caller calls a part of the network: a host, a rule, a route. The engine hands it back in
/// proofs and blockers and reads nothing into it. Within one kind of part it is unique.
public record Ref(String id) implements Comparable<Ref> {

  public static Ref of(String id) {
    return new Ref(id);
  }

  @Override
  public int compareTo(Ref other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
