package dev.drawbridge.ui;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether packets get from one element to another.
///
/// @param from the internet or an element with interfaces; null where it is yet to be chosen
/// @param to an element with interfaces; null where it is yet to be chosen
/// @param protocol TCP or UDP
/// @param port 1 to 65535; null for whatever port passes
record PathQuestion(
    @Nullable ElementId from, @Nullable ElementId to, Protocol protocol, @Nullable Integer port)
    implements Inquiry.Question {
  static final PathQuestion OPEN = new PathQuestion(null, null, Protocol.TCP, null);

  PathQuestion withFrom(@Nullable ElementId changed) {
    return new PathQuestion(changed, to, protocol, port);
  }

  PathQuestion withTo(@Nullable ElementId changed) {
    return new PathQuestion(from, changed, protocol, port);
  }

  PathQuestion withProtocol(Protocol changed) {
    return new PathQuestion(from, to, changed, port);
  }

  PathQuestion withPort(@Nullable Integer changed) {
    return new PathQuestion(from, to, protocol, changed);
  }

  PathQuestion swapped() {
    return new PathQuestion(to, from, protocol, port);
  }

  /// Whether both ends are chosen, two different ones.
  @Override
  public boolean isComplete() {
    return from != null && to != null && !from.equals(to);
  }

  /// Without ends that the document does not have.
  PathQuestion in(Document document) {
    return new PathQuestion(kept(from, document), kept(to, document), protocol, port);
  }

  private static @Nullable ElementId kept(@Nullable ElementId id, Document document) {
    return id != null && document.find(id).isPresent() ? id : null;
  }

  Stream<ElementId> ends() {
    return Stream.of(Optional.ofNullable(from), Optional.ofNullable(to)).flatMap(Optional::stream);
  }

  /// The answer, where the question is complete.
  TrafficPaths.Answer answer(TrafficPaths paths) {
    if (from == null || to == null) {
      throw new IllegalStateException("both ends have yet to be chosen");
    }
    return paths.path(from, to, traffic());
  }

  Traffic traffic() {
    return new Traffic(protocol, port == null ? PortSet.ALL : PortSet.of(port));
  }
}
