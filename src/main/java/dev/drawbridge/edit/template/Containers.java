package dev.drawbridge.edit.template;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.catalog.aws.EcsService;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.catalog.aws.WebTier;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;

/// [ThreeTier] in containers: nginx and the application as ECS services, Consul for them to find what they
/// need, and a cache beside the database.
final class Containers {
  private static final double SERVICE = Ground.CARD + Ground.STEP;
  private static final double CONSUL = SERVICE + Ground.GROUP_HEIGHT + Ground.STEP;

  /// So far from the middle that the arrows to database and cache pass by Consul.
  private static final double BESIDE = 160;

  private final Ground ground;

  private Containers(Messages names) {
    ground = new Ground(names, CONSUL + Ground.CARD);
  }

  static Document design(Language language) {
    return new Containers(Messages.in(language)).draw();
  }

  private Document draw() {
    Ground.Row app = ground.app();
    Ground.Row data = ground.data();
    Node publicAlb = ground.publicAlb();
    Node web =
        ground.tier(
            ThreeTier.WEB_TIER,
            WebTier.KIND,
            EcsService.KIND,
            "ecs-web",
            ground.web().top(),
            ground.web());
    Node internalAlb = ground.internalAlb(Fields.NONE);
    Node was =
        ground.tier(
            ThreeTier.WAS_TIER, WasTier.KIND, EcsService.KIND, "ecs-app", app.top() + SERVICE, app);
    Node consul =
        ground.add(
            "consul-servers",
            ConsulTier.KIND,
            ground.name("consul"),
            Ground.centred(app.top() + CONSUL, Ground.CONSUL_WIDTH, Ground.CARD),
            Fields.NONE,
            app);
    Node database =
        ground
            .sketch()
            .add(
                ThreeTier.DATABASE,
                RdsPrimary.KIND,
                ground.name("primary"),
                data.a(),
                ground.besideCentre(true, BESIDE),
                data.c());
    Node cache =
        ground
            .sketch()
            .add(
                "cache-main",
                ElastiCache.KIND,
                ground.name("cache"),
                data.c(),
                ground.besideCentre(false, BESIDE),
                data.a());

    ground.traffic("traffic-users", ground.internet(), publicAlb, "80,443");
    ground.traffic("traffic-web", publicAlb, web, "80");
    ground.traffic("traffic-proxy", web, internalAlb, "8080");
    ground.traffic("traffic-was", internalAlb, was, "8080");
    ground.traffic("traffic-discovery", was, consul, "8501");
    ground.traffic("traffic-write", was, database, "5432");
    ground.traffic("traffic-cache", was, cache, "6379");
    ground.safeguards(publicAlb, internalAlb);
    return ground.document("title-containers");
  }
}
