package dev.drawbridge.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What the engine has worked out, for the next network to be looked at: most of that is like the last one
/// where the two are of a design before and after an edit. Everything is kept by all that it was worked
/// out from, parts by what they say and not by what they are called, so nothing in here can be out of
/// date: what changed is looked for under another key. What nobody asks for while one network is looked
/// at is forgotten with the next. For one thread at a time.
public final class Memory {

  /// What becomes of the packets that take a way.
  ///
  /// @param checks compared by identity, see [#check]
  record Crossing(
      Family family, List<Check> checks, Map<Seat, Plan.Sitters> seats, List<Traffic> asked) {}

  /// How those who may sit in a seat are divided by what looks at them.
  private record Division(AddressSet sitters, List<Check> checks, Protocol protocol) {}

  /// What becomes of answers.
  private record Back(PortSet clientPorts, List<Ruling> rulings) {}

  private final Turns<Object, Check> checks = new Turns<>();
  private final Turns<Opinion, FixedCheck> fixed = new Turns<>();
  private final Turns<Crossing, List<Cell>> cells = new Turns<>();
  private final Turns<Division, List<Behaviour>> behaviours = new Turns<>();
  private final Turns<Back, Answers> answers = new Turns<>();

  /// Another network comes.
  void turn() {
    checks.turn();
    fixed.turn();
    cells.turn();
    behaviours.turn();
    answers.turn();
  }

  /// The check of these contents: as long as it is remembered, always the same object.
  ///
  /// @param contents everything that its rulings hang on
  Check check(Object contents, Supplier<Check> make) {
    return checks.get(contents, _ -> make.get());
  }

  FixedCheck fixed(FixedCheck made) {
    return fixed.get(made.opinion(), _ -> made);
  }

  List<Cell> cells(Crossing crossing, Supplier<List<Cell>> make) {
    return cells.get(crossing, _ -> make.get());
  }

  List<Behaviour> behaviours(AddressSet sitters, List<Check> looking, Protocol protocol) {
    return sitters.isSingle()
        ? Behaviour.of(sitters, looking, protocol)
        : behaviours.get(
            new Division(sitters, looking, protocol),
            _ -> Behaviour.of(sitters, looking, protocol));
  }

  Answers answers(PortSet clientPorts, List<Ruling> rulings) {
    return answers.get(
        new Back(clientPorts, rulings), back -> Answers.of(back.clientPorts, back.rulings));
  }

  /// A key with its hash, which of large keys is worked out only once.
  private record Hashed(Object key, int hash) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Hashed that && hash == that.hash && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /// What was asked for in this turn and in the one before.
  private static final class Turns<K, V> {
    private Map<Hashed, V> before = Map.of();
    private Map<Hashed, V> now = new HashMap<>();

    void turn() {
      before = now;
      now = new HashMap<>();
    }

    V get(K key, Function<K, V> make) {
      Hashed hashed = new Hashed(key, key.hashCode());
      V known = now.get(hashed);
      if (known == null) {
        known = before.get(hashed);
        if (known == null) {
          known = make.apply(key);
        }
        now.put(hashed, known);
      }
      return known;
    }
  }
}
