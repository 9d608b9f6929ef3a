package dev.drawbridge.ui;

import dev.drawbridge.analyze.Mending;
import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.policy.ChangePolicy;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.policy.Unsuppress;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import java.time.LocalDate;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/// What can be done about a finding.
final class ProblemActions {
  /// How far the mending of all findings of a kind has come.
  ///
  /// @param rule the rule's id
  /// @param done how many were dealt with
  record Progress(String rule, int done) {}

  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Services services;
  private final ExecutorService worker;
  private final Focus focus;
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private volatile boolean cancelled;

  /// The document that is being mended; null while nothing is.
  private volatile @Nullable Document mending;

  /// @param worker mends
  ProblemActions(
      Session session,
      Texts texts,
      Dialogs dialogs,
      Services services,
      ExecutorService worker,
      Focus focus) {
    this.session = session;
    this.texts = texts;
    this.dialogs = dialogs;
    this.services = services;
    this.worker = worker;
    this.focus = focus;
    session
        .stateProperty()
        .addListener(
            (_, _, state) -> {
              if (mending != null && mending != state.document()) {
                cancel();
              }
            });
  }

  /// To the field that the finding is about.
  void focus(Finding finding) {
    finding.element().ifPresent(id -> focus.on(id, finding.property()));
  }

  void fix(Finding finding) {
    finding.fixes().stream().findFirst().ifPresent(fix -> session.commit(fix.edit()));
  }

  void copy(Finding finding) {
    ClipboardContent content = new ClipboardContent();
    content.putString(ProblemText.copied(finding, session.document(), texts.messages()));
    Clipboard.getSystemClipboard().setContent(content);
    tell(Notice.said("ui.problems.copied", finding.rule()));
  }

  /// Accepts the finding for a while, if the user says why and until when.
  void suppress(Finding finding) {
    switch (Policies.of(session.document())) {
      case Outcome.Ok<Policy>(Policy policy, var _) -> {
        LocalDate today = services.today().get();
        dialogs
            .askToSuppress(finding.rule() + ": " + finding.text(texts.messages()), today)
            .ifPresent(
                accepted ->
                    session.commit(
                        new ChangePolicy(
                            policy.with(
                                new Suppression(
                                    finding.rule(),
                                    finding.subjects().getFirst(),
                                    accepted.reason(),
                                    accepted.expires())))));
      }
      case Outcome.Failed<Policy>(var issues) -> dialogs.report("ui.policy.unreadable", issues);
    }
  }

  void unsuppress(Suppression suppression) {
    session.commit(new Unsuppress(suppression));
  }

  /// What is being mended; null while nothing is.
  ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /// Mends everything of the finding's kind, off the FX thread and as one step of the history.
  void fixAll(Finding finding) {
    Mending.Kind kind = Mending.Kind.of(finding).orElse(null);
    if (kind == null || mending != null) {
      return;
    }
    Document start = session.document();
    mending = start;
    cancelled = false;
    progress.set(new Progress(kind.rule(), 0));
    worker.execute(() -> mend(start, kind));
  }

  /// Gives up mending; the design stays as it is.
  void cancel() {
    cancelled = true;
  }

  private void mend(Document start, Mending.Kind kind) {
    Supplier<Services.Checker> checkers = services.checkers();
    Services.Checker checker = checkers.get();
    try {
      Mending.Result result =
          Mending.all(
              start,
              kind,
              document -> {
                if (cancelled) {
                  throw new CancellationException();
                }
                return checker.check(document, () -> cancelled).findings();
              },
              done -> Platform.runLater(() -> progressed(kind, done)));
      Platform.runLater(() -> mended(start, kind, result));
    } catch (CancellationException e) {
      Platform.runLater(() -> ended(start));
    }
  }

  private void progressed(Mending.Kind kind, int done) {
    if (mending != null) {
      progress.set(new Progress(kind.rule(), done));
    }
  }

  private void mended(Document start, Mending.Kind kind, Mending.Result result) {
    boolean current = session.document() == start && !cancelled;
    ended(start);
    if (current) {
      result.edit().ifPresent(session::commit);
      tell(
          result.left() == 0
              ? Notice.said("ui.problems.mended", result.mended(), kind.rule())
              : Notice.said(
                  "ui.problems.mended.some", result.mended(), kind.rule(), result.left()));
    }
  }

  private void ended(Document start) {
    if (mending == start) {
      mending = null;
      progress.set(null);
    }
  }

  private void tell(Notice notice) {
    session.update(state -> state.withNotice(notice));
  }
}
