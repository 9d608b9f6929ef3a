package dev.drawbridge.network;

import java.util.List;

/// A load balancer: it ends (or passes on) sessions at its listeners and opens sessions with
/// targets from its nodes.
///
/// @param nodes its interfaces, one for each zone that it is enabled in
/// @param crossZone whether a node also serves targets of zones other than its own
public record Balancer(Ref ref, List<Ref> nodes, List<Listener> listeners, boolean crossZone) {

  public Balancer {
    nodes = List.copyOf(nodes);
    listeners = List.copyOf(listeners);
  }

  /// A protocol and the ports on which a balancer answers.
  ///
  /// @param rules in the order in which they are asked: the first that a request fulfils has it
  /// @param doubts with any, the traffic is the widest it may be, see [Unknown]
  public record Listener(Ref ref, Traffic traffic, List<Rule> rules, List<Unknown> doubts) {

    public Listener {
      rules = List.copyOf(rules);
      doubts = List.copyOf(doubts);
    }

    public static Listener forwarding(Ref ref, Traffic traffic, Ref targetGroup) {
      Rule all = Rule.otherwise(ref, List.of(new Forward(targetGroup, 1)));
      return new Listener(ref, traffic, List.of(all), List.of());
    }

    /// What its rules forward to, of whatever condition.
    public List<Forward> forwards() {
      return rules.stream().flatMap(rule -> rule.forwards().stream()).toList();
    }
  }

  /// What a listener does with some requests.
  ///
  /// @param conditions a request has to fulfil each; with none, every request does
  /// @param forwards where it sends them; nowhere where it answers them itself
  /// @param doubts with any, the conditions admit the most that they may, and the rule may be asked
  ///     later than it stands or not at all, see [Unknown]
  public record Rule(
      Ref ref, List<Condition> conditions, List<Forward> forwards, List<Unknown> doubts) {

    public Rule {
      conditions = List.copyOf(conditions);
      forwards = List.copyOf(forwards);
      doubts = List.copyOf(doubts);
    }

    /// A rule for all requests that none before it has taken.
    public static Rule otherwise(Ref ref, List<Forward> forwards) {
      return new Rule(ref, List.of(), forwards, List.of());
    }
  }

  /// A target group that a rule sends requests to.
  ///
  /// @param weight its share among the groups of the rule; with 0 it gets nothing
  public record Forward(Ref targetGroup, int weight) {}
}
