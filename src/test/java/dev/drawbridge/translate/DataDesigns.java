package dev.drawbridge.translate;

import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.model.Document;

/// Designs with everything that keeps data or watches over it, for tests of what becomes of them.
public final class DataDesigns {
  private DataDesigns() {}

  /// Three tiers with caches and clusters beside the database; nothing is wrong with them.
  public static Document sound() {
    return sketch().document();
  }

  /// The same under names that are hard to build from.
  public static Document hardToName() {
    return sketch()
        .titled("\"${path.module}\" 주문 ")
        .rename("redis", "it's <b>세션</b> 저장소 ${x}")
        .rename("cluster", "가".repeat(255))
        .rename("orders", "주문 데이터베이스")
        .rename("ledger", "주문 데이터베이스")
        .rename("oncall", "당직 \"\\ ${var.x}")
        .rename("busy", "당직")
        .rename("consul", "서비스 검색 %{ if true }")
        .rename("vault", "")
        .document();
  }

  private static Sketch sketch() {
    return Sketch.threeTier()
        .node("redis", "aws.elasticache", "data-a")
        .spans("redis", "data-b")
        .arrow("was", "redis")
        .node("cluster", "aws.elasticache", "data-a")
        .spans("cluster", "data-b")
        .set("cluster", ElastiCache.SHARDS, 2)
        .set("cluster", ElastiCache.ENGINE, ElastiCache.Engine.REDIS)
        .set("cluster", ElastiCache.EVICTION, ElastiCache.Eviction.NOEVICTION)
        .arrow("was", "cluster")
        .node("orders", "aws.aurora", "data-a")
        .spans("orders", "data-b")
        .arrow("was", "orders")
        .node("ledger", "aws.aurora", "main")
        .spans("ledger", "data-a", "data-b")
        .set("ledger", Aurora.ENGINE, Aurora.Engine.MYSQL)
        .set("ledger", Aurora.CAPACITY, Aurora.Capacity.PROVISIONED)
        .arrow("was", "ledger")
        .node("consul", "tier.consul", "app-a")
        .spans("consul", "app-b")
        .arrow("was", "consul")
        .arrow("consul", "redis")
        .arrow("consul", "internal-alb")
        .node("vault", "tier.vault", "main")
        .spans("vault", "app-a", "app-b")
        .arrow("was", "vault")
        .node("oncall", "aws.sns_topic", "seoul")
        .node("busy", "aws.alarm", "main")
        .using("was-asg", "busy")
        .using("redis", "busy")
        .using("orders", "busy")
        .using("busy", "oncall")
        .node("sick", "aws.alarm", "seoul")
        .set("sick", Alarm.METRIC, Alarm.Metric.UNHEALTHY_HOSTS)
        .set("sick", Alarm.THRESHOLD, 0)
        .using("public-alb", "sick")
        .using("sick", "oncall");
  }
}
