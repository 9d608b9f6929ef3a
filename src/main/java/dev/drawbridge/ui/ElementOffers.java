package dev.drawbridge.ui;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.editor.Connections;
import dev.drawbridge.editor.Destination;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.editor.Surrounding;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What arrows could lead to and what the selection could be moved into, without a mouse; with the reason
/// where it could not. What there is is found once, and then only looked through as one types.
final class ElementOffers {
  /// So many are listed; whoever has more types on.
  private static final int MOST = 200;

  private final Session session;
  private final Texts texts;

  ElementOffers(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
  }

  /// @param element null for the design itself
  /// @param name what it is called
  /// @param detail tells it from others, or says why it cannot be chosen
  private record Candidate(
      @Nullable Element element,
      String name,
      Supplier<String> detail,
      boolean possible,
      Runnable action) {}

  private record Ranked(Candidate candidate, Fuzzy.Match match) {}

  /// Ends for an arrow from a node: each kind of arrow that may lead there by itself.
  Function<String, List<Offer>> ends(Node source) {
    Document document = session.document();
    Map<String, List<Kind>> known = new HashMap<>();
    List<Candidate> found = new ArrayList<>();
    for (Node target : document.nodes()) {
      if (target.id().equals(source.id())) {
        continue;
      }
      List<Kind> kinds = known.computeIfAbsent(target.kind(), _ -> Connections.all(source, target));
      for (Kind kind : kinds) {
        Supplier<String> detail =
            kinds.size() == 1
                ? () -> Display.detail(target, document, texts.messages())
                : () -> Display.kind(kind.id(), texts.messages());
        found.add(
            candidate(
                target,
                detail,
                true,
                () ->
                    session.update(
                        state -> session.editor().connect(state, source.id(), target.id(), kind))));
      }
      if (kinds.isEmpty()) {
        Notice why = new Notice.NoConnection(source.kind(), target.kind());
        found.add(candidate(target, () -> why.text(texts.messages()), false, () -> {}));
      }
    }
    return typed -> best(found, typed);
  }

  /// Containers for what is selected.
  Function<String, List<Offer>> containers() {
    Document document = session.document();
    List<Candidate> found = new ArrayList<>();
    for (Destination to : Destination.of(document, session.state().selection())) {
      Node container = to.container() == null ? null : document.node(to.container());
      Supplier<String> detail =
          () ->
              to.refusal()
                  .map(refusal -> refusal.text(texts.messages()))
                  .orElseGet(
                      () ->
                          container == null
                              ? ""
                              : Display.detail(container, document, texts.messages()));
      Runnable move =
          () -> session.update(state -> session.editor().moveInto(state, to.container()));
      found.add(candidate(container, detail, to.refusal().isEmpty(), move));
    }
    return typed -> best(found, typed);
  }

  /// What may be around something that no container took: new places, or those that take it.
  Function<String, List<Offer>> surroundings(Surrounding asked) {
    Document document = session.document();
    List<Candidate> found = new ArrayList<>();
    Node dropped = asked.ground().node();
    found.add(
        new Candidate(
            dropped,
            texts.get("ui.surround.make"),
            () -> texts.get("ui.surround.made", asked.ground().places().size()),
            true,
            () -> session.update(state -> session.editor().surround(state, asked))));
    for (Node node : document.nodes()) {
      boolean takes =
          Catalog.of(node).map(Kind::isContainer).orElse(false)
              && Containment.refusal(document, dropped.kind(), node).isEmpty();
      if (takes) {
        Supplier<String> detail = () -> Display.detail(node, document, texts.messages());
        Runnable put =
            () -> session.update(state -> session.editor().placeIn(state, asked, node.id()));
        found.add(candidate(node, detail, true, put));
      }
    }
    return typed -> best(found, typed);
  }

  private Candidate candidate(
      @Nullable Element element, Supplier<String> detail, boolean possible, Runnable action) {
    String name =
        element == null
            ? texts.get("ui.inspector.container.top")
            : Display.name(element, session.document(), texts.messages());
    return new Candidate(element, name, detail, possible, action);
  }

  /// Those that can be chosen before the others.
  private List<Offer> best(List<Candidate> candidates, String typed) {
    List<Ranked> found = new ArrayList<>();
    for (Candidate candidate : candidates) {
      match(candidate, typed).ifPresent(match -> found.add(new Ranked(candidate, match)));
    }
    return found.stream()
        .sorted(
            Comparator.comparing((Ranked one) -> !one.candidate.possible)
                .thenComparingInt(one -> -one.match.score()))
        .limit(MOST)
        .map(ElementOffers::offer)
        .toList();
  }

  /// By its name, or else by its kind.
  private Optional<Fuzzy.Match> match(Candidate candidate, String typed) {
    Optional<Fuzzy.Match> byName = Fuzzy.match(typed, candidate.name);
    Element element = candidate.element;
    return byName.isPresent() || element == null
        ? byName
        : Fuzzy.match(typed, Display.kind(element, texts.messages()))
            .map(kind -> new Fuzzy.Match(kind.score() / 2, List.of()));
  }

  private static Offer offer(Ranked ranked) {
    Candidate candidate = ranked.candidate;
    Element element = candidate.element;
    return new Offer(
        element == null ? null : () -> IconGraphic.of(Display.icon(element), 18),
        candidate.name,
        ranked.match.at(),
        candidate.detail.get(),
        "",
        candidate.possible,
        candidate.action);
  }
}
