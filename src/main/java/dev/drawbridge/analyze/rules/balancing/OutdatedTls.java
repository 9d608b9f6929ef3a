package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Listeners that still speak TLS 1.0 or 1.1.
public final class OutdatedTls implements Rule {
  /// What AWS takes where Terraform says nothing; the console takes a newer one.
  private static final String USUAL = "ELBSecurityPolicy-2016-08";

  /// The sort of classic policy that tells versions and ciphers.
  private static final String TLS = "SSLNegotiationPolicyType";

  /// AWS, Security policies: the oldest version stands in the name, but for those named by a date
  /// only, which begin with TLS 1.0.
  private static final Pattern NAME =
      Pattern.compile(
          "ELBSecurityPolicy-(?:(?:TLS13|TLS|FS)-1-([0-3])-.*|FS-[0-9]{4}-[0-9]{2}"
              + "|[0-9]{4}-[0-9]{2})");

  @Override
  public String id() {
    return "LB-008";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource listener : subject.facts().ofType("aws_lb_listener", "aws_alb_listener")) {
      Reader read = subject.facts().read(listener);
      String protocol = read.text("protocol").known().orElse("").toUpperCase(Locale.ROOT);
      if (protocol.equals("HTTPS") || protocol.equals("TLS")) {
        check(subject, listener, read.text("ssl_policy").or(USUAL)).ifPresent(found::add);
      }
    }
    Map<String, Reading<String>> told = classicPolicies(subject);
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      if (balancer.type() == AwsLoadBalancer.Type.CLASSIC) {
        classic(subject, balancer, told).ifPresent(found::add);
      }
    }
    return found;
  }

  /// The first listener of a classic load balancer that is at fault: they are all one resource.
  private Optional<Finding> classic(
      Subject subject, AwsLoadBalancer balancer, Map<String, Reading<String>> told) {
    for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
      String protocol = listener.protocol().known().orElse("").toUpperCase(Locale.ROOT);
      Optional<Long> port = listener.port().known();
      if (port.isPresent() && (protocol.equals("HTTPS") || protocol.equals("SSL"))) {
        Reading<String> policy =
            told.getOrDefault(key(balancer.address(), port.get()), Reading.given(USUAL));
        Optional<Finding> finding = check(subject, balancer.resource(), policy);
        if (finding.isPresent()) {
          return finding;
        }
      }
    }
    return Optional.empty();
  }

  /// What classic listeners negotiate, by load balancer and port: resources of their own say so.
  private static Map<String, Reading<String>> classicPolicies(Subject subject) {
    Map<String, Reading<String>> told = new HashMap<>();
    for (Resource choice : subject.facts().ofType("aws_load_balancer_listener_policy")) {
      Reader read = subject.facts().read(choice);
      Optional<Address> balancer = read.reference("load_balancer_name").known();
      Optional<Long> port = read.port("load_balancer_port").known();
      if (balancer.isPresent() && port.isPresent()) {
        for (Reading<Address> policy : read.references("policy_names").known().orElse(List.of())) {
          negotiated(subject, policy)
              .ifPresent(name -> told.put(key(balancer.get(), port.get()), name));
        }
      }
    }
    return told;
  }

  /// The predefined policy that a policy stands for; empty where it says nothing of TLS. One that
  /// lists versions and ciphers itself stands for something that only they tell.
  private static Optional<Reading<String>> negotiated(Subject subject, Reading<Address> policy) {
    Optional<Resource> resource = policy.known().flatMap(subject.facts()::find);
    if (resource.isEmpty()) {
      return Optional.of(Reading.unresolved(Reason.of("unknown.classic-policy")));
    }
    Reader read = subject.facts().read(resource.get());
    if (read.text("policy_type_name").known().filter(type -> !type.equals(TLS)).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        read.blocks("policy_attribute").stream()
            .filter(attribute -> attribute.text("name").is("Reference-Security-Policy"))
            .map(attribute -> attribute.text("value"))
            .findFirst()
            .orElse(Reading.unresolved(Reason.of("unknown.ciphers", resource.get().address()))));
  }

  private static String key(Address balancer, long port) {
    return balancer + " " + port;
  }

  private Optional<Finding> check(Subject subject, Resource listener, Reading<String> policy) {
    Report report = Report.by(this, subject).about(listener);
    return switch (policy) {
      case Reading.Unresolved<String>(Reason reason) ->
          Optional.of(report.unresolved("title", List.of(reason)).done());
      case Reading.Missing<String>() -> Optional.empty();
      case Reading.Given<String>(String name) -> {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
          yield Optional.of(
              report.unresolved("title", List.of(Reason.of("unknown.stands-for", name))).done());
        }
        int oldest = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        yield oldest >= 2
            ? Optional.empty()
            : Optional.of(
                report.says("finding", subject.label(listener), name, "1." + oldest).done());
      }
    };
  }
}
