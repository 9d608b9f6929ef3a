package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.analyze.facts.Facts;
import dev.drawbridge.analyze.facts.NetworkMap;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Blocker;
import dev.drawbridge.network.Condition;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Reachability;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Relay;
import dev.drawbridge.network.RequestPart;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.network.Verdict;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rules of listeners, as hand-written Terraform tells them.
class ListenerFactsTest {

  private static final Ref BALANCER = Ref.of("aws_lb.front");

  private static Block.Builder values(String... values) {
    return Block.builder().set("values", Value.items(texts(values)));
  }

  private static Value[] texts(String... texts) {
    Value[] all = new Value[texts.length];
    for (int i = 0; i < texts.length; i++) {
      all[i] = Value.of(texts[i]);
    }
    return all;
  }

  private static Block.Builder condition(String field, Block.Builder what) {
    return Block.builder().block(field, what);
  }

  /// An Application Load Balancer on 80 before two instances, `app` and `old`, each in a group of its
  /// own; by default `app` has the requests.
  private static Terraform base() {
    return Terraform.publicSubnet()
        .group("web", Terraform.tcp(80, 80, "0.0.0.0/0"))
        .server("app", "open", "aws_security_group.web", false)
        .server("old", "open", "aws_security_group.web", false)
        .add(
            "aws_lb.front",
            b ->
                b.set("subnets", Value.items(Terraform.ref("aws_subnet.open.id")))
                    .set(
                        "security_groups", Value.items(Terraform.ref("aws_security_group.web.id"))))
        .add("aws_lb_target_group.app", ListenerFactsTest::targetGroup)
        .add("aws_lb_target_group.old", ListenerFactsTest::targetGroup)
        .add("aws_lb_target_group_attachment.app", b -> attached(b, "app"))
        .add("aws_lb_target_group_attachment.old", b -> attached(b, "old"))
        .add(
            "aws_lb_listener.http",
            b ->
                b.set("load_balancer_arn", Terraform.ref("aws_lb.front.arn"))
                    .set("port", 80)
                    .set("protocol", "HTTP")
                    .block("default_action", forward("app")));
  }

  private static Block.Builder targetGroup(Block.Builder group) {
    return group
        .set("port", 80)
        .set("protocol", "HTTP")
        .set("vpc_id", Terraform.ref("aws_vpc.main.id"));
  }

  private static Block.Builder attached(Block.Builder attachment, String name) {
    return attachment
        .set("target_group_arn", Terraform.ref("aws_lb_target_group." + name + ".arn"))
        .set("target_id", Terraform.ref("aws_instance." + name + ".id"));
  }

  private static Block.Builder forward(String group) {
    return Block.builder()
        .set("type", "forward")
        .set("target_group_arn", Terraform.ref("aws_lb_target_group." + group + ".arn"));
  }

  private static Terraform rule(
      Terraform terraform, String name, Value priority, Block.Builder... conditions) {
    return terraform.add(
        "aws_lb_listener_rule." + name,
        b -> {
          b.set("listener_arn", Terraform.ref("aws_lb_listener.http.arn"))
              .set("priority", priority)
              .block("action", forward("old"));
          for (Block.Builder condition : conditions) {
            b.block("condition", condition);
          }
          return b;
        });
  }

  private static Network network(Terraform terraform) {
    return NetworkMap.of(Facts.of(terraform.graph())).network();
  }

  private static List<Balancer.Rule> rules(Terraform terraform) {
    return network(terraform).balancers().get(BALANCER).listeners().getFirst().rules();
  }

  @Test
  void rulesAreAskedByPriorityAndTheDefaultActionLast() {
    Terraform terraform = base();
    rule(terraform, "late", Value.of(20), condition("path_pattern", values("/a")));
    rule(terraform, "unset", new Value.Null(), condition("path_pattern", values("/b")));
    rule(terraform, "early", Value.of(3), condition("path_pattern", values("/c")));
    assertEquals(
        List.of(
            Ref.of("aws_lb_listener_rule.early"),
            Ref.of("aws_lb_listener_rule.late"),
            Ref.of("aws_lb_listener_rule.unset"),
            Ref.of("aws_lb_listener.http")),
        rules(terraform).stream().map(Balancer.Rule::ref).toList());
  }

