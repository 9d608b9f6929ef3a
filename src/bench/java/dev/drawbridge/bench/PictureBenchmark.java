package dev.drawbridge.bench;

import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.Exporter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// From the drawing to the picture, with every arrow routed, and from the picture to an SVG file.
public class PictureBenchmark {
  @State(Scope.Benchmark)
  public static class Painted {
    Picture picture;
    Exporter svg;

    @Setup
    public void paint(Sample sample) {
      picture = Painter.paint(sample.document, Look.LIGHT);
      svg = Exporter.forFormat("svg").orElseThrow();
    }
  }

  @Benchmark
  public Picture paint(Sample sample) {
    return Painter.paint(sample.document, Look.LIGHT);
  }

  @Benchmark
  public int svg(Painted painted) throws IOException {
    var file = new ByteArrayOutputStream();
    painted.svg.write(painted.picture, ExportOptions.DEFAULT, file);
    return file.size();
  }
}
