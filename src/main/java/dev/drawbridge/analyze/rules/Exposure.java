package dev.drawbridge.analyze.rules;

import dev.drawbridge.network.Answer;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.Packet;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.network.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which sessions with a component complete, over all its interfaces: E(X) where the internet is
/// asked for.
///
/// @param answers one for each pair of interfaces
public record Exposure(List<Answer> answers) {
  public Exposure {
    answers = List.copyOf(answers);
  }

  /// Some packets that get in, on one way.
  public record Opening(Answer answer, Way way, Cell.Admitted cell) {
    /// The part of it that speaks of these ports.
    public Opening on(PortSet ports) {
      PortSet both = cell.ports().intersect(ports);
      return cell.on(both) instanceof Cell.Admitted narrowed
          ? new Opening(answer, way, narrowed)
          : this;
    }

    /// A packet of these; none where an end has no address to put into it.
    public Optional<Packet> witness() {
      return way.witness(cell);
    }
  }

  public boolean isEmpty() {
    for (Answer answer : answers) {
      if (answer.anyAdmitted()) {
        return false;
      }
    }
    return true;
  }

  /// What it hangs on whether anything gets in, where nothing does for certain.
  public Set<Unknown> unknowns() {
    Set<Unknown> all = new LinkedHashSet<>();
    if (isEmpty()) {
      answers.forEach(answer -> all.addAll(answer.unknowns()));
    }
    return all;
  }

  /// Everything that gets in, in order.
  public List<Opening> openings() {
    List<Opening> all = new ArrayList<>();
    for (Answer answer : answers) {
      for (Way way : answer.ways()) {
        for (Cell.Admitted cell : way.admitted()) {
          all.add(new Opening(answer, way, cell));
        }
      }
    }
    return all;
  }

  /// The first opening that matters: TCP before UDP before the rest, which rarely serves anybody.
  public Optional<Opening> opening(Predicate<Cell.Admitted> wanted) {
    return openings().stream()
        .filter(one -> wanted.test(one.cell()))
        .min(Comparator.comparingInt(one -> turn(one.cell().protocol())));
  }

  private static int turn(Protocol protocol) {
    return protocol.equals(Protocol.TCP) ? 0 : protocol.equals(Protocol.UDP) ? 1 : 2;
  }

  /// The ports that are open to anybody, by protocol.
  public Map<Protocol, PortSet> ports() {
    Map<Protocol, PortSet> all = new TreeMap<>();
    for (Opening one : openings()) {
      all.merge(one.cell().protocol(), one.cell().ports(), PortSet::union);
    }
    return all;
  }

  /// The ports of a protocol that are open to anybody.
  public PortSet ports(Protocol protocol) {
    return ports().getOrDefault(protocol, PortSet.EMPTY);
  }

  /// The part of it that packets of one family have, as far as it is wanted.
  public Exposure only(Family family, Predicate<Cell> wanted) {
    List<Answer> parts = new ArrayList<>();
    for (Answer answer : answers) {
      List<Way> ways = new ArrayList<>();
      for (Way way : answer.ways()) {
        if (way.family() == family) {
          List<Cell> cells = way.cells().stream().filter(wanted).toList();
          ways.add(way.with(cells));
        }
      }
      parts.add(new Answer(answer.from(), answer.to(), answer.asked(), ways));
    }
    return new Exposure(parts);
  }

  /// Everything that becomes of packets, on whatever way.
  public List<Cell> cells() {
    return answers.stream()
        .flatMap(answer -> answer.ways().stream())
        .flatMap(way -> way.cells().stream())
        .toList();
  }

  /// What it hangs on whether anybody gets in on these ports.
  public List<Unknown> undecided(Protocol protocol, PortSet ports) {
    return cells().stream()
        .filter(cell -> cell.protocol().equals(protocol) && cell.ports().overlaps(ports))
        .flatMap(
            cell ->
                cell instanceof Cell.Undecided(var _, var _, var _, List<Unknown> unknowns)
                    ? unknowns.stream()
                    : Stream.empty())
        .distinct()
        .toList();
  }
}
