/// Where the program starts: `Drawbridge` decides between the command line and the window, and is
/// the only place that looks at the clock, at chance and at the language of the machine.
@NullMarked
package dev.drawbridge;

import org.jspecify.annotations.NullMarked;
