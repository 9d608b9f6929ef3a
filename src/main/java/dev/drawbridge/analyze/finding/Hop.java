package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One station of a path.
///
/// @param label what the station is called
/// @param element the drawn thing that it is; null for what is not drawn, such as the internet
///     in general
/// @param port how it is entered, such as `443` or `53/udp`; empty where a packet merely passes
/// @param admitted what lets the packet in; empty for the start
public record Hop(Label label, @Nullable ElementId element, String port, List<Cause> admitted) {
  public Hop {
    admitted = List.copyOf(admitted);
  }

  /// The station as one prints it: `public-alb:443`.
  public String text(Messages messages) {
    String name = label.text(messages);
    return port.isEmpty() ? name : name + ":" + port;
  }
}
