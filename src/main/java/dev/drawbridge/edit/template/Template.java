package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.model.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A design to begin with.
public enum Template {
  /// Nothing at all.
  BLANK("blank", _ -> Document.EMPTY),

  /// Web tier, application tier and database in two availability zones, with nothing to object to.
  THREE_TIER("three-tier", request -> ThreeTier.design(request.language())),

  /// The same with mistakes, to see what they are called and how they are mended.
  THREE_TIER_PLANTED("three-tier-planted", request -> Planted.design(request.language())),

  /// The application twice, blue and green, with all requests on blue.
  BLUE_GREEN("blue-green", request -> TwoVersions.blueGreen(request.language())),

  /// The application twice, with one client in twenty on the new version.
  CANARY("canary", request -> TwoVersions.canary(request.language())),

  /// Web and application as ECS services, with Consul and a cache.
  CONTAINERS("containers", request -> Containers.design(request.language())),

  /// The same beside a data centre on premises, joined by a VPN, with the database there and Consul on both sides.
  TWO_DATA_CENTRES("two-data-centres", request -> TwoDataCentres.design(request.language())),

  /// As many elements as are asked for, to see how fast something is.
  STRESS("stress", request -> Stress.design(request.elements(), request.seed()));

  /// What a new design depends on.
  ///
  /// @param language of the names in it
  /// @param elements how many nodes a [#STRESS] design has, 1 to [Stress#MOST]
  /// @param seed decides what a [#STRESS] design looks like; the same seed, the same design
  public record Request(Language language, int elements, long seed) {}

  private final String key;
  private final Function<Request, Document> maker;

  Template(String key, Function<Request, Document> maker) {
    this.key = key;
    this.maker = maker;
  }

  /// As on the command line and in message keys: `template.three-tier.name`, `template.three-tier.help`.
  public String key() {
    return key;
  }

  public Document design(Request request) {
    return maker.apply(request);
  }

  /// The design with names in the language.
  public Document design(Language language) {
    return design(new Request(language, 1000, 1));
  }

  /// Those that a person would begin with, in the order of the gallery.
  public static List<Template> gallery() {
    return List.of(
        THREE_TIER, THREE_TIER_PLANTED, BLUE_GREEN, CANARY, CONTAINERS, TWO_DATA_CENTRES, BLANK);
  }

  public static Optional<Template> find(String key) {
    return Arrays.stream(values()).filter(template -> template.key.equals(key)).findFirst();
  }
}
