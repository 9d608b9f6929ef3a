package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads CloudWatch alarms.
final class Alarms {
  private Alarms() {}

  static List<AwsAlarm> all(Resources resources) {
    List<AwsAlarm> all = new ArrayList<>();
    for (Resource alarm : resources.of("aws_cloudwatch_metric_alarm")) {
      Reader read = resources.read(alarm);
      List<AwsAlarm.Watch> watches = new ArrayList<>();
      if (read.has("metric_name")) {
        watches.add(watch(read));
      }
      for (Reader query : read.blocks("metric_query")) {
        for (Reader metric : query.blocks("metric")) {
          watches.add(watch(metric));
        }
        if (!query.text("expression").known().orElse("").startsWith("SELECT")) {
          continue;
        }
        Reading<String> any = Reading.unresolved(Reason.of("unknown.metric-query"));
        watches.add(
            new AwsAlarm.Watch(
                any,
                any,
                List.of(),
                List.of(),
                List.of(Reason.of("unknown.alarm-query", alarm.address()))));
      }
      all.add(new AwsAlarm(alarm, watches, actions(read)));
    }
    return all;
  }

  private static Reading<Boolean> actions(Reader alarm) {
    Reading<Boolean> enabled = alarm.flag("actions_enabled").or(true);
    Reading<Boolean> told =
        alarm.texts("alarm_actions").then(list -> Reading.given(!list.isEmpty())).or(false);
    return enabled.is(false) ? enabled : enabled.then(_ -> told);
  }

  private static AwsAlarm.Watch watch(Reader metric) {
    Set<Address> of = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    List<Reason> unresolved = new ArrayList<>();
    for (Reading<Value> dimension : metric.entries("dimensions")) {
      switch (dimension) {
        case Reading.Given<Value>(Value.Reference(Address target, String _)) -> of.add(target);
        case Reading.Given<Value>(Value.Text(String text)) -> names.add(text);
        case Reading.Given<Value> _ -> unresolved.add(Reason.of("unknown.alarm-dimension"));
        case Reading.Missing<Value>() -> {}
        case Reading.Unresolved<Value>(Reason reason) -> unresolved.add(reason);
      }
    }
    return new AwsAlarm.Watch(
        metric.text("namespace"), metric.text("metric_name"), List.copyOf(of), names, unresolved);
  }
}
