/// Designs as files: reads and writes `*.drawbridge` within firm limits, and replaces a file so that at
/// every moment either the old or the new content is there, whole. What a later version wrote and this
/// one does not know is kept. The format is described in `src/site/markdown/file-format.md`.
@NullMarked
package dev.drawbridge.output.store;

import org.jspecify.annotations.NullMarked;
