/// The command line: what the window does, without one. A [dev.drawbridge.cli.Command] is one class and one
/// line in the list of [dev.drawbridge.cli.Commands]; every file is replaced whole or not at all, every
/// problem of the input is one line and exit code 2.
@NullMarked
package dev.drawbridge.cli;

import org.jspecify.annotations.NullMarked;
