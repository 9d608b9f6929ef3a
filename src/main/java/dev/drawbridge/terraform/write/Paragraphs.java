package dev.drawbridge.terraform.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How the many arguments of the large resources are grouped for reading, one paragraph a concern. The
/// arguments of other resources stand in the order of the graph, in one paragraph.
final class Paragraphs {
  private static final Map<String, List<List<String>>> BY_TYPE =
      Map.of(
          "aws_db_instance",
          List.of(
              List.of(
                  "identifier",
                  "identifier_prefix",
                  "replicate_source_db",
                  "engine",
                  "engine_version",
                  "instance_class",
                  "license_model",
                  "availability_zone"),
              List.of(
                  "allocated_storage",
                  "max_allocated_storage",
                  "storage_type",
                  "iops",
                  "storage_throughput",
                  "storage_encrypted",
                  "kms_key_id"),
              List.of(
                  "db_name",
                  "username",
                  "password",
                  "password_wo",
                  "password_wo_version",
                  "manage_master_user_password",
                  "master_user_secret_kms_key_id",
                  "iam_database_authentication_enabled"),
              List.of(
                  "multi_az",
                  "db_subnet_group_name",
                  "vpc_security_group_ids",
                  "port",
                  "publicly_accessible",
                  "network_type",
                  "ca_cert_identifier"),
              List.of(
                  "parameter_group_name",
                  "option_group_name",
                  "allow_major_version_upgrade",
                  "auto_minor_version_upgrade",
                  "apply_immediately",
                  "maintenance_window",
                  "backup_retention_period",
                  "backup_window",
                  "copy_tags_to_snapshot",
                  "delete_automated_backups",
                  "deletion_protection",
                  "skip_final_snapshot",
                  "final_snapshot_identifier"),
              List.of(
                  "enabled_cloudwatch_logs_exports",
                  "monitoring_interval",
                  "monitoring_role_arn",
                  "performance_insights_enabled",
                  "performance_insights_kms_key_id",
                  "performance_insights_retention_period")),
          "aws_lb",
          List.of(
              List.of(
                  "name",
                  "name_prefix",
                  "load_balancer_type",
                  "internal",
                  "ip_address_type",
                  "security_groups",
                  "subnets"),
              List.of(
                  "client_keep_alive",
                  "desync_mitigation_mode",
                  "drop_invalid_header_fields",
                  "enable_cross_zone_load_balancing",
                  "enable_deletion_protection",
                  "enable_http2",
                  "idle_timeout",
                  "preserve_host_header",
                  "xff_header_processing_mode")),
          "aws_elb",
          List.of(
              List.of("name", "name_prefix", "internal", "security_groups", "subnets"),
              List.of(
                  "cross_zone_load_balancing",
                  "connection_draining",
                  "connection_draining_timeout",
                  "desync_mitigation_mode",
                  "idle_timeout")),
          "aws_lb_target_group",
          List.of(
              List.of(
                  "name",
                  "name_prefix",
                  "target_type",
                  "protocol",
                  "protocol_version",
                  "port",
                  "vpc_id",
                  "ip_address_type"),
              List.of(
                  "deregistration_delay",
                  "load_balancing_algorithm_type",
                  "load_balancing_cross_zone_enabled",
                  "slow_start",
                  "preserve_client_ip",
                  "connection_termination")),
          "aws_launch_template",
          List.of(
              List.of("name", "name_prefix", "description", "update_default_version"),
              List.of(
                  "image_id",
                  "instance_type",
                  "ebs_optimized",
                  "key_name",
                  "vpc_security_group_ids"),
              List.of("user_data")),
          "aws_instance",
          List.of(
              List.of(
                  "ami",
                  "instance_type",
                  "subnet_id",
                  "availability_zone",
                  "private_ip",
                  "associate_public_ip_address",
                  "vpc_security_group_ids",
                  "iam_instance_profile",
                  "key_name"),
              List.of(
                  "ebs_optimized",
                  "monitoring",
                  "disable_api_termination",
                  "user_data_replace_on_change"),
              List.of("user_data", "user_data_base64")),
          "aws_ecs_service",
          List.of(
              List.of("name", "cluster", "task_definition", "desired_count"),
              List.of("launch_type", "platform_version", "availability_zone_rebalancing"),
              List.of("deployment_minimum_healthy_percent", "deployment_maximum_percent"),
              List.of(
                  "enable_ecs_managed_tags",
                  "enable_execute_command",
                  "propagate_tags",
                  "health_check_grace_period_seconds")),
          "aws_ecs_task_definition",
          List.of(
              List.of("family", "requires_compatibilities", "network_mode", "cpu", "memory"),
              List.of("execution_role_arn", "task_role_arn"),
              List.of("container_definitions")),
          "aws_autoscaling_group",
          List.of(
              List.of(
                  "name",
                  "name_prefix",
                  "vpc_zone_identifier",
                  "target_group_arns",
                  "load_balancers"),
              List.of("min_size", "max_size", "desired_capacity"),
              List.of(
                  "health_check_type",
                  "health_check_grace_period",
                  "default_cooldown",
                  "default_instance_warmup",
                  "capacity_rebalance",
                  "max_instance_lifetime",
                  "termination_policies",
                  "protect_from_scale_in",
                  "wait_for_capacity_timeout",
                  "min_elb_capacity"),
              List.of("enabled_metrics", "metrics_granularity")));

  private Paragraphs() {}

  /// The arguments in paragraphs. One that no paragraph names joins the last.
  static List<List<String>> of(String type, List<String> arguments) {
    List<List<String>> plan = BY_TYPE.get(type);
    if (plan == null) {
      return List.of(arguments);
    }
    List<List<String>> paragraphs = new ArrayList<>();
    List<String> rest = new ArrayList<>(arguments);
    for (List<String> names : plan) {
      List<String> present = names.stream().filter(arguments::contains).toList();
      rest.removeAll(present);
      if (!present.isEmpty()) {
        paragraphs.add(new ArrayList<>(present));
      }
    }
    if (paragraphs.isEmpty()) {
      return List.of(rest);
    }
    paragraphs.getLast().addAll(rest);
    return paragraphs;
  }
}
