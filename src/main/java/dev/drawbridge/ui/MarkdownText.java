package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Shows the little Markdown that our own rule texts use: headings, paragraphs, lists,
/// fenced code, `code` and **bold**.
final class MarkdownText extends VBox {
  MarkdownText(String markdown) {
    getStyleClass().add("markdown");
    StringBuilder paragraph = new StringBuilder();
    StringBuilder code = new StringBuilder();
    boolean fenced = false;
    for (String line : markdown.lines().toList()) {
      String text = line.strip();
      if (text.startsWith("```")) {
        flush(paragraph);
        if (fenced) {
          code(code);
        }
        fenced = !fenced;
        continue;
      }
      if (fenced) {
        code.append(code.isEmpty() ? "" : "\n").append(line);
        continue;
      }
      if (text.isEmpty()
          || text.startsWith("#")
          || text.startsWith("- ")
          || text.startsWith("* ")) {
        flush(paragraph);
      }
      if (text.startsWith("#")) {
        Label title = new Label(text.replaceFirst("^#+\\s*", ""));
        title.getStyleClass().add("details-title");
        title.setWrapText(true);
        getChildren().add(title);
      } else if (text.startsWith("- ") || text.startsWith("* ")) {
        paragraph.append("\u2022\t").append(text.substring(2));
      } else if (!text.isEmpty()) {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(text);
      }
    }
    flush(paragraph);
  }

  private void code(StringBuilder code) {
    Label block = new Label(code.toString());
    block.setWrapText(true);
    block.setMaxWidth(Double.MAX_VALUE);
    block.getStyleClass().add("markdown-block");
    getChildren().add(block);
    code.setLength(0);
  }

  private void flush(StringBuilder paragraph) {
    if (paragraph.isEmpty()) {
      return;
    }
    String text = paragraph.toString();
    paragraph.setLength(0);
    if (text.startsWith("\u2022\t")) {
      TextFlow flow = flow(text.substring(2));
      HBox.setHgrow(flow, Priority.ALWAYS);
      HBox item = new HBox(new Label("\u2022"), flow);
      item.getStyleClass().add("markdown-item");
      getChildren().add(item);
    } else {
      getChildren().add(flow(text));
    }
  }

  private static TextFlow flow(String text) {
    TextFlow flow = new TextFlow();
    for (Run run : runs(text)) {
      Text part = new Text(run.text);
      part.getStyleClass().add(run.style);
      flow.getChildren().add(part);
    }
    return flow;
  }

  /// A stretch of text in one style.
  record Run(String text, String style) {}

  static List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int code = text.indexOf('`', from);
      int bold = text.indexOf("**", from);
      int next = code < 0 ? bold : bold < 0 ? code : Math.min(code, bold);
      String mark = next >= 0 && next == bold ? "**" : "`";
      int end = next < 0 ? -1 : text.indexOf(mark, next + mark.length());
      if (end < 0) {
        runs.add(new Run(text.substring(from), "markdown-text"));
        break;
      }
      if (next > from) {
        runs.add(new Run(text.substring(from, next), "markdown-text"));
      }
      runs.add(
          new Run(
              text.substring(next + mark.length(), end),
              mark.equals("`") ? "markdown-code" : "markdown-bold"));
      from = end + mark.length();
    }
    return runs;
  }
}
