package dev.drawbridge.network;

import java.util.List;

/// Where groups stand, and so how their opinion reads.
sealed interface GroupPost {

  /// At an end: its egress at the source, its ingress at the destination.
  record AtEnd(End end) implements GroupPost {}

  /// At a translator on the way.
  record AtTranslator(Ref translator, Border border) implements GroupPost {}

  /// Whether they are asked about packets that leave those who bear them.
  default boolean isEgress() {
    return switch (this) {
      case AtEnd(End end) -> end == End.SOURCE;
      case AtTranslator(Ref translator, Border border) -> border == Border.OUTBOUND;
    };
  }

  default List<Group.Rule> rules(Group group) {
    return isEgress() ? group.egress() : group.ingress();
  }

  default Hop hop(List<Ref> rules) {
    return switch (this) {
      case AtEnd(End end) -> new Hop.ByGroup(end, rules);
      case AtTranslator(Ref translator, Border border) ->
          new Hop.ByTranslatorGroup(translator, border, rules);
    };
  }

  default Blocker blocker(List<Ref> groups) {
    return switch (this) {
      case AtEnd(End end) -> new Blocker.NoRule(end, groups);
      case AtTranslator(Ref translator, Border border) ->
          new Blocker.TranslatorRefuses(translator, border, groups);
    };
  }
}
