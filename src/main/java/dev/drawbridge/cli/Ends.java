package dev.drawbridge.cli;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.network.Traffic;
import java.util.Optional;

/// Where packets can be sent from and to in what the user named.
interface Ends {
  /// What stands for the internet, drawn or not.
  String INTERNET = "internet";

  /// One of them.
  ///
  /// @param id by which programs know it
  record End(String id, String name) {
    @Override
    public String toString() {
      return name.equals(id) ? id : name + " (" + id + ")";
    }
  }

  /// Where packets come from: what has this id, or is the only one of this name; empty for the internet.
  ///
  /// @throws UsageException where there is none such
  Optional<End> source(String asked);

  /// Where packets go to: what has this id, or is the only one of this name.
  ///
  /// @throws UsageException where there is none such
  End target(String asked);

  /// Whether packets get there.
  ///
  /// @param from empty for the internet
  TrafficPaths.Answer path(Optional<End> from, End to, Traffic asked);
}
