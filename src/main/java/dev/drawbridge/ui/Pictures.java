package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The picture of the document that is shown, painted again only when it or the look changed, and the
/// lines of its connectors, which survive a change of the look.
final class Pictures {
  private @Nullable Document routed;
  private @Nullable Routes routes;
  private @Nullable Document painted;
  private @Nullable Look look;
  private @Nullable Picture picture;

  Picture of(Document document, Look wanted) {
    Picture known = picture;
    if (known != null && painted == document && wanted.equals(look)) {
      return known;
    }
    Picture fresh = Painter.paint(document, wanted, routes(document));
    picture = fresh;
    painted = document;
    look = wanted;
    return fresh;
  }

  /// The corners of each connector's line, for hit testing.
  Function<Connector, List<Point>> lines(Document document) {
    Routes known = routes(document);
    return connector -> known.line(connector.id());
  }

  private Routes routes(Document document) {
    Routes known = routes;
    if (known == null || routed != document) {
      known = Routes.of(document);
      routes = known;
      routed = document;
    }
    return known;
  }
}
