package com.sun.glass.ui.headlessx;

import com.sun.glass.ui.headless.CorrectedPlatformFactory;

/// What `-Dglass.platform=HeadlessX` finds: JavaFX looks for this very package and class name.
public final class HeadlessXPlatformFactory extends CorrectedPlatformFactory {}
