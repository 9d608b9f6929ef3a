package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind, wherever it may stand and with whatever its properties may say, lowers, raises and lowers to
/// the same graph.
class RaiseContractTest {
  /// A container of each kind in the stage on which kinds are shown.
  private static final Map<String, String> CONTAINERS =
      Map.of(
          "idc", "office",
          "aws.region", "seoul",
          "aws.vpc", "main",
          "aws.availability_zone", "az-a",
          "aws.subnet", "app-a",
          "aws.autoscaling_group", "was-asg",
          "aws.ecs_service", "service");

  /// One of these fits each shape that a property may ask for, and is not its default.
  private static final List<String> TEXTS =
      List.of(
          "c",
          "4",
          "/data",
          "/data/v1",
          "10.9.0.0/24",
          "ami-0123456789abcdef0",
          "17.2",
          "m7i.large",
          "db.m7g.large",
          "eu-west-1",
          "01:00-02:00",
          "mon:01:00-mon:02:00",
          "200-299",
          "example.com",
          "8443",
          "arn:aws:acm:ap-northeast-2:123456789012:certificate/x",
          "name_1",
          "name-1",
          "arn:aws:iam::123456789012:role/x",
          "a@example.com",
          "cron(0 12 * * ? *)",
          "something else");

  /// A three-tier service whose VPC is joined with a data centre.
  private static Sketch stage() {
    return Sketch.threeTier()
        .node("vpn", "aws.vpn_gateway", "main")
        .node("office", "idc", null)
        .connector("idc_link", "vpn", "office")
        .node("erp", "idc.server", "office")
        .arrow("was", "erp");
  }

