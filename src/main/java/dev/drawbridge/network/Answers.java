package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What becomes of the packets that answer: to which client ports they get back.
///
/// @param asked the ports that a client may send from
/// @param certain those that answers get back to for certain
/// @param possible those that they may get back to
record Answers(
    PortSet asked,
    PortSet certain,
    PortSet possible,
    List<Hop> hops,
    List<Blocker> blockers,
    List<Unknown> unknowns) {

  private static final PortSet ECHO_REQUEST = Protocol.icmp(8, 0);
  private static final PortSet ECHO_REPLY = Protocol.icmp(0, 0);
  private static final PortSet ECHO_REQUEST_V6 = Protocol.icmp(128, 0);
  private static final PortSet ECHO_REPLY_V6 = Protocol.icmp(129, 0);

  /// Ports asked about, with the client ports whose answers then matter.
  record Question(PortSet ports, PortSet clientPorts) {}

  /// Every session of a protocol. Of ICMP messages only the echo request begins one.
  static Traffic everything(Protocol protocol) {
    if (protocol.isIcmp()) {
      return new Traffic(protocol, protocol.equals(Protocol.ICMP) ? ECHO_REQUEST : ECHO_REQUEST_V6);
    }
    return Traffic.all(protocol);
  }

  /// Splits what is asked by the answers it takes. Of ICMP messages only the echo request has one.
  static List<Question> questions(Protocol protocol, PortSet asked) {
    if (!protocol.isIcmp()) {
      PortSet clientPorts = protocol.hasPorts() ? PortSet.EPHEMERAL : PortSet.ALL;
      return List.of(new Question(asked, clientPorts));
    }
    boolean v4 = protocol.equals(Protocol.ICMP);
    PortSet echo = v4 ? ECHO_REQUEST : ECHO_REQUEST_V6;
    List<Question> questions = new ArrayList<>();
    if (asked.overlaps(echo)) {
      questions.add(new Question(echo, v4 ? ECHO_REPLY : ECHO_REPLY_V6));
    }
    if (!asked.minus(echo).isEmpty()) {
      questions.add(new Question(asked.minus(echo), PortSet.EMPTY));
    }
    return questions;
  }

  static Answers of(PortSet asked, List<Ruling> rulings) {
    PortSet certain = PortSet.EMPTY;
    PortSet possible = PortSet.EMPTY;
    Set<Hop> hops = new LinkedHashSet<>();
    Set<Blocker> blockers = new LinkedHashSet<>();
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (Ruling.Overlaid piece : Ruling.overlay(asked, rulings)) {
      List<Blocker> refusing = refusals(piece.opinions());
      List<Unknown> open = doubts(piece.opinions());
      blockers.addAll(refusing);
      if (refusing.isEmpty()) {
        possible = possible.union(piece.ports());
        unknowns.addAll(open);
        if (open.isEmpty()) {
          certain = certain.union(piece.ports());
          hops.addAll(admissions(piece.opinions()));
        }
      }
    }
    PortSet clientPorts = certain;
    return new Answers(
        asked,
        certain,
        possible,
        hops.stream().map(hop -> hop.within(clientPorts)).toList(),
        blockers.stream().map(blocker -> blocker.within(asked)).toList(),
        List.copyOf(unknowns));
  }

  private static List<Hop> admissions(List<Opinion> opinions) {
    List<Hop> hops = new ArrayList<>();
    for (Opinion opinion : opinions) {
      if (opinion instanceof Opinion.Admits(Hop hop)) {
        hops.add(hop);
      }
    }
    return hops;
  }

  private static List<Blocker> refusals(List<Opinion> opinions) {
    List<Blocker> blockers = new ArrayList<>();
    for (Opinion opinion : opinions) {
      if (opinion instanceof Opinion.Refuses(Blocker blocker)) {
        blockers.add(blocker);
      }
    }
    return blockers;
  }

  private static List<Unknown> doubts(List<Opinion> opinions) {
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (Opinion opinion : opinions) {
      if (opinion instanceof Opinion.Doubts(List<Unknown> more)) {
        unknowns.addAll(more);
      }
    }
    return List.copyOf(unknowns);
  }

  /// What becomes of sessions whose first packets fare as the piece says, and whose answers fare
  /// as this says.
  Cell cell(Protocol protocol, AddressSet sources, Ruling.Overlaid piece) {
    PortSet ports = piece.ports();
    List<Blocker> refusing = new ArrayList<>();
    refusals(piece.opinions()).forEach(blocker -> refusing.add(blocker.within(ports)));
    boolean unanswered = possible.isEmpty() && !asked.isEmpty();
    if (unanswered) {
      refusing.addAll(blockers);
    }
    if (!refusing.isEmpty()) {
      return new Cell.Refused(protocol, sources, ports, refusing);
    }
    Set<Unknown> open = new LinkedHashSet<>(doubts(piece.opinions()));
    if (certain.isEmpty() && !asked.isEmpty()) {
      open.addAll(unknowns);
    }
    if (!open.isEmpty()) {
      return new Cell.Undecided(protocol, sources, ports, List.copyOf(open));
    }
    List<Hop> proof = new ArrayList<>();
    admissions(piece.opinions()).forEach(hop -> proof.add(hop.within(ports)));
    proof.addAll(hops);
    return new Cell.Admitted(
        protocol, sources, ports, certain, certain.equals(asked), proof, blockers, unknowns);
  }
}
