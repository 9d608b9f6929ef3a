package dev.drawbridge.wrong.output.export;

import dev.drawbridge.wrong.output.store.Stored;
import java.util.Optional;

public record Exported(Optional<Stored> stored) {}
