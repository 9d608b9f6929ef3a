package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.aws.Alarm;
import dev.drawbridge.catalog.aws.Alarm.Metric;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmsTest {
  private static Sketch sketch() {
    return Sketch.threeTier()
        .node("pager", "aws.alarm", "main")
        .node("oncall", "aws.sns_topic", "seoul")
        .using("pager", "oncall");
  }

  private static Resource alarm(ResourceGraph graph, String name) {
    return get(graph, "aws_cloudwatch_metric_alarm", name);
  }

  private static List<String> warnings(Sketch sketch) {
    return switch (Lowerer.lower(sketch.document())) {
      case Outcome.Ok<ResourceGraph> ok -> ok.issues().stream().map(issue -> issue.key()).toList();
      case Outcome.Failed<ResourceGraph> failed -> throw new AssertionError(failed.issues());
    };
  }

  @Test
  void anAlarmWatchesWhatIsConnectedToItAndTellsItsTopic() {
    ResourceGraph graph = sketch().using("was-asg", "pager").lower();
    Resource alarm = alarm(graph, "pager");
    assertThat(say(alarm, "metric_name")).isEqualTo("CPUUtilization");
    assertThat(say(alarm, "dimensions"))
        .isEqualTo("AutoScalingGroupName=aws_autoscaling_group.was_asg.name");
    assertThat(say(alarm, "threshold") + " " + say(alarm, "period")).isEqualTo("80 60");
    assertThat(say(alarm, "alarm_actions")).isEqualTo("aws_sns_topic.oncall.arn");
    assertThat(say(alarm, "ok_actions")).isEqualTo("aws_sns_topic.oncall.arn");
  }

  @Test
  void aTopicIsEncryptedAndItsListenersAreAnInput() {
    ResourceGraph graph = sketch().lower();
    assertThat(say(get(graph, "aws_sns_topic", "oncall"), "kms_master_key_id"))
        .isEqualTo("aws_kms_key.seoul.arn");
    assertThat(say(get(graph, "aws_sns_topic_policy", "oncall"), "policy"))
        .isEqualTo("data.aws_iam_policy_document.oncall.json");
    assertThat(say(get(graph, "aws_sns_topic_subscription", "oncall"), "for_each"))
        .isEqualTo("var.oncall_email_addresses");
    assertThat(say(graph.variables().get("oncall_email_addresses").fallback())).isEmpty();
    assertThat(graph.outputs()).containsKey("oncall_topic_arn");
  }

  @Test
  void freeStorageAlarmsBelowInBytes() {
    Resource alarm =
        alarm(
            sketch()
                .using("db", "pager")
                .set("pager", Alarm.METRIC, Metric.FREE_STORAGE)
                .set("pager", Alarm.THRESHOLD, 10)
                .lower(),
            "pager");
    assertThat(say(alarm, "comparison_operator")).isEqualTo("LessThanThreshold");
    assertThat(say(alarm, "threshold")).isEqualTo("10737418240");
  }

  @Test
  void eachTargetGroupHasAnAlarmOfItsOwn() {
    ResourceGraph graph =
        sketch()
            .using("public-alb", "pager")
            .set("pager", Alarm.METRIC, Metric.UNHEALTHY_HOSTS)
            .lower();
    assertThat(say(alarm(graph, "pager_public_alb_to_web"), "dimensions"))
        .contains("TargetGroup=aws_lb_target_group.public_alb_to_web.arn_suffix");
  }

  @Test
  void loadBalancersOfEveryGenerationAreWatched() {
    Sketch sketch =
        sketch()
            .node("nlb", "aws.nlb", "main")
            .spans("nlb", "public-a", "public-b")
            .arrow("nlb", "web")
            .node("elb", "aws.elb", "main")
            .spans("elb", "public-a", "public-b")
            .arrow("elb", "web")
            .using("nlb", "pager")
            .using("elb", "pager");
    ResourceGraph hosts = sketch.set("pager", Alarm.METRIC, Metric.UNHEALTHY_HOSTS).lower();
    assertThat(say(alarm(hosts, "pager_nlb_nlb_to_web_tcp_80"), "namespace"))
        .isEqualTo("AWS/NetworkELB");
    assertThat(say(alarm(hosts, "pager_elb"), "dimensions"))
        .isEqualTo("LoadBalancerName=aws_elb.elb.name");
    ResourceGraph errors = sketch.set("pager", Alarm.METRIC, Metric.TARGET_ERRORS).lower();
    assertThat(say(alarm(errors, "pager_nlb"), "metric_name")).isEqualTo("TCP_Target_Reset_Count");
    assertThat(say(alarm(errors, "pager_elb"), "metric_name")).isEqualTo("HTTPCode_Backend_5XX");
    sketch.set("pager", Alarm.METRIC, Metric.CPU);
    assertThat(warnings(sketch)).contains("lower.alarm-metric");
  }

  @Test
  void eachOfSeveralWatchedThingsHasAnAlarmOfItsOwn() {
    ResourceGraph graph = sketch().using("web-asg", "pager").using("db", "pager").lower();
    assertThat(say(alarm(graph, "pager_web_asg"), "namespace")).isEqualTo("AWS/EC2");
    assertThat(say(alarm(graph, "pager_db"), "namespace")).isEqualTo("AWS/RDS");
  }

  /// CloudWatch refuses more.
  @Test
  void neverAsksForMoreDataPointsThanThereArePeriods() {
    Sketch sketch = sketch().using("db", "pager").set("pager", Alarm.PERIODS, 3);
    assertThat(say(alarm(sketch.lower(), "pager"), "datapoints_to_alarm")).isEqualTo("3");
    assertThat(warnings(sketch)).contains("lower.alarm-datapoints");
  }

  @Test
  void tellsWhatItCannotWatch() {
    assertThat(warnings(sketch())).contains("lower.alarm-of-nothing");
    assertThat(
            warnings(
                sketch().using("was-asg", "pager").set("pager", Alarm.METRIC, Metric.REPLICA_LAG)))
        .contains("lower.alarm-metric");
    Sketch far = sketch().node("tokyo", "aws.region", null).move("oncall", "tokyo");
    assertThat(warnings(far.using("db", "pager")))
        .contains("lower.topic-elsewhere", "lower.region-without-vpc");
    assertThat(alarm(far.lower(), "pager").get("alarm_actions")).isNull();
    assertThat(
            warnings(
                sketch()
                    .node("tokyo", "aws.region", null)
                    .move("pager", "tokyo")
                    .using("db", "pager")))
        .contains("lower.alarm-elsewhere");
  }
}
