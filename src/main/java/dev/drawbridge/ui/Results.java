package dev.drawbridge.ui;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.Look;
import dev.drawbridge.model.Document;
import dev.drawbridge.simulate.Aftermath;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// What is found out about the design in front, and the views below the canvas that tell it.
final class Results {
  private final Session session;
  private final Runnable redraw;

  /// Its own, so that the files of a large design keep no finding waiting.
  private final ExecutorService writer = Live.worker("terraform");

  private final Live<Outcome<TerraformListing>> terraform;
  private final ProblemActions actions;
  private final ProblemsView problems;
  private final Inquiry<PathQuestion, TrafficPaths.Answer> pathAnswers;
  private final PathView path;
  private final Inquiry<Failing, Optional<Aftermath>> failures;
  private final WhatIfView whatIf;
  private final BottomTabs tabs;
  private final ReadOnlyBooleanWrapper problemChosen = new ReadOnlyBooleanWrapper();

  /// What the last check marks on the canvas.
  private Look marks = Look.LIGHT;

  private Consumer<Checked> shown = _ -> {};

  /// @param worker checks
  /// @param policy shows a part of the policy
  /// @param redraw is run when the canvas has something else to mark
  Results(
      Session session,
      Services services,
      Texts texts,
      Dialogs dialogs,
      ExecutorService worker,
      Spotlight spotlight,
      Consumer<PolicyWindow.Part> policy,
      Runnable redraw) {
    this.session = session;
    this.redraw = redraw;
    this.terraform =
        new Live<>(
            writer, (document, _) -> services.listings().listing(document, texts.language().get()));
    this.actions = new ProblemActions(session, texts, dialogs, services, worker, spotlight);
    this.problems =
        new ProblemsView(
            session,
            texts,
            new ProblemDetails(session, texts, services.explanations(), actions, spotlight, policy),
            actions);
    this.pathAnswers =
        new Inquiry<>(worker, PathQuestion.OPEN, (paths, asked) -> asked.answer(paths));
    this.path = new PathView(session, texts, spotlight, pathAnswers);
    this.failures = new Inquiry<>(worker, Failing.NONE, (paths, asked) -> asked.aftermath(paths));
    this.whatIf = new WhatIfView(session, texts, spotlight, failures);
    TerraformView terraformView = new TerraformView(session, texts);
    terraformView.follow(terraform);
    this.tabs = new BottomTabs(texts, problems, path, whatIf, terraformView);
    problems
        .chosenProperty()
        .addListener(
            (_, _, finding) -> {
              problemChosen.set(finding != null);
              redraw.run();
              if (finding != null) {
                spotlight.reveal(finding);
              }
            });
    pathAnswers.result().addListener((_, _, _) -> redraw.run());
    failures.result().addListener((_, _, _) -> redraw.run());
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, _) -> {
              followTerraform();
              pathAnswers.watch(tabs.isShown(BottomTabs.Name.PATH));
              failures.watch(tabs.isShown(BottomTabs.Name.WHAT_IF));
              redraw.run();
            });
    texts.language().addListener((_, _, _) -> terraform.refresh());
  }

  /// @param action is told what a check came to that is shown
  void onShow(Consumer<Checked> action) {
    shown = action;
  }

  BottomTabs tabs() {
    return tabs;
  }

  ProblemsView problems() {
    return problems;
  }

  ProblemActions actions() {
    return actions;
  }

  /// Whether a finding is chosen.
  ReadOnlyBooleanProperty problemChosen() {
    return problemChosen.getReadOnlyProperty();
  }

  PathView path() {
    return path;
  }

  WhatIfView whatIf() {
    return whatIf;
  }

  /// What the canvas marks, in whichever theme and language.
  Look marks() {
    return marks;
  }

  /// Another document is there, of the same design or of another.
  void follow(Document document) {
    session.design().checks().follow(document);
    followTerraform();
  }

  /// Terraform is made only while somebody looks at it.
  private void followTerraform() {
    if (tabs.isShown(BottomTabs.Name.TERRAFORM)) {
      terraform.follow(session.document());
    }
  }

  /// Another design is in front: what was found in the one before is no longer shown.
  void change(OpenDesign before, OpenDesign now) {
    before.ask(path.question());
    marks = Look.LIGHT;
    problems.forget();
    pathAnswers.forget();
    failures.forget();
    path.set(now.question());
    whatIf.set(Failing.NONE);
    redraw.run();
  }

  /// Tells what a check came to.
  void show(Document document, Checked checked) {
    marks = Look.LIGHT.withFindings(checked.findings());
    problems.show(checked.findings(), checked.suppressed());
    shown.accept(checked);
    pathAnswers.follow(document, checked.analysis());
    failures.follow(document, checked.analysis());
    redraw.run();
  }

  void showPath(UnaryOperator<PathQuestion> change) {
    tabs.show(BottomTabs.Name.PATH);
    PathQuestion asked = change.apply(path.question());
    path.set(asked);
    if (!asked.isComplete()) {
      path.requestFieldFocus();
    }
  }

  /// Lets something fail; without it, asks what.
  void showWhatIf(Failing failing) {
    tabs.show(BottomTabs.Name.WHAT_IF);
    if (failing.isComplete()) {
      whatIf.set(failing);
    } else {
      whatIf.requestFieldFocus();
    }
  }

  void nextProblem(int step) {
    tabs.show(BottomTabs.Name.PROBLEMS);
    problems.next(step);
  }

  /// Carries out the first fix for what is chosen or selected.
  void quickFix() {
    problems.fixFor(session.state().selection().ids()).ifPresent(fix -> session.commit(fix.edit()));
  }

  /// Whether the answer about the traffic path is that of the current document.
  boolean showsPath() {
    return pathAnswers.isCurrent(session.document());
  }

  /// Whether what a failure does is told of the current document.
  boolean showsWhatIf() {
    return failures.isCurrent(session.document());
  }

  /// Whether the Terraform is that of the current document, where it is looked at.
  boolean showsTerraform() {
    return !tabs.isShown(BottomTabs.Name.TERRAFORM) || terraform.isCurrent();
  }

  /// Nothing is found out any more.
  void end() {
    terraform.end();
    pathAnswers.end();
    failures.end();
    actions.cancel();
    writer.shutdownNow();
  }
}