  @Test
  void everySortOfConditionIsRead() {
    Terraform terraform =
        rule(
            base(),
            "all",
            Value.of(1),
            condition("host_header", values("*.example.com", "example.com")),
            condition("path_pattern", values("/old/*")),
            condition("http_request_method", values("GET")),
            condition("http_header", values("blue").set("http_header_name", "X-Slot")),
            condition("source_ip", values("198.51.100.0/24")),
            condition("query_string", Block.builder().set("key", "step").set("value", "2?")));
    assertEquals(
        List.of(
            new Condition.Matches(RequestPart.HOST, List.of("*.example.com", "example.com")),
            new Condition.Matches(RequestPart.PATH, List.of("/old/*")),
            new Condition.Matches(RequestPart.METHOD, List.of("GET")),
            new Condition.Matches(
                new RequestPart(RequestPart.Kind.HEADER, "x-slot"), List.of("blue")),
            new Condition.ComesFrom(AddressSet.of("198.51.100.0/24")),
            new Condition.Matches(
                new RequestPart(RequestPart.Kind.PARAMETER, "step"), List.of("2?"))),
        rules(terraform).getFirst().conditions());
  }

  @Test
  void aRuleThatAnswersByItselfTakesItsRequestsAway() {
    Terraform terraform =
        base()
            .add(
                "aws_lb_listener_rule.sorry",
                b ->
                    b.set("listener_arn", Terraform.ref("aws_lb_listener.http.arn"))
                        .set("priority", 1)
                        .block("action", Block.builder().set("type", "fixed-response"))
                        .block("condition", condition("path_pattern", values("*"))));
    Relay relay = Reachability.of(network(terraform)).relaysOf(BALANCER).getFirst();
    assertEquals(
        List.of(
            new Blocker.Overshadowed(
                Ref.of("aws_lb_listener.http"), List.of(Ref.of("aws_lb_listener_rule.sorry")))),
        relay.blockers());
  }

  @Test
  void aConditionThatIsNotKnownLeavesTheRulesThatItMayTakeFromOpen() {
    Terraform terraform =
        rule(
            base(),
            "maybe",
            Value.of(1),
            condition("path_pattern", values("/old/*")),
            condition(
                "host_header",
                Block.builder()
                    .set(
                        "values",
                        Value.items(
                            new Value.Unknown(Reason.of("unknown.no-default", "var.host"))))));
    List<Relay> relays = Reachability.of(network(terraform)).relaysOf(BALANCER);
    assertEquals(Verdict.UNKNOWN, relays.getFirst().verdict());
    assertEquals(
        List.of(
            new Unknown(
                Ref.of("aws_lb_listener_rule.maybe"), Reason.of("unknown.no-default", "var.host"))),
        relays.getFirst().unknowns());
    assertEquals(Verdict.PROVEN, relays.getLast().verdict());
    assertEquals("/", relays.getLast().request().toString());
  }

  @Test
  void regularExpressionsParametersOfSeveralNamesAndNewSortsAreLeftOpen() {
    for (Block.Builder condition :
        List.of(
            condition(
                "path_pattern", Block.builder().set("regex_values", Value.items(texts("^/a.*")))),
            Block.builder()
                .block("query_string", Block.builder().set("key", "a").set("value", "1"))
                .block("query_string", Block.builder().set("key", "b").set("value", "1")),
            condition("source_ip", values("not an address")),
            condition("brand_new", values("x")))) {
      Terraform terraform = rule(base(), "maybe", Value.of(1), condition);
      assertEquals(1, rules(terraform).getFirst().doubts().size(), condition::toString);
    }
  }
}
