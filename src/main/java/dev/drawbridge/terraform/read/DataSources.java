package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.read.ModuleSource.Declared;
import java.util.List;
import java.util.Optional;

/// What data sources will say, as far as that is certain before AWS is asked: the region that the provider
/// names, that a region's availability zones differ from one another, and what the default VPC is like.
final class DataSources {
  private final Module root;
  private final Evaluator evaluator;
  private final Optional<String> region;
  private final Optional<DefaultVpc> defaultVpc;

  private DataSources(Module root, Evaluator evaluator, Optional<String> region, boolean planned) {
    this.root = root;
    this.evaluator = evaluator;
    this.region = region;
    this.defaultVpc =
        planned ? Optional.empty() : Optional.of(DefaultVpc.of(root, evaluator, zones()));
  }

  /// @param planned whether a plan knows better what is looked up, and where resources stand
  static DataSources of(Module root, Evaluator evaluator, boolean planned) {
    Optional<String> region = Optional.empty();
    for (Declared provider : root.source().providers()) {
      boolean aws = provider.block().labels().equals(List.of("aws"));
      Optional<Expression> told = provider.body().value("region");
      if (aws && told.isPresent() && provider.body().value("alias").isEmpty()) {
        region = Texts.of(evaluator.worth(told.get(), root));
      }
    }
    return new DataSources(root, evaluator, region, planned);
  }

  Value attribute(Address source, String attribute) {
    return switch (source.type() + "." + attribute) {
      case "data.aws_region.name", "data.aws_region.region", "data.aws_region.id" ->
          region.<Value>map(Value::of).orElseGet(() -> unknown(source, attribute));
      case "data.aws_availability_zones.names" ->
          Value.of(zones().stream().map(Value::of).toList());
      default -> ofDefaultVpc(source, attribute).orElseGet(() -> unknown(source, attribute));
    };
  }

  /// The VPC that AWS gives the account; empty where a plan says what is.
  Optional<DefaultVpc> defaultVpc() {
    return defaultVpc;
  }

  private Optional<Value> ofDefaultVpc(Address source, String attribute) {
    Declared lookup =
        root.source().data().get(source.type().substring("data.".length()) + "." + source.name());
    boolean asked = defaultVpc.filter(DefaultVpc::isLookedUp).isPresent();
    if (!asked || lookup == null || !source.module().isEmpty()) {
      return Optional.empty();
    }
    DefaultVpc vpc = defaultVpc.orElseThrow();
    if (vpc.isFor(lookup)) {
      return vpc.attribute(attribute);
    }
    boolean subnets =
        source.type().equals("data.aws_subnets") || source.type().equals("data.aws_subnet_ids");
    return subnets
            && attribute.equals("ids")
            && vpc.holds(lookup.body(), value -> evaluator.evaluate(value, root))
        ? Optional.of(vpc.subnetIds())
        : Optional.empty();
  }

  /// Every region that new accounts have by itself has three zones at least; which letters an account sees
  /// matters to nobody, only which are the same.
  private List<String> zones() {
    String prefix = region.orElse("region-");
    return List.of(prefix + "a", prefix + "b", prefix + "c");
  }

  private static Value unknown(Address source, String attribute) {
    return new Value.Unknown(Reason.of("unknown.only-aws", source + "." + attribute));
  }
}
