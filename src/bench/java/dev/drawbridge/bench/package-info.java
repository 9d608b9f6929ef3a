/// How long the work takes and how that grows with the size of a design; `mvn -Pbench verify`
/// measures it with JMH and prints a table. Nothing here fails a build: times depend on the machine.
@NullMarked
package dev.drawbridge.bench;

import org.jspecify.annotations.NullMarked;
