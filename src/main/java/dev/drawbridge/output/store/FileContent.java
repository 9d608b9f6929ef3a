package dev.drawbridge.output.store;

import java.io.IOException;
import java.io.OutputStream;

/// What is to stand in a file.
@FunctionalInterface
public interface FileContent {
  void writeTo(OutputStream out) throws IOException;
}
