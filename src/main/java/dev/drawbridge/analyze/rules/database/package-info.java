/// Rules on databases and their replicas.
@NullMarked
package dev.drawbridge.analyze.rules.database;

import org.jspecify.annotations.NullMarked;
