package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;

/// What one check says of each port. Its parts divide all ports among them.
///
/// Rulings are compared by identity: a check gives the same object whenever it says the same, which
/// is how addresses that it treats alike are found.
final class Ruling {

  record Part(PortSet ports, Opinion opinion) {}

  private final List<Part> parts;

  Ruling(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  static Ruling always(Opinion opinion) {
    return new Ruling(List.of(new Part(PortSet.ALL, opinion)));
  }

  List<Part> parts() {
    return parts;
  }

  /// Ports of which all checks say the same, with what each says, in the order of the checks.
  record Overlaid(PortSet ports, List<Opinion> opinions) {}

  /// Divides the asked ports by what the rulings say of them.
  static List<Overlaid> overlay(PortSet asked, List<Ruling> rulings) {
    List<Overlaid> layers = List.of(new Overlaid(asked, new ArrayList<>(rulings.size())));
    for (Ruling ruling : rulings) {
      if (ruling.parts.size() == 1) {
        // It says the same of all ports.
        for (Overlaid layer : layers) {
          layer.opinions.add(ruling.parts.getFirst().opinion);
        }
        continue;
      }
      List<Overlaid> next = new ArrayList<>();
      for (Overlaid layer : layers) {
        for (Part part : ruling.parts) {
          PortSet common = layer.ports.intersect(part.ports);
          if (!common.isEmpty()) {
            List<Opinion> opinions = new ArrayList<>(layer.opinions);
            opinions.add(part.opinion);
            next.add(new Overlaid(common, opinions));
          }
        }
      }
      layers = next;
    }
    return layers;
  }
}
