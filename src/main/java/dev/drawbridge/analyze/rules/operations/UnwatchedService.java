package dev.drawbridge.analyze.rules.operations;

import dev.drawbridge.analyze.facts.AwsAlarm;
import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Load balancers and databases that could fail without any alarm going off.
public final class UnwatchedService implements Rule {
  private static final String DATABASES = "AWS/RDS";

  /// What an alarm has to look at, by CloudWatch's names of metrics.
  private enum Wanted {
    /// `HTTPCode_ELB_5XX_Count`, `HTTPCode_ELB_502_Count`, `HTTPCode_Backend_5XX` and so on.
    ERRORS(metric -> metric.startsWith("HTTPCode_") && metric.matches(".*_5(XX|0[0-9]).*")),
    HOSTS(metric -> metric.endsWith("HealthyHostCount")),
    ANYTHING(_ -> true);

    private final Predicate<String> metric;

    Wanted(Predicate<String> metric) {
      this.metric = metric;
    }

    private Label label() {
      return new Label.Keyed(
          switch (this) {
            case ERRORS -> "rule.OBS-001.errors";
            case HOSTS -> "rule.OBS-001.hosts";
            case ANYTHING -> "rule.OBS-001.anything";
          });
    }
  }

  @Override
  public String id() {
    return "OBS-001";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Watches watches = new Watches(subject);
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      List<Wanted> wanted = new ArrayList<>();
      if (answersRequests(balancer)) {
        wanted.add(Wanted.ERRORS);
      }
      if (balancer.listeners().stream().anyMatch(listener -> !listener.forwards().isEmpty())) {
        wanted.add(Wanted.HOSTS);
      }
      String namespace = namespace(balancer.type());
      List<AwsAlarm.Watch> own = watches.of(balancer.resource(), "name", namespace);
      report(subject, balancer.resource(), wanted, own, watches.unclear(namespace))
          .ifPresent(found::add);
    }
    Map<Address, List<Resource>> members = new HashMap<>();
    for (Resource instance : subject.facts().ofType("aws_rds_cluster_instance")) {
      subject
          .facts()
          .read(instance)
          .reference("cluster_identifier")
          .known()
          .ifPresent(
              cluster -> members.computeIfAbsent(cluster, _ -> new ArrayList<>()).add(instance));
    }
    for (Resource database : subject.facts().ofType("aws_db_instance", "aws_rds_cluster")) {
      List<AwsAlarm.Watch> own = new ArrayList<>();
      own.addAll(watches.of(database, "identifier", DATABASES));
      own.addAll(watches.of(database, "cluster_identifier", DATABASES));
      for (Resource member : members.getOrDefault(database.address(), List.of())) {
        own.addAll(watches.of(member, "identifier", DATABASES));
      }
      report(subject, database, List.of(Wanted.ANYTHING), own, watches.unclear(DATABASES))
          .ifPresent(found::add);
    }
    return found;
  }

  /// Whether it reads requests: a classic one may pass on connections only.
  private static boolean answersRequests(AwsLoadBalancer balancer) {
    return switch (balancer.type()) {
      case APPLICATION -> true;
      case CLASSIC ->
          balancer.listeners().stream()
              .anyMatch(
                  listener ->
                      listener
                          .protocol()
                          .known()
                          .map(spoken -> spoken.toUpperCase(Locale.ROOT).startsWith("HTTP"))
                          .orElse(true));
      case NETWORK, GATEWAY -> false;
    };
  }

  private Optional<Finding> report(
      Subject subject,
      Resource resource,
      List<Wanted> wanted,
      List<AwsAlarm.Watch> own,
      List<Reason> unclear) {
    List<Label> missing = new ArrayList<>();
    for (Wanted one : wanted) {
      if (own.stream().noneMatch(watch -> mayBe(watch.metric(), one.metric))) {
        missing.add(one.label());
      }
    }
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(resource);
    return Optional.of(
        unclear.isEmpty()
            ? report.says("finding", subject.label(resource), missing).done()
            : report.unresolved("title", unclear).done());
  }

  /// Whether it certainly or perhaps is such a metric.
  private static boolean mayBe(Reading<String> metric, Predicate<String> wanted) {
    return metric.isUnresolved() || metric.known().filter(wanted).isPresent();
  }

  private static String namespace(AwsLoadBalancer.Type type) {
    return switch (type) {
      case APPLICATION -> "AWS/ApplicationELB";
      case NETWORK -> "AWS/NetworkELB";
      case GATEWAY -> "AWS/GatewayELB";
      case CLASSIC -> "AWS/ELB";
    };
  }

  /// All alarms by what they look at.
  private static final class Watches {
    private final Subject subject;
    private final Map<Address, List<AwsAlarm.Watch>> byResource = new HashMap<>();
    private final Map<String, List<AwsAlarm.Watch>> byName = new HashMap<>();
    private final List<AwsAlarm.Watch> unclear = new ArrayList<>();
    private final Map<String, List<Reason>> unclearIn = new HashMap<>();

    private Watches(Subject subject) {
      this.subject = subject;
      for (AwsAlarm alarm : subject.facts().alarms()) {
        for (AwsAlarm.Watch watch : alarm.watches()) {
          watch.resources().forEach(of -> add(byResource, of, watch));
          watch.names().forEach(name -> add(byName, name, watch));
          if (watch.resources().isEmpty()) {
            unclear.add(watch);
          }
        }
      }
    }

    private static <K> void add(Map<K, List<AwsAlarm.Watch>> index, K key, AwsAlarm.Watch watch) {
      index.computeIfAbsent(key, _ -> new ArrayList<>()).add(watch);
    }

    private List<AwsAlarm.Watch> of(Resource resource, String nameArgument, String namespace) {
      List<AwsAlarm.Watch> all =
          new ArrayList<>(byResource.getOrDefault(resource.address(), List.of()));
      Reader read = subject.facts().read(resource);
      read.text(nameArgument)
          .known()
          .ifPresent(name -> all.addAll(byName.getOrDefault(name, List.of())));
      all.removeIf(watch -> !mayBe(watch.namespace(), namespace::equals));
      return all;
    }

    /// Why alarms in a namespace may be about anything.
    private List<Reason> unclear(String namespace) {
      return unclearIn.computeIfAbsent(
          namespace,
          _ ->
              unclear.stream()
                  .filter(watch -> mayBe(watch.namespace(), namespace::equals))
                  .flatMap(Watches::reasons)
                  .distinct()
                  .sorted()
                  .toList());
    }

    /// A load balancer has a name that only AWS knows: `app/web/50dc6c495c0c9188`.
    private static Stream<Reason> reasons(AwsAlarm.Watch watch) {
      return Stream.concat(
          watch.unresolved().stream(),
          watch.names().stream()
              .filter(name -> name.contains("/"))
              .map(name -> Reason.of("unknown.called", name)));
    }
  }
}
