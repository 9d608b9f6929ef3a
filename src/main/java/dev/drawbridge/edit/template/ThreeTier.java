package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.RdsReplica;
import dev.drawbridge.catalog.aws.Replication;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;

/// The design that most courses end with: internet, public load balancer and nginx in the DMZ, internal load
/// balancer and WAS behind it, a database with a read replica, all of it in two availability zones.
final class ThreeTier {
  static final String PUBLIC_ALB = Ground.PUBLIC_ALB;
  static final String WEB_TIER = "web-nginx";
  static final String INTERNAL_ALB = Ground.INTERNAL_ALB;
  static final String WAS_TIER = "was-app";
  static final String DATABASE = "rds-main";
  static final String INTERNET = Ground.INTERNET;

  private final Ground ground;

  private ThreeTier(Messages names) {
    ground = new Ground(names, Ground.CARD + Ground.STEP + Ground.GROUP_HEIGHT);
  }

  static Document design(Language language) {
    return new ThreeTier(Messages.in(language)).draw();
  }

  private Document draw() {
    Ground.Row app = ground.app();
    Node publicAlb = ground.publicAlb();
    Node web =
        ground.tier(
            WEB_TIER, WebTier.KIND, AutoScalingGroup.KIND, "web", ground.web().top(), ground.web());
    Node internalAlb = ground.internalAlb(Fields.NONE);
    Node was =
        ground.tier(
            WAS_TIER,
            WasTier.KIND,
            AutoScalingGroup.KIND,
            "was",
            app.top() + Ground.CARD + Ground.STEP,
            app);
    Ground.Row data = ground.data();
    Node primary = database(DATABASE, data.a(), data.c());
    Node replica = database("rds-replica", data.c(), data.a());

    ground.traffic("traffic-users", ground.internet(), publicAlb, "80,443");
    ground.traffic("traffic-web", publicAlb, web, "80");
    ground.traffic("traffic-proxy", web, internalAlb, "8080");
    ground.traffic("traffic-was", internalAlb, was, "8080");
    ground.traffic("traffic-write", was, primary, "5432");
    ground.traffic("traffic-read", was, replica, "5432");
    ground.sketch().connect("replication-main", Replication.KIND, primary, replica, Fields.NONE);
    ground.safeguards(publicAlb, internalAlb);
    return ground.document("title");
  }

  private Node database(String id, Node home, Node other) {
    boolean primary = id.equals(DATABASE);
    return ground
        .sketch()
        .add(
            id,
            primary ? RdsPrimary.KIND : RdsReplica.KIND,
            ground.name(primary ? "primary" : "replica"),
            home,
            ground.besideCentre(primary, 132),
            other);
  }
}
