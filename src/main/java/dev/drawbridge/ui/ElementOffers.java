package dev.drawbridge.ui;

import dev.drawbridge.catalog.Kind;
import dev.drawbridge.editor.Connections;
import dev.drawbridge.editor.Destination;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What arrows could lead to and what the selection could be moved into, without a mouse; with the reason
/// where it could not.
final class ElementOffers {
  /// So many are listed; whoever has more types on.
  private static final int MOST = 200;

  private final Session session;
  private final Texts texts;

  ElementOffers(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
  }

  private record Ranked(Offer offer, int score) {}

  /// Ends for an arrow from the selected node: each kind of arrow that may lead there by itself.
  List<Offer> ends(String typed) {
    Document document = session.document();
    Node source = session.state().selection().single().flatMap(document::findNode).orElse(null);
    List<Ranked> found = new ArrayList<>();
    if (source == null) {
      return List.of();
    }
    for (Node target : document.nodes()) {
      if (target.id().equals(source.id())) {
        continue;
      }
      List<Kind> kinds = Connections.all(source, target);
      for (Kind kind : kinds) {
        String detail =
            kinds.size() == 1
                ? Display.detail(target, document, texts.messages())
                : Display.kind(kind.id(), texts.messages());
        offer(
            target,
            typed,
            detail,
            true,
            () ->
                session.update(
                    state -> session.editor().connect(state, source.id(), target.id(), kind)),
            found);
      }
      if (kinds.isEmpty()) {
        String why = new Notice.NoConnection(source.kind(), target.kind()).text(texts.messages());
        offer(target, typed, why, false, () -> {}, found);
      }
    }
    return sorted(found);
  }

  /// Containers for what is selected.
  List<Offer> containers(String typed) {
    Document document = session.document();
    List<Ranked> found = new ArrayList<>();
    for (Destination to : Destination.of(document, session.state().selection())) {
      ElementId id = to.container();
      boolean taken = to.refusal().isEmpty();
      Runnable move = () -> session.update(state -> session.editor().moveInto(state, id));
      Node container = id == null ? null : document.node(id);
      String detail =
          to.refusal()
              .map(refusal -> refusal.text(texts.messages()))
              .orElseGet(
                  () ->
                      container == null
                          ? ""
                          : Display.detail(container, document, texts.messages()));
      offer(container, typed, detail, taken, move, found);
    }
    return sorted(found);
  }

  /// @param element null for the design itself
  private void offer(
      @Nullable Element element,
      String typed,
      String detail,
      boolean possible,
      Runnable action,
      List<Ranked> found) {
    String name =
        element == null
            ? texts.get("ui.inspector.container.top")
            : Display.name(element, session.document(), texts.messages());
    Optional<Fuzzy.Match> match = Fuzzy.match(typed, name);
    if (match.isEmpty() && element != null) {
      match =
          Fuzzy.match(typed, Display.kind(element, texts.messages()))
              .map(kind -> new Fuzzy.Match(kind.score() / 2, List.of()));
    }
    match.ifPresent(
        how ->
            found.add(
                new Ranked(
                    new Offer(
                        element == null ? null : () -> IconGraphic.of(Display.icon(element), 18),
                        name,
                        how.at(),
                        detail,
                        "",
                        possible,
                        action),
                    how.score())));
  }

  /// Those that can be chosen before the others.
  private static List<Offer> sorted(List<Ranked> found) {
    return found.stream()
        .sorted(
            Comparator.comparing((Ranked one) -> !one.offer.possible())
                .thenComparingInt(one -> -one.score))
        .limit(MOST)
        .map(Ranked::offer)
        .toList();
  }
}
