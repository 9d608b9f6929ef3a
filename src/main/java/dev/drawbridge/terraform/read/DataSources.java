package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import java.util.Optional;

/// What data sources will say, as far as that is certain before AWS is asked: the region that the provider
/// names, and that a region's availability zones differ from one another.
final class DataSources {
  private final Optional<String> region;

  private DataSources(Optional<String> region) {
    this.region = region;
  }

  static DataSources of(Module root, Evaluator evaluator) {
    Optional<String> region = Optional.empty();
    for (Declared provider : root.source().providers()) {
      boolean aws = provider.block().labels().equals(java.util.List.of("aws"));
      Optional<Expression> told = provider.body().value("region");
      if (aws && told.isPresent() && provider.body().value("alias").isEmpty()) {
        region = Texts.of(evaluator.worth(told.get(), root));
      }
    }
    return new DataSources(region);
  }

  Value attribute(Address source, String attribute) {
    return switch (source.type() + "." + attribute) {
      case "data.aws_region.name", "data.aws_region.region", "data.aws_region.id" ->
          region.<Value>map(Value::of).orElseGet(() -> unknown(source, attribute));
      case "data.aws_availability_zones.names" -> zones();
      default -> unknown(source, attribute);
    };
  }

  /// Every region that new accounts have by itself has three zones at least; which letters an account sees
  /// matters to nobody, only which are the same.
  private Value zones() {
    String prefix = region.orElse("region-");
    return Value.items(Value.of(prefix + "a"), Value.of(prefix + "b"), Value.of(prefix + "c"));
  }

  private static Value unknown(Address source, String attribute) {
    return new Value.Unknown(Reason.of("unknown.only-aws", source + "." + attribute));
  }
}
