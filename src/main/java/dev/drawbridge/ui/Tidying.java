package dev.drawbridge.ui;

import dev.drawbridge.edit.Edit;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.Glide;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/// Brings a design into order: finds out how off the FX thread, then has everything glide to its place. It is
/// one step of the history from the beginning on; what glides is only what is seen.
final class Tidying {
  private static final double NANOS = 200e6;

  private final Session session;
  private final Appearance appearance;
  private final Background background;
  private @Nullable Gliding gliding;

  Tidying(Session session, Appearance appearance, Background background) {
    this.session = session;
    this.appearance = appearance;
    this.background = background;
  }

  /// The selection, or everything where nothing is selected.
  void tidy() {
    OpenDesign design = session.design();
    Document start = design.document();
    Selection selection = design.state().selection();
    background.run(
        new Background.Doing("ui.status.tidying", List.of()),
        _ -> Editor.tidied(start, selection),
        edit -> arrived(design, start, edit));
  }

  private void arrived(OpenDesign design, Document start, Edit edit) {
    if (design.document() != start) {
      design.set(design.state().withNotice(Notice.said("ui.tidy.outdated")));
      return;
    }
    design.set(design.editor().commit(design.state(), edit));
    if (!appearance.isStill()) {
      Glide.between(start, design.document())
          .ifPresent(
              glide -> {
                Gliding now = new Gliding(design, glide);
                gliding = now;
                now.start();
              });
    }
  }

  /// Whether everything is seen where it lies.
  boolean isAtRest() {
    return gliding == null || gliding.ended;
  }

  /// Shows what is on its way, until it is there or the hands do something else with the design.
  private static final class Gliding extends AnimationTimer {
    private final OpenDesign design;
    private final Glide glide;
    private Document seen;
    private long began;
    private boolean ended;

    Gliding(OpenDesign design, Glide glide) {
      this.design = design;
      this.glide = glide;
      this.seen = glide.at(0);
      design.set(design.state().withShown(seen));
    }

    @Override
    public void handle(long now) {
      if (began == 0) {
        began = now;
      }
      double share = (now - began) / NANOS;
      if (design.state().shown() != seen) {
        end();
      } else if (share >= 1 || design.state().tool().isBusy()) {
        design.set(design.state().withShown(design.document()));
        end();
      } else {
        seen = glide.at(share);
        design.set(design.state().withShown(seen));
      }
    }

    private void end() {
      ended = true;
      stop();
    }
  }
}
