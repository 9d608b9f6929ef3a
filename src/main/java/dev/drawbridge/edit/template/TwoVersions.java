package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.SnsTopic;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;

/// [ThreeTier] with the application twice behind the internal load balancer, which shares out the requests
/// among the old version and the new one by the weights of its arrows.
///
/// The groups lie as a staircase, so that the arrow to the lower one passes the upper one on its right, and
/// the arrow from the upper one to the database passes the lower one on its left.
final class TwoVersions {
  private static final double PADDING = Containment.PADDING;

  /// Narrower than the load balancer, so that its arrow meets the upper tier in that one's middle.
  private static final double CARD_WIDTH = 560;

  /// How far the middle of the upper card lies left of the centre: as far as leaves room for a mark in the
  /// right zone.
  private static final double LEFT = 180;

  /// How far the lower one lies right of it: so little that its name has room left of the marks.
  private static final double RIGHT = 20;

  /// Wide enough for the arrow that passes the lower frame on its left.
  private static final double DATABASE_WIDTH = 640;

  private static final double UPPER = Ground.CARD + Ground.STEP;

  /// With room between the frames for what the arrow to the lower one says.
  private static final double LOWER = UPPER + Ground.GROUP_HEIGHT + 32;

  private final Ground ground;

  private TwoVersions(Messages names) {
    ground = new Ground(names, LOWER + Ground.GROUP_HEIGHT);
  }

  /// All requests go to blue; a new version starts as green, and the weights change places.
  static Document blueGreen(Language language) {
    TwoVersions design = new TwoVersions(Messages.in(language));
    design.draw("blue", 100, "green", 0);
    return design.ground.document("title-blue-green");
  }

  /// One client in twenty is served by the new version, and an alarm tells when that goes wrong.
  static Document canary(Language language) {
    TwoVersions design = new TwoVersions(Messages.in(language));
    Node balancer = design.draw("stable", 95, "canary", 5);
    design.alarm(balancer);
    return design.ground.document("title-canary");
  }

  private Node draw(String upper, int upperWeight, String lower, int lowerWeight) {
    Node publicAlb = ground.publicAlb();
    Node web =
        ground.tier(
            ThreeTier.WEB_TIER,
            WebTier.KIND,
            AutoScalingGroup.KIND,
            "web",
            ground.web().top(),
            ground.web());
    Node balancer = ground.internalAlb(ApplicationLoadBalancer.STICKINESS.set(Fields.NONE, true));
    Node first = version(upper, UPPER, -LEFT);
    Node second = version(lower, LOWER, RIGHT);
    Node database =
        ground.add(
            "aurora-main",
            Aurora.KIND,
            ground.name("primary"),
            Ground.centred(ground.data().top(), DATABASE_WIDTH, Ground.CARD),
            Fields.NONE,
            ground.data());

    ground.traffic("traffic-users", ground.internet(), publicAlb, "80,443");
    ground.traffic("traffic-web", publicAlb, web, "80");
    ground.traffic("traffic-proxy", web, balancer, "8080");
    ground.traffic("traffic-data-" + upper, first, database, "5432");
    ground.traffic("traffic-data-" + lower, second, database, "5432");
    share(upper, balancer, first, upperWeight);
    share(lower, balancer, second, lowerWeight);
    ground.safeguards(publicAlb, balancer);
    return balancer;
  }

  private Node version(String key, double below, double shift) {
    Rect middle =
        Ground.centred(ground.app().top() + below, CARD_WIDTH + 2 * PADDING, Ground.GROUP_HEIGHT);
    Rect frame = new Rect(middle.x() + shift, middle.y(), middle.width(), middle.height());
    return ground.tier(
        "was-" + key, WasTier.KIND, AutoScalingGroup.KIND, key, frame, CARD_WIDTH, ground.app());
  }

  private void share(String key, Node balancer, Node version, int weight) {
    Fields share = Traffic.WEIGHT.set(Fields.NONE, weight);
    ground.traffic("traffic-" + key, balancer, version, "8080", share);
  }

  private void alarm(Node balancer) {
    double y = ground.app().top();
    Node alarm =
        ground.aside(
            "alarm-errors",
            Alarm.KIND,
            "alarm",
            y,
            Alarm.THRESHOLD.set(Alarm.METRIC.set(Fields.NONE, Alarm.Metric.TARGET_ERRORS), 10));
    Node topic = ground.aside("sns-operators", SnsTopic.KIND, "topic", y + UPPER, Fields.NONE);
    Sketch sketch = ground.sketch();
    sketch.connect("association-errors", Association.KIND, balancer, alarm, Fields.NONE);
    sketch.connect("association-operators", Association.KIND, alarm, topic, Fields.NONE);
  }
}
