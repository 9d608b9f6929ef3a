package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Works out what becomes of the packets of a plan: for each way that the seats can be taken, lays
/// what all checks say over each other.
final class Evaluation {

  private final Plan plan;
  private final Memory memory;
  private final Protocol protocol;
  private final PortSet asked;
  private final Map<Seat, List<Behaviour>> behaviours = new EnumMap<>(Seat.class);

  private Evaluation(Plan plan, Traffic asked, Memory memory) {
    this.plan = plan;
    this.memory = memory;
    this.protocol = asked.protocol();
    this.asked = asked.ports();
    for (Seat seat : Seat.values()) {
      behaviours.put(seat, memory.behaviours(plan.addresses(seat), plan.lookingAt(seat), protocol));
    }
  }

  /// What becomes of the packets asked about.
  static List<Cell> of(Plan plan, Traffic asked, Memory memory) {
    if (asked.ports().isEmpty() || !asked.protocol().occursIn(plan.family())) {
      return List.of();
    }
    return new Evaluation(plan, asked, memory).run();
  }

  private List<Cell> run() {
    Map<Seat, Behaviour> only = onlyOne();
    if (only != null) {
      return outcome(only);
    }
    Cells cells = new Cells();
    List<Map<Seat, Behaviour>> together = List.of(Map.of());
    for (Seat seat : Seat.values()) {
      if (isEach(seat)) {
        together = combined(together, seat);
      }
    }
    for (Map<Seat, Behaviour> fixed : together) {
      List<Map<Seat, Behaviour>> guesses = List.of(fixed);
      for (Seat seat : Seat.values()) {
        if (!isEach(seat)) {
          guesses = combined(guesses, seat);
        }
      }
      List<List<Cell>> outcomes = guesses.stream().map(this::outcome).toList();
      if (outcomes.size() == 1) {
        outcomes.getFirst().forEach(cells::add);
      } else {
        agreed(outcomes).forEach(cells::add);
      }
    }
    return cells.merged();
  }

  /// The one way in which the seats can be taken; null where there are several.
  private @Nullable Map<Seat, Behaviour> onlyOne() {
    Map<Seat, Behaviour> taken = new EnumMap<>(Seat.class);
    for (Map.Entry<Seat, List<Behaviour>> seat : behaviours.entrySet()) {
      if (seat.getValue().size() != 1) {
        return null;
      }
      taken.put(seat.getKey(), seat.getValue().getFirst());
    }
    return taken;
  }

  private boolean isEach(Seat seat) {
    Plan.Sitters sitters = plan.seats().get(seat);
    return sitters != null && sitters.each();
  }

  private List<Map<Seat, Behaviour>> combined(List<Map<Seat, Behaviour>> taken, Seat seat) {
    List<Map<Seat, Behaviour>> more = new ArrayList<>();
    for (Map<Seat, Behaviour> before : taken) {
      for (Behaviour behaviour : behaviours.getOrDefault(seat, List.of())) {
        Map<Seat, Behaviour> after = new EnumMap<>(Seat.class);
        after.putAll(before);
        after.put(seat, behaviour);
        more.add(after);
      }
    }
    return more;
  }

  /// Where it is not known who sits in a seat, only what holds for all who may is certain.
  private List<Cell> agreed(List<List<Cell>> outcomes) {
    PortSet always = asked;
    PortSet ever = PortSet.EMPTY;
    for (List<Cell> outcome : outcomes) {
      PortSet admitted = PortSet.EMPTY;
      for (Cell cell : outcome) {
        if (cell instanceof Cell.Admitted) {
          admitted = admitted.union(cell.ports());
        }
        if (!(cell instanceof Cell.Refused)) {
          ever = ever.union(cell.ports());
        }
      }
      always = always.intersect(admitted);
    }
    List<Cell> cells = new ArrayList<>();
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (Seat seat : Seat.values()) {
      Plan.Sitters sitters = plan.seats().get(seat);
      if (sitters != null && !sitters.each() && behavioursOf(seat).size() > 1) {
        unknowns.add(Unknown.floating(sitters.owner()));
      }
    }
    for (Cell cell : outcomes.stream().flatMap(List::stream).toList()) {
      PortSet settled =
          switch (cell) {
            case Cell.Admitted admitted -> cell.ports().intersect(always);
            case Cell.Refused refused -> cell.ports().minus(ever);
            case Cell.Undecided undecided -> PortSet.EMPTY;
          };
      if (!settled.isEmpty()) {
        cells.add(cell.on(settled));
      }
      if (cell instanceof Cell.Undecided undecided) {
        unknowns.addAll(undecided.unknowns());
      }
    }
    PortSet open = ever.minus(always);
    if (!open.isEmpty()) {
      AddressSet sources =
          AddressSet.union(outcomes.stream().flatMap(List::stream).map(Cell::sources).toList());
      cells.add(new Cell.Undecided(protocol, sources, open, List.copyOf(unknowns)));
    }
    return cells;
  }

  private List<Behaviour> behavioursOf(Seat seat) {
    return behaviours.getOrDefault(seat, List.of());
  }

  /// What becomes of the packets when the seats are taken in one certain way.
  private List<Cell> outcome(Map<Seat, Behaviour> taken) {
    List<Ruling> forward = new ArrayList<>();
    List<Ruling> back = new ArrayList<>();
    int[] at = new int[Seat.values().length];
    for (Check check : plan.checks()) {
      int index = at[check.seat().ordinal()]++;
      Behaviour behaviour = taken.get(check.seat());
      if (behaviour == null) {
        throw new IllegalStateException("nobody sits in " + check.seat());
      }
      (check.leg() == Leg.FORWARD ? forward : back).add(behaviour.rulings().get(index));
    }
    Behaviour source = taken.get(Seat.SOURCE);
    AddressSet sources = source == null ? AddressSet.EMPTY : source.addresses();
    List<Cell> cells = new ArrayList<>();
    for (Answers.Question question : Answers.questions(protocol, asked)) {
      Answers answers = memory.answers(question.clientPorts(), back);
      for (Ruling.Overlaid piece : Ruling.overlay(question.ports(), forward)) {
        cells.add(answers.cell(protocol, sources, piece));
      }
    }
    return cells;
  }

  /// Puts cells that differ in nothing but their sources together.
  private static final class Cells {

    private final Map<Cell, List<AddressSet>> bySources = new LinkedHashMap<>();

    void add(Cell cell) {
      bySources
          .computeIfAbsent(cell.from(AddressSet.EMPTY), key -> new ArrayList<>())
          .add(cell.sources());
    }

    List<Cell> merged() {
      List<Cell> cells = new ArrayList<>();
      bySources.forEach((cell, sources) -> cells.add(cell.from(AddressSet.union(sources))));
      return cells;
    }
  }
}
