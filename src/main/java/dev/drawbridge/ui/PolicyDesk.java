package dev.drawbridge.ui;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.policy.ChangePolicy;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import dev.drawbridge.output.store.JsonFile;
import java.util.function.UnaryOperator;

/// The policy that the design carries: read, changed by undoable edits, taken from a file that designs
/// share and put into one.
final class PolicyDesk {
  private static final String FILE = "drawbridge.policy.json";

  private final Session session;
  private final Dialogs dialogs;

  PolicyDesk(Session session, Dialogs dialogs) {
    this.session = session;
    this.dialogs = dialogs;
  }

  /// The default one where the design carries one that cannot be read.
  Policy policy() {
    return switch (read()) {
      case Outcome.Ok<Policy>(Policy policy, var _) -> policy;
      case Outcome.Failed<Policy> _ -> Policy.DEFAULT;
    };
  }

  private Outcome<Policy> read() {
    return Policies.of(session.document());
  }

  /// One step of the history. A policy that cannot be read is replaced only if the user says so.
  void change(UnaryOperator<Policy> change) {
    if (read() instanceof Outcome.Failed<Policy> && !dialogs.confirm("ui.policy.replace")) {
      return;
    }
    Policy before = policy();
    Policy after = change.apply(before);
    if (!after.equals(before)) {
      session.commit(new ChangePolicy(after));
    }
  }

  void load() {
    dialogs
        .chooseToOpen(Dialogs.FileKind.POLICY)
        .ifPresent(
            file -> {
              Outcome<Policy> read =
                  JsonFile.read(file).then(datum -> Policies.read(datum, file.toString()));
              switch (read) {
                case Outcome.Ok<Policy>(Policy policy, var _) ->
                    session.commit(new ChangePolicy(policy));
                case Outcome.Failed<Policy>(var issues) ->
                    dialogs.report("ui.policy.not-imported", issues);
              }
            });
  }

  void store() {
    dialogs
        .chooseToSave(Dialogs.FileKind.POLICY, FILE)
        .ifPresent(
            file -> {
              if (JsonFile.write(file, Datum.of(policy().fields()))
                  instanceof Outcome.Failed<?>(var issues)) {
                dialogs.report("ui.policy.not-exported", issues);
              }
            });
  }
}
