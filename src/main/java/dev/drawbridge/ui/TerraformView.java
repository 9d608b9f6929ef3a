package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.terraform.write.GeneratedFile;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/// The Terraform that the design makes, file by file, as it would be exported now. Read only.
final class TerraformView extends SplitPane {
  private final Texts texts;
  private final ListView<GeneratedFile> files = new ListView<>();
  private final TextArea text = new TextArea();
  private List<Issue> issues = List.of();

  TerraformView(Texts texts) {
    this.texts = texts;
    getStyleClass().add("terraform");
    setId("terraform");
    files.setId("terraform-files");
    files.accessibleTextProperty().bind(texts.of("ui.terraform.files"));
    files.setCellFactory(
        _ ->
            new ListCell<>() {
              @Override
              protected void updateItem(@Nullable GeneratedFile file, boolean empty) {
                super.updateItem(file, empty);
                setText(empty || file == null ? null : file.path());
              }
            });
    files
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, before, now) -> {
              if (now != null) {
                boolean same = before != null && before.path().equals(now.path());
                double scroll = text.getScrollTop();
                text.setText(now.text());
                text.setScrollTop(same ? scroll : 0);
              }
            });
    text.setId("terraform-text");
    text.setEditable(false);
    text.getStyleClass().add("code");
    text.accessibleTextProperty().bind(texts.of("ui.terraform.text"));
    SplitPane.setResizableWithParent(files, false);
    getItems().addAll(files, text);
    setDividerPositions(0.2);
    texts.language().addListener((_, _, _) -> tellIssues());
  }

  void show(Outcome<List<GeneratedFile>> generated) {
    issues = generated.issues();
    switch (generated) {
      case Outcome.Ok<List<GeneratedFile>>(List<GeneratedFile> now, var _) -> {
        GeneratedFile before = files.getSelectionModel().getSelectedItem();
        files.getItems().setAll(now);
        GeneratedFile again =
            now.stream()
                .filter(file -> before != null && file.path().equals(before.path()))
                .findFirst()
                .orElse(now.isEmpty() ? null : first(now));
        if (again == null) {
          text.clear();
        } else {
          files.getSelectionModel().select(again);
        }
      }
      case Outcome.Failed<List<GeneratedFile>> _ -> {
        files.getItems().clear();
        tellIssues();
      }
    }
  }

  /// The file with the drawn things before those with settings.
  private static GeneratedFile first(List<GeneratedFile> all) {
    return all.stream()
        .filter(file -> file.path().endsWith("network.tf") || file.path().endsWith("main.tf"))
        .findFirst()
        .orElse(all.getFirst());
  }

  private void tellIssues() {
    if (files.getItems().isEmpty()) {
      text.setText(
          issues.stream()
              .map(issue -> "# " + issue.text(texts.messages()))
              .collect(Collectors.joining("\n")));
    }
  }
}
