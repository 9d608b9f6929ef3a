package dev.drawbridge.simulate;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What happens by itself after machines are gone, and after which time.
final class Recovery {
  private static final String SERVICE = "aws_ecs_service";
  private static final String CLUSTER_INSTANCE = "aws_rds_cluster_instance";

  private final Facts facts;

  Recovery(Facts facts) {
    this.facts = facts;
  }

  /// Who notices that servers are gone, and who starts others.
  ///
  /// @param somewhere whether they still have a subnet to start in
  List<Sentence> ofServers(Component servers, boolean somewhere) {
    List<Sentence> next = new ArrayList<>();
    noticed(servers).ifPresent(seconds -> next.add(Sentence.of("simulate.noticed", seconds)));
    boolean scaling = false;
    boolean tasks = false;
    for (Standing part : servers.parts()) {
      AwsHosts hosts = facts.hosts().get(part.address());
      scaling |= hosts != null && hosts.scaling();
      tasks |= part.resource().type().equals(SERVICE);
    }
    if (!scaling) {
      next.add(Sentence.of("simulate.not-replaced"));
    } else if (!somewhere) {
      next.add(Sentence.of("simulate.nowhere"));
    } else {
      next.add(Sentence.of(tasks ? "simulate.replaced.tasks" : "simulate.replaced"));
    }
    return next;
  }

  /// Seconds until the health checks of the load balancers in front have noticed, at most: one check fails
  /// after the other, and the last one times out. Empty where there is none, or one is not known.
  private OptionalLong noticed(Component servers) {
    long longest = -1;
    for (Standing part : servers.parts()) {
      for (AwsTargetGroup group : facts.targetGroupsOf(part.address())) {
        List<Reader> checks = facts.read(group.resource()).blocks("health_check");
        // Terraform's defaults where nothing is written.
        Optional<Long> seconds =
            checks.isEmpty()
                ? Optional.of(30L * 3 + timeout(group, Optional.empty()))
                : seconds(group, checks.getFirst());
        if (seconds.isEmpty()) {
          return OptionalLong.empty();
        }
        longest = Math.max(longest, seconds.get());
      }
    }
    return longest < 0 ? OptionalLong.empty() : OptionalLong.of(longest);
  }

  private static Optional<Long> seconds(AwsTargetGroup group, Reader check) {
    Optional<Long> interval = check.whole("interval").or(30L).known();
    Optional<Long> threshold = check.whole("unhealthy_threshold").or(3L).known();
    Optional<Long> timeout = check.whole("timeout").or(timeout(group, Optional.of(check))).known();
    return check.flag("enabled").is(false)
            || interval.isEmpty()
            || threshold.isEmpty()
            || timeout.isEmpty()
        ? Optional.empty()
        : Optional.of(interval.get() * threshold.get() + timeout.get());
  }

  /// AWS, CreateTargetGroup: 5 s for HTTP and HTTPS, 10 s for a mere connection.
  private static long timeout(AwsTargetGroup group, Optional<Reader> check) {
    Reading<String> told =
        check.map(one -> one.text("protocol")).orElse(Reading.missing()).or(group.protocol());
    return told.known().orElse("HTTP").toUpperCase(Locale.ROOT).startsWith("HTTP") ? 5 : 10;
  }

  /// How a database or a cache goes on without one of its machines.
  ///
  /// @param byItself whether another one takes over without anybody's doing
  record Heir(boolean byItself, Sentence sentence) {}

  Heir ofStore(Component store) {
    Resource resource = store.parts().getFirst().resource();
    Reader read = facts.read(resource);
    return switch (resource.type()) {
      case CLUSTER_INSTANCE ->
          machines(store) > 1
              ? new Heir(true, Sentence.of("simulate.reader"))
              : new Heir(false, Sentence.of("simulate.rebuilt"));
      case "aws_elasticache_replication_group" ->
          read.flag("automatic_failover_enabled").is(true)
              ? new Heir(true, Sentence.of("simulate.cache"))
              : new Heir(false, Sentence.of("simulate.cache-lost"));
      case "aws_elasticache_cluster" -> new Heir(false, Sentence.of("simulate.cache-lost"));
      case "aws_db_instance" -> database(resource, read);
      default -> new Heir(false, Sentence.of("simulate.not-replaced"));
    };
  }

  private Heir database(Resource database, Reader read) {
    if (read.flag("multi_az").is(true)) {
      return new Heir(true, Sentence.of("simulate.standby"));
    }
    if (facts.isReplicated(database.address())) {
      return new Heir(false, Sentence.of("simulate.promote"));
    }
    boolean replica = read.has("replicate_source_db");
    return new Heir(false, Sentence.of(replica ? "simulate.reads-only" : "simulate.restore"));
  }

  /// How many machines a database has that are told one by one.
  private long machines(Component store) {
    long all = 0;
    for (Standing part : store.parts()) {
      all += facts.copies(part.resource()).known().orElse(1L);
    }
    return all;
  }
}
