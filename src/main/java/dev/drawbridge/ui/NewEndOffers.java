package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.EditorView;
import dev.drawbridge.editor.NewEnd;
import dev.drawbridge.editor.Offering;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/// Offers what may be at the end of an arrow that was dropped where nothing is, or that a command begins.
final class NewEndOffers {
  private final Session session;
  private final Texts texts;
  private final Chooser chooser;
  private final CanvasView canvas;

  /// The drop that is asked about; null for none.
  private @Nullable Offering asked;

  NewEndOffers(Session session, Texts texts, Chooser chooser, CanvasView canvas) {
    this.session = session;
    this.texts = texts;
    this.chooser = chooser;
    this.canvas = canvas;
    session.stateProperty().addListener((_, _, now) -> follow(now));
  }

  private record Ranked(NewEnd end, Fuzzy.Match match) {}

  private void follow(EditorState state) {
    if (state.tool() instanceof Offering dropped) {
      if (dropped != asked) {
        asked = dropped;
        ask(dropped);
      }
    } else {
      asked = null;
    }
  }

  /// Beside the place of the drop. Whoever chooses nothing draws no arrow.
  private void ask(Offering dropped) {
    EditorView view = session.editor().view(session.state());
    Node source = view.document().node(dropped.source());
    List<NewEnd> ends = NewEnd.at(view, source, dropped.kind(), dropped.at());
    Point at = view.camera().toScreen(dropped.at());
    Point2D here = canvas.localToScene(at.x(), at.y());
    chooser.askAt(
        here, dropped, title(source), prompt(), offers(source, ends, dropped.at()), this::giveUp);
  }

  private void giveUp() {
    if (session.state().tool() instanceof Offering) {
      session.update(session.editor()::settled);
    }
  }

  /// For the selected node, wherever there is room.
  void ask() {
    EditorState state = session.state();
    Node source = state.document().node(state.selection().ids().getFirst());
    List<NewEnd> ends = NewEnd.anywhere(session.editor().view(state), source);
    chooser.ask("connect-new", title(source), prompt(), offers(source, ends, null));
  }

  private String title(Node source) {
    return texts.get(
        "ui.connect-new.title", Display.name(source, session.document(), texts.messages()));
  }

  private String prompt() {
    return texts.get("ui.path.choose");
  }

  private Function<String, List<Offer>> offers(Node source, List<NewEnd> ends, @Nullable Point at) {
    Map<String, Integer> arrows = new HashMap<>();
    ends.forEach(end -> arrows.merge(end.preset().key(), 1, Integer::sum));
    return typed -> {
      List<Ranked> found = new ArrayList<>();
      for (NewEnd end : ends) {
        match(end, typed).ifPresent(match -> found.add(new Ranked(end, match)));
      }
      found.sort(Comparator.comparingInt(one -> -one.match.score()));
      return found.stream()
          .map(
              one ->
                  offer(source.id(), one, arrows.getOrDefault(one.end.preset().key(), 0) > 1, at))
          .toList();
    };
  }

  /// By its name, or else by what it is found by in the palette.
  private Optional<Fuzzy.Match> match(NewEnd end, String typed) {
    Optional<Fuzzy.Match> named =
        Fuzzy.match(typed, Display.preset(end.preset(), texts.messages()));
    return named.isPresent() || !PaletteView.matches(end.preset(), typed)
        ? named
        : Optional.of(new Fuzzy.Match(0, List.of()));
  }

  /// @param ambiguous whether another arrow may lead there as well
  private Offer offer(ElementId source, Ranked ranked, boolean ambiguous, @Nullable Point at) {
    NewEnd end = ranked.end;
    String name = Display.preset(end.preset(), texts.messages());
    return new Offer(
        () -> IconGraphic.of(end.preset().icon(), 18),
        name,
        ranked.match.at(),
        detail(end, ambiguous),
        "",
        true,
        () -> session.update(state -> session.editor().connectNew(state, source, end, name, at)));
  }

  private String kinds(List<Kind> places) {
    return places.stream()
        .map(place -> Display.kind(place.id(), texts.messages()))
        .collect(Collectors.joining(", "));
  }

  private String detail(NewEnd end, boolean ambiguous) {
    Document document = session.document();
    String where =
        !end.needs().isEmpty()
            ? texts.get("ui.connect-new.needs", kinds(end.needs()))
            : end.container() == null
                ? ""
                : Display.name(end.container(), document, texts.messages());
    String arrow = ambiguous ? Display.kind(end.arrow().id(), texts.messages()) : "";
    return arrow.isEmpty() || where.isEmpty() ? arrow + where : arrow + " · " + where;
  }
}
