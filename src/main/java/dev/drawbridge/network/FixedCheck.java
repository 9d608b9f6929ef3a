package dev.drawbridge.network;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A check whose opinion hangs on neither addresses nor ports.
final class FixedCheck implements Check {

  private final Opinion opinion;
  private final Ruling ruling;

  private FixedCheck(Opinion opinion) {
    this.opinion = opinion;
    this.ruling = Ruling.always(opinion);
  }

  static FixedCheck admits(Hop hop) {
    return new FixedCheck(new Opinion.Admits(hop));
  }

  static FixedCheck refuses(Blocker blocker) {
    return new FixedCheck(new Opinion.Refuses(blocker));
  }

  static FixedCheck doubts(Unknown unknown) {
    return new FixedCheck(new Opinion.Doubts(List.of(unknown)));
  }

  Opinion opinion() {
    return opinion;
  }

  @Override
  public Leg leg() {
    return Leg.FORWARD;
  }

  @Override
  public Seat seat() {
    return Seat.SOURCE;
  }

  @Override
  public void borders(Consumer<AddressSet> sets) {}

  @Override
  public void protocols(Set<Protocol> named) {}

  @Override
  public Ruling rule(Address address, Protocol protocol) {
    return ruling;
  }
}
