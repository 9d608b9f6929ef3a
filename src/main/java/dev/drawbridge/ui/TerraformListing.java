package dev.drawbridge.ui;

import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.write.GeneratedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Generated files as the window shows them: in lines, with the drawn element that each block comes from.
record TerraformListing(List<File> files) {
  /// How a block of a resource or data source begins, as our own writer lays it out.
  private static final Pattern HEAD =
      Pattern.compile("(resource|data) \"([^\"]+)\" \"([^\"]+)\" \\{.*");

  TerraformListing {
    files = List.copyOf(files);
  }

  /// Lines that come from an element; counted from 0, both ends included.
  record Block(int first, int last, ElementId element) {
    boolean holds(int line) {
      return line >= first && line <= last;
    }
  }

  /// A file in lines.
  ///
  /// @param blocks those that come from an element, in their order
  record File(String path, List<String> lines, List<Block> blocks) {
    File {
      lines = List.copyOf(lines);
      blocks = List.copyOf(blocks);
    }

    /// The block around a line, if an element was drawn for it.
    Optional<Block> blockAt(int line) {
      int low = 0;
      int high = blocks.size() - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        Block block = blocks.get(middle);
        if (block.holds(line)) {
          return Optional.of(block);
        }
        if (block.last() < line) {
          low = middle + 1;
        } else {
          high = middle - 1;
        }
      }
      return Optional.empty();
    }

    /// The blocks that come from any of the elements.
    List<Block> blocksOf(Set<ElementId> elements) {
      return elements.isEmpty()
          ? List.of()
          : blocks.stream().filter(block -> elements.contains(block.element())).toList();
    }

    boolean isTerraform() {
      return path.endsWith(".tf") || path.endsWith(".tfvars") || path.endsWith(".tfvars.example");
    }

    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /// @param graph from which the files were written
  static TerraformListing of(List<GeneratedFile> files, ResourceGraph graph) {
    return new TerraformListing(files.stream().map(file -> file(file, graph)).toList());
  }

  private static File file(GeneratedFile file, ResourceGraph graph) {
    List<String> lines = file.text().lines().toList();
    return new File(
        file.path(), lines, file.path().endsWith(".tf") ? blocks(lines, graph) : List.of());
  }

  /// A block runs from the line that names it to the next that is nothing but its closing brace.
  private static List<Block> blocks(List<String> lines, ResourceGraph graph) {
    List<Block> found = new ArrayList<>();
    for (int first = 0; first < lines.size(); first++) {
      String head = lines.get(first);
      if (!head.startsWith("resource ") && !head.startsWith("data ")) {
        continue;
      }
      Matcher matcher = HEAD.matcher(head);
      if (!matcher.matches()) {
        continue;
      }
      int last = first;
      while (!head.endsWith("}") && last < lines.size() - 1 && !lines.get(last).equals("}")) {
        last++;
      }
      Address address = new Address(matcher.group(2), matcher.group(3));
      if (origin(matcher.group(1), address, graph) instanceof Origin.Drawn(String element)) {
        found.add(new Block(first, last, new ElementId(element)));
      }
      first = last;
    }
    return found;
  }

  private static Origin origin(String keyword, Address address, ResourceGraph graph) {
    Optional<Origin> origin =
        keyword.equals("data")
            ? Optional.ofNullable(graph.data().get(address)).map(DataSource::origin)
            : graph.find(address).map(Resource::origin);
    return origin.orElse(new Origin.Implied(""));
  }
}