  static List<Preset> presets() {
    return Catalog.presets();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void lowersRaisesAndLowersToTheSameGraph(Preset preset) {
    Kind kind = Catalog.find(preset.kind()).orElseThrow();
    List<Fields> variants = new ArrayList<>();
    Fields all = preset.properties();
    for (Property<?> property : kind.properties()) {
      List<Datum> values = values(property);
      assertThat(values).as("values of %s that are not its default", property.name()).isNotEmpty();
      for (Datum value : values) {
        variants.add(preset.properties().with(property.name(), value));
      }
      all = all.with(property.name(), values.getLast());
    }
    for (Fields properties : List.of(preset.properties(), all)) {
      stages(kind, properties).forEach(document -> check(document, kind, properties));
    }
    // Where it stands makes no difference to what one property says.
    for (Fields properties : variants) {
      check(stages(kind, properties).getLast(), kind, properties);
    }
  }

  private static void check(Document document, Kind kind, Fields properties) {
    assertThat(RoundTrip.differences(document)).as("%s with %s", kind, properties).isEmpty();
  }

  /// The kind wherever it may stand, with all connectors that it may have.
  private static List<Document> stages(Kind kind, Fields properties) {
    if (kind.isConnector()) {
      return connected(kind, properties);
    }
    List<Document> stages = new ArrayList<>();
    for (String place : kind.placedIn()) {
      if (place.equals(Kind.GROUP)) {
        continue;
      }
      String container = CONTAINERS.get(place);
      assertThat(container != null || place.equals(Kind.TOP)).as("a place in %s", place).isTrue();
      Sketch bare = stage(place).node("subject", kind.id(), container);
      bare.properties("subject", properties);
      stages.add(bare.document());
      Sketch busy = stage(place).node("subject", kind.id(), container);
      busy.properties("subject", properties);
      if (!kind.spans().isEmpty()) {
        busy.spans("subject", "app-a", "app-b");
      }
      if (kind.is(Trait.FLEET)) {
        inhabit(busy, kind);
      }
      for (Node other : busy.document().nodes()) {
        if (!other.id().value().equals("subject")) {
          join(busy, kind, "subject", other);
        }
      }
      stages.add(busy.document());
    }
    return stages;
  }

  /// A three-tier service, and an ECS service where something is to stand in one.
  private static Sketch stage(String place) {
    Sketch sketch = stage();
    if (place.equals(EcsService.KIND.id())) {
      sketch.node("service", place, "main").spans("service", "app-a", "app-b");
    }
    return sketch;
  }

  /// Puts servers of each kind into it that may stand there, behind the load balancer.
  private static void inhabit(Sketch sketch, Kind container) {
    for (Kind inner : Catalog.kinds()) {
      if (inner.workload().isPresent() && inner.placedIn().contains(container.id())) {
        sketch.node("inner-" + inner.icon(), inner.id(), "subject");
        sketch.arrow("public-alb", "inner-" + inner.icon());
      }
    }
  }

  /// Joins a node with another in both directions, by each kind of connector that may.
  private static void join(Sketch sketch, Kind kind, String id, Node other) {
    Kind theirs = Catalog.of(other).orElseThrow();
    for (Kind connector : Catalog.kinds()) {
      if (connector.isConnector() && connector.mayConnect(kind, theirs)) {
        sketch.connector(connector.id(), id, other.id().value());
      }
      if (connector.isConnector() && connector.mayConnect(theirs, kind)) {
        sketch.connector(connector.id(), other.id().value(), id);
      }
    }
  }

  /// A connector of the kind with these properties in place of each that the stage has, and beside it.
  private static List<Document> connected(Kind kind, Fields properties) {
    List<Document> stages = new ArrayList<>();
    Document stage = stage().document();
    for (var connector : stage.connectors()) {
      if (connector.kind().equals(kind.id())) {
        String id = connector.id().value();
        stages.add(stage().properties(id, properties).document());
        Sketch beside = stage();
        beside.connector(
            "second-7f3k", kind.id(), connector.source().value(), connector.target().value());
        stages.add(beside.properties("second-7f3k", properties).document());
      }
    }
    return stages.isEmpty() ? between(kind, properties) : stages;
  }

  /// A connector of the kind between a node that it may join with one of the stage, for each kind of these.
  private static List<Document> between(Kind connector, Fields properties) {
    List<Document> stages = new ArrayList<>();
    for (Kind end : Catalog.kinds()) {
      for (Element other : stage().document().elements().values()) {
        Kind theirs = Catalog.of(other).orElseThrow();
        if (other instanceof Node
            && !end.isConnector()
            && (connector.mayConnect(end, theirs) || connector.mayConnect(theirs, end))) {
          String container = CONTAINERS.get(end.placedIn().getFirst());
          Sketch sketch = stage().node("end", end.id(), container);
          String id = other.id().value();
          if (connector.mayConnect(end, theirs)) {
            sketch.connector("link", connector.id(), "end", id);
          } else {
            sketch.connector("link", connector.id(), id, "end");
          }
          stages.add(sketch.properties("link", properties).document());
        }
      }
    }
    assertThat(stages).as("stages of %s", connector.id()).isNotEmpty();
    return stages;
  }

  private static List<Datum> values(Property<?> property) {
    List<Datum> values = new ArrayList<>();
    switch (property.type()) {
      case PropertyType.Text _ -> values.add(Datum.of("Some words, 한글도"));
      case PropertyType.Shaped shaped -> {
        property.suggestions().forEach(text -> values.add(Datum.of(text)));
        TEXTS.stream()
            .filter(text -> shaped.pattern().matcher(text).matches())
            .forEach(text -> values.add(Datum.of(text)));
      }
      case PropertyType.Whole(int least, int most, String _) -> {
        values.add(Datum.of(least));
        values.add(Datum.of(most));
        values.add(Datum.of(least + Math.min(31L, ((long) most - least) / 2)));
      }
      case PropertyType.Flag _ -> {
        values.add(Datum.of(true));
        values.add(Datum.of(false));
      }
      case PropertyType.Choice<?> choice ->
          choice.constants().forEach(c -> values.add(Datum.of(PropertyType.Choice.key(c))));
      case PropertyType.Rows(List<Property<?>> columns) -> {
        values.add(new Datum.Items(List.of()));
        List<Datum> rows = new ArrayList<>();
        for (Property<?> column : columns) {
          for (Datum value : values(column)) {
            Datum row = Datum.of(Fields.NONE.with(column.name(), value));
            values.add(new Datum.Items(List.of(row)));
            rows.add(row);
          }
        }
        values.add(new Datum.Items(rows));
      }
    }
    return values.stream().filter(value -> !isDefault(property, value)).toList();
  }

  private static <T> boolean isDefault(Property<T> property, Datum value) {
    Optional<T> read = property.type().read(value);
    return read.isEmpty() || read.get().equals(property.fallback());
  }
}
