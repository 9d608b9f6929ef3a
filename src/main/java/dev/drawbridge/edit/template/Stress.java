package dev.drawbridge.edit.template;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A design of any size that could be real: regions with VPCs, in each of them services that use one
/// another, with three arrows for every two nodes. Everything lies where the catalogue lets it lie and over
/// what it spans; the time to make it grows with its size and not faster.
public final class Stress {
  /// Fewer nodes than this make no VPC.
  public static final int FEWEST = 20;

  /// More nodes than this nobody has asked for.
  public static final int MOST = 200_000;

  private static final List<String> REGIONS =
      List.of(
          "ap-northeast-2",
          "us-east-1",
          "eu-west-1",
          "ap-southeast-1",
          "us-west-2",
          "eu-central-1",
          "ap-northeast-1",
          "sa-east-1",
          "ca-central-1",
          "ap-south-1",
          "us-east-2",
          "eu-north-1",
          "ap-southeast-2",
          "eu-west-2",
          "ap-northeast-3",
          "eu-west-3");
  private static final int VPCS_A_REGION = 6;
  private static final double GAP = 48;
  private static final double HEADER = 96;

  private Stress() {}

  /// @param nodes how many, [#FEWEST] to [#MOST]; half as many arrows again come on top
  static Document design(int nodes, long seed) {
    require(nodes);
    Random chance = new Random(seed);
    int regions = Math.clamp(nodes / (60L * VPCS_A_REGION), 1, REGIONS.size());
    return drawn(nodes, regions, planned(nodes - 1 - regions, chance));
  }

  /// As many nodes in a single VPC, however many services that takes.
  ///
  /// @param nodes how many, [#FEWEST] to [#MOST]; half as many arrows again come on top
  public static Document oneVpc(int nodes, long seed) {
    require(nodes);
    int left = nodes - 2; // the internet and the region
    int services = (left - StressVpc.nodes(2, 0)) / (StressVpc.nodes(2, 1) - StressVpc.nodes(2, 0));
    int spare = left - StressVpc.nodes(2, services);
    return drawn(nodes, 1, List.of(new StressVpc(2, services, spare, new Random(seed))));
  }

  private static void require(int nodes) {
    if (nodes < FEWEST || nodes > MOST) {
      throw new IllegalArgumentException("a stress design has 20 to 200,000 nodes, not " + nodes);
    }
  }

  private static Document drawn(int nodes, int regions, List<StressVpc> vpcs) {
    Sketch sketch = new Sketch();
    Node internet =
        sketch.add("internet", Internet.KIND, "Internet", null, new Rect(0, 0, 176, 72));
    double x = 0;
    double y = 200;
    double bottom = y;
    int columns = (int) Math.ceil(Math.sqrt(regions));
    for (int i = 0; i < regions; i++) {
      int from = i * vpcs.size() / regions;
      int to = (i + 1) * vpcs.size() / regions;
      Rect place = region(sketch, internet, i, vpcs.subList(from, to), x, y, from);
      x = place.right() + GAP;
      bottom = Math.max(bottom, place.bottom());
      if ((i + 1) % columns == 0) {
        x = 0;
        y = bottom + GAP;
      }
    }
    return sketch.document(new Settings("Stress " + nodes, Fields.NONE));
  }

  /// VPCs that have as many nodes as are left, to the last one.
  private static List<StressVpc> planned(int nodes, Random chance) {
    List<StressVpc> vpcs = new ArrayList<>();
    int left = nodes;
    while (left > 0) {
      int zones = chance.nextInt(4) == 0 ? 3 : 2;
      int services = 5 + chance.nextInt(3);
      int used = StressVpc.nodes(zones, services);
      if (left
          < used + StressVpc.nodes(2, 5)) { // a last VPC much smaller would lack pairs to connect
        zones = 2;
        services = (left - StressVpc.nodes(2, 0)) / (StressVpc.nodes(2, 1) - StressVpc.nodes(2, 0));
        used = left;
      }
      int spare = used - StressVpc.nodes(zones, services);
      vpcs.add(new StressVpc(zones, services, spare, chance));
      left -= used;
    }
    return vpcs;
  }

  private static Rect region(
      Sketch sketch,
      Node internet,
      int index,
      List<StressVpc> vpcs,
      double left,
      double top,
      int firstVpc) {
    int columns = (int) Math.ceil(Math.sqrt(2.5 * vpcs.size()));
    List<Rect> places = new ArrayList<>();
    double x = left + GAP;
    double y = top + HEADER;
    double right = x;
    double bottom = y;
    for (int i = 0; i < vpcs.size(); i++) {
      if (i > 0 && i % columns == 0) {
        x = left + GAP;
        y = bottom + HEADER;
      }
      Rect place = new Rect(x, y, vpcs.get(i).width(), vpcs.get(i).height());
      places.add(place);
      x = place.right() + GAP;
      right = Math.max(right, place.right());
      bottom = Math.max(bottom, place.bottom());
    }
    Rect bounds = new Rect(left, top, right + GAP - left, bottom + GAP - top);
    String code = REGIONS.get(index);
    Node region =
        sketch.add(
            "region-" + (index + 1),
            Region.KIND,
            code,
            null,
            bounds,
            Region.CODE.set(Fields.NONE, code));
    for (int i = 0; i < vpcs.size(); i++) {
      vpcs.get(i).draw(sketch, internet, region, firstVpc + i + 1, places.get(i));
    }
    return bounds;
  }
}
