package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads the rules of listeners, in the order in which AWS asks them.
final class ListenerRules {
  private final Resources resources;
  private final Map<Address, List<AwsListenerRule>> byListener = new HashMap<>();

  ListenerRules(Resources resources) {
    this.resources = resources;
    for (Resource rule : resources.of("aws_lb_listener_rule", "aws_alb_listener_rule")) {
      Reader read = resources.read(rule);
      AwsListenerRule made =
          new AwsListenerRule(
              rule,
              false,
              read.whole("priority"),
              conditions(read),
              forwards(rule, read.blocks("action")));
      read.reference("listener_arn")
          .known()
          .ifPresent(
              listener -> byListener.computeIfAbsent(listener, _ -> new ArrayList<>()).add(made));
    }
    byListener.values().forEach(rules -> rules.sort(Comparator.comparing(ListenerRules::place)));
  }

  /// A rule whose priority is not known may be the first; one without comes behind the others.
  private static long place(AwsListenerRule rule) {
    return rule.priority().isUnresolved()
        ? Long.MIN_VALUE
        : rule.priority().known().orElse(Long.MAX_VALUE);
  }

  /// The rules of a listener, the default action last.
  List<AwsListenerRule> of(Resource listener) {
    List<AwsListenerRule> rules =
        new ArrayList<>(byListener.getOrDefault(listener.address(), List.of()));
    rules.add(
        new AwsListenerRule(
            listener,
            true,
            Reading.missing(),
            List.of(),
            forwards(listener, resources.read(listener).blocks("default_action"))));
    return rules;
  }

  private static List<AwsLoadBalancer.Forward> forwards(Resource from, List<Reader> actions) {
    List<AwsLoadBalancer.Forward> all = new ArrayList<>();
    for (Reader action : actions) {
      if (action.has("target_group_arn")) {
        all.add(new AwsLoadBalancer.Forward(from, id(action.reference("target_group_arn")), 1));
      }
      for (Reader forward : action.blocks("forward")) {
        for (Reader group : forward.blocks("target_group")) {
          long weight = group.whole("weight").known().orElse(1L);
          all.add(new AwsLoadBalancer.Forward(from, id(group.reference("arn")), weight));
        }
      }
    }
    return all;
  }

  private static Reading<String> id(Reading<Address> group) {
    return group.then(address -> Reading.given(address.toString()));
  }

  private static List<AwsListenerRule.Condition> conditions(Reader rule) {
    List<AwsListenerRule.Condition> all = new ArrayList<>();
    if (rule.blocksKnown("condition").isUnresolved()) {
      all.add(condition(AwsListenerRule.Field.OTHER, Reading.missing(), List.of()));
    }
    for (Reader block : rule.blocks("condition")) {
      int before = all.size();
      for (AwsListenerRule.Field field : AwsListenerRule.Field.values()) {
        if (field != AwsListenerRule.Field.OTHER) {
          addAll(all, field, block.blocks(field.name().toLowerCase(Locale.ROOT)));
        }
      }
      if (all.size() == before) {
        all.add(condition(AwsListenerRule.Field.OTHER, Reading.missing(), List.of()));
      }
    }
    return all;
  }

  private static void addAll(
      List<AwsListenerRule.Condition> all, AwsListenerRule.Field field, List<Reader> blocks) {
    if (field == AwsListenerRule.Field.QUERY_STRING) {
      addParameters(all, blocks);
      return;
    }
    for (Reader block : blocks) {
      List<Reading<String>> values = new ArrayList<>(values(block.texts("values")));
      if (block.has("regex_values")) {
        values.add(Reading.unresolved(Reason.of("unknown.regular-expression")));
      }
      all.add(condition(field, block.text("http_header_name"), values));
    }
  }

  /// Of several parameters in one condition, any is enough. Those of one name are put together; where
  /// the names differ, which of them a request bears is left open.
  private static void addParameters(List<AwsListenerRule.Condition> all, List<Reader> blocks) {
    Map<Reading<String>, List<Reading<String>>> byName = new LinkedHashMap<>();
    for (Reader block : blocks) {
      byName
          .computeIfAbsent(block.text("key"), _ -> new ArrayList<>())
          .add(block.text("value").or("*"));
    }
    if (byName.size() > 1) {
      all.add(
          condition(
              AwsListenerRule.Field.QUERY_STRING,
              Reading.unresolved(Reason.of("unknown.one-parameter")),
              byName.values().stream().flatMap(List::stream).toList()));
    } else {
      byName.forEach(
          (name, values) -> all.add(condition(AwsListenerRule.Field.QUERY_STRING, name, values)));
    }
  }

  private static List<Reading<String>> values(Reading<List<Reading<String>>> told) {
    return switch (told) {
      case Reading.Given<List<Reading<String>>>(List<Reading<String>> values) -> values;
      case Reading.Missing<List<Reading<String>>>() -> List.of();
      case Reading.Unresolved<List<Reading<String>>>(Reason reason) ->
          List.of(Reading.unresolved(reason));
    };
  }

  private static AwsListenerRule.Condition condition(
      AwsListenerRule.Field field, Reading<String> name, List<Reading<String>> values) {
    return new AwsListenerRule.Condition(field, name, List.copyOf(values));
  }
}
