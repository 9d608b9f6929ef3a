package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Safeguards;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Load balancers that leave off what costs little: access logs, deletion protection, what keeps
/// crooked requests away, and a web application firewall before those that the internet meets.
public final class Unprotected implements Rule {
  private static final String LOGS = "logs";
  private static final String DELETION = "deletion";
  private static final String HEADERS = "headers";
  private static final String DESYNC = "desync";
  private static final String WAF = "waf";

  /// What a drawing has switches for.
  private static final Set<String> SWITCHES = Set.of(LOGS, DELETION, WAF);

  @Override
  public String id() {
    return "LB-010";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Set<Address> guarded = guarded(subject);
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      subject
          .component(balancer.address())
          .ifPresent(
              component -> {
                boolean open =
                    component.zone() == Zone.DMZ && !guarded.contains(balancer.address());
                List<String> off = off(subject.facts().read(balancer.resource()), balancer, open);
                if (!off.isEmpty()) {
                  found.add(finding(subject, component, balancer.resource(), off));
                }
              });
    }
    return found;
  }

  private Finding finding(
      Subject subject, Component component, Resource balancer, List<String> off) {
    Report report =
        Report.by(this, subject)
            .about(component)
            .says(
                "finding",
                component.label(),
                off.stream().map(what -> Sentence.of("rule.LB-010." + what)).toList());
    if (off.equals(List.of(DELETION))) {
      return report
          .at(ApplicationLoadBalancer.DELETION_PROTECTION.name())
          .offer(balancer, ApplicationLoadBalancer.DELETION_PROTECTION, true)
          .done();
    }
    // The others are on wherever it is drawn.
    return SWITCHES.containsAll(off)
        ? report
            .fix(
                Safeguards.on(
                    subject,
                    component,
                    off.contains(LOGS),
                    off.contains(WAF),
                    off.contains(DELETION)))
            .done()
        : report.done();
  }

  /// What is off, by the defaults of the provider where it is left out; what is not known is not
  /// told.
  private static List<String> off(Reader read, AwsLoadBalancer balancer, boolean open) {
    List<String> off = new ArrayList<>();
    boolean application = balancer.type() == AwsLoadBalancer.Type.APPLICATION;
    boolean classic = balancer.type() == AwsLoadBalancer.Type.CLASSIC;
    if ((application || classic) && isUnlogged(read, classic)) {
      off.add(LOGS);
    }
    if (!classic && read.flag("enable_deletion_protection").or(false).is(false)) {
      off.add(DELETION);
    }
    if (application && read.flag("drop_invalid_header_fields").or(false).is(false)) {
      off.add(HEADERS);
    }
    if ((application || classic) && read.text("desync_mitigation_mode").is("monitor")) {
      off.add(DESYNC);
    }
    if (application && open) {
      off.add(WAF);
    }
    return off;
  }

  /// The block of a classic load balancer is on unless told otherwise, that of another is off.
  private static boolean isUnlogged(Reader read, boolean classic) {
    return !read.blocksKnown("access_logs").isUnresolved()
        && read.blocks("access_logs").stream()
            .allMatch(logs -> logs.flag("enabled").or(classic).is(false));
  }

  private static Set<Address> guarded(Subject subject) {
    Set<Address> all = new HashSet<>();
    for (Resource association :
        subject
            .facts()
            .ofType("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")) {
      subject.facts().read(association).reference("resource_arn").known().ifPresent(all::add);
    }
    return all;
  }
}
