package dev.drawbridge.terraform.write;

import java.util.List;
import java.util.Map;

/// Which file a resource goes into, where in it, and behind which other.
final class Placement {
  /// The files in the order of the README.
  static final List<String> FILES =
      List.of(
          "versions.tf",
          "providers.tf",
          "variables.tf",
          "locals.tf",
          "network.tf",
          "security.tf",
          "load_balancing.tf",
          "compute.tf",
          "containers.tf",
          "database.tf",
          "cache.tf",
          "discovery.tf",
          "dns.tf",
          "storage.tf",
          "encryption.tf",
          "iam.tf",
          "observability.tf",
          "main.tf",
          "outputs.tf",
          "terraform.tfvars.example");

  /// What types begin with, the longer first where one begins with another; by file.
  private static final List<Map.Entry<String, String>> PREFIXES =
      List.of(
          Map.entry("aws_vpc_security_group", "security.tf"),
          Map.entry("aws_security_group", "security.tf"),
          Map.entry("aws_default_security_group", "security.tf"),
          Map.entry("aws_network_acl", "security.tf"),
          Map.entry("aws_default_network_acl", "security.tf"),
          Map.entry("aws_wafv2", "security.tf"),
          Map.entry("aws_networkfirewall", "security.tf"),
          Map.entry("aws_flow_log", "observability.tf"),
          Map.entry("aws_cloudwatch", "observability.tf"),
          Map.entry("aws_sns", "observability.tf"),
          Map.entry("aws_cloudtrail", "observability.tf"),
          Map.entry("aws_lb", "load_balancing.tf"),
          Map.entry("aws_alb", "load_balancing.tf"),
          Map.entry("aws_elb", "load_balancing.tf"),
          Map.entry("aws_load_balancer", "load_balancing.tf"),
          Map.entry("aws_acm", "load_balancing.tf"),
          Map.entry("aws_cloudfront", "load_balancing.tf"),
          Map.entry("aws_route53", "dns.tf"),
          Map.entry("aws_service_discovery", "discovery.tf"),
          Map.entry("aws_elasticache", "cache.tf"),
          Map.entry("aws_db", "database.tf"),
          Map.entry("aws_rds", "database.tf"),
          Map.entry("aws_ecs", "containers.tf"),
          Map.entry("aws_ecr", "containers.tf"),
          Map.entry("aws_appautoscaling", "containers.tf"),
          Map.entry("aws_launch", "compute.tf"),
          Map.entry("aws_autoscaling", "compute.tf"),
          Map.entry("aws_instance", "compute.tf"),
          Map.entry("aws_key_pair", "compute.tf"),
          Map.entry("aws_ebs", "compute.tf"),
          Map.entry("aws_volume_attachment", "compute.tf"),
          Map.entry("aws_s3", "storage.tf"),
          Map.entry("aws_efs", "storage.tf"),
          Map.entry("aws_kms", "encryption.tf"),
          Map.entry("aws_secretsmanager", "encryption.tf"),
          Map.entry("aws_iam", "iam.tf"),
          Map.entry("aws_vpc", "network.tf"),
          Map.entry("aws_vpn", "network.tf"),
          Map.entry("aws_customer_gateway", "network.tf"),
          Map.entry("aws_dx", "network.tf"),
          Map.entry("aws_default_route_table", "network.tf"),
          Map.entry("aws_subnet", "network.tf"),
          Map.entry("aws_internet_gateway", "network.tf"),
          Map.entry("aws_egress_only", "network.tf"),
          Map.entry("aws_eip", "network.tf"),
          Map.entry("aws_nat_gateway", "network.tf"),
          Map.entry("aws_network_interface", "network.tf"),
          Map.entry("aws_route", "network.tf"),
          Map.entry("aws_main_route_table", "network.tf"),
          Map.entry("aws_ec2", "network.tf"));

  /// The order within a file, as one would build it; types that are not named come last.
  private static final List<String> ORDER =
      List.of(
          "aws_vpc",
          "aws_internet_gateway",
          "aws_egress_only_internet_gateway",
          "aws_subnet",
          "aws_eip",
          "aws_nat_gateway",
          "aws_route_table",
          "aws_vpc_endpoint",
          "aws_vpc_peering_connection",
          "aws_vpn_gateway",
          "aws_customer_gateway",
          "aws_vpn_connection",
          "aws_dx_gateway",
          "aws_dx_private_virtual_interface",
          "aws_default_security_group",
          "aws_security_group",
          "aws_vpc_security_group_ingress_rule",
          "aws_vpc_security_group_egress_rule",
          "aws_lb",
          "aws_lb_target_group",
          "aws_lb_listener",
          "aws_elb",
          "aws_acm_certificate",
          "aws_cloudfront_origin_access_control",
          "aws_cloudfront_distribution",
          "aws_launch_template",
          "aws_autoscaling_group",
          "aws_instance",
          "aws_ecs_cluster",
          "aws_ecs_capacity_provider",
          "aws_ecs_task_definition",
          "aws_ecs_service",
          "aws_db_subnet_group",
          "aws_db_parameter_group",
          "aws_db_instance",
          "aws_rds_cluster_parameter_group",
          "aws_rds_cluster",
          "aws_elasticache_subnet_group",
          "aws_elasticache_parameter_group",
          "aws_elasticache_replication_group",
          "aws_s3_bucket",
          "aws_kms_key",
          "aws_iam_role",
          "aws_cloudwatch_log_group",
          "aws_flow_log",
          "aws_sns_topic",
          "aws_cloudwatch_metric_alarm");

  /// Resources that say something about another one stand behind it.
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          Map.entry("aws_nat_gateway", "aws_eip"),
          Map.entry("aws_route", "aws_route_table"),
          Map.entry("aws_route_table_association", "aws_route_table"),
          Map.entry("aws_network_acl_rule", "aws_network_acl"),
          Map.entry("aws_network_acl_association", "aws_network_acl"),
          Map.entry("aws_vpc_security_group_ingress_rule", "aws_security_group"),
          Map.entry("aws_vpc_security_group_egress_rule", "aws_security_group"),
          Map.entry("aws_vpc_peering_connection_accepter", "aws_vpc_peering_connection"),
          Map.entry("aws_vpn_connection_route", "aws_vpn_connection"),
          Map.entry("aws_dx_gateway_association", "aws_dx_gateway"),
          Map.entry("aws_lb_target_group_attachment", "aws_lb_target_group"),
          Map.entry("aws_elb_attachment", "aws_elb"),
          Map.entry("aws_load_balancer_policy", "aws_elb"),
          Map.entry("aws_load_balancer_listener_policy", "aws_load_balancer_policy"),
          Map.entry("aws_lb_listener_rule", "aws_lb_listener"),
          Map.entry("aws_lb_listener_certificate", "aws_lb_listener"),
          Map.entry("aws_acm_certificate_validation", "aws_acm_certificate"),
          Map.entry("aws_wafv2_web_acl_association", "aws_wafv2_web_acl"),
          Map.entry("aws_wafv2_web_acl_logging_configuration", "aws_wafv2_web_acl"),
          Map.entry("aws_autoscaling_group", "aws_launch_template"),
          Map.entry("aws_rds_cluster_instance", "aws_rds_cluster"),
          Map.entry("aws_autoscaling_policy", "aws_autoscaling_group"),
          Map.entry("aws_autoscaling_notification", "aws_autoscaling_group"),
          Map.entry("aws_autoscaling_schedule", "aws_autoscaling_group"),
          Map.entry("aws_ecs_cluster_capacity_providers", "aws_ecs_cluster"),
          Map.entry("aws_appautoscaling_target", "aws_ecs_service"),
          Map.entry("aws_appautoscaling_policy", "aws_appautoscaling_target"),
          Map.entry("aws_iam_role_policy", "aws_iam_role"),
          Map.entry("aws_iam_role_policy_attachment", "aws_iam_role"),
          Map.entry("aws_iam_instance_profile", "aws_iam_role"),
          Map.entry("aws_kms_alias", "aws_kms_key"),
          Map.entry("aws_sns_topic_policy", "aws_sns_topic"),
          Map.entry("aws_sns_topic_subscription", "aws_sns_topic"),
          Map.entry("aws_s3_bucket_policy", "aws_s3_bucket"),
          Map.entry("aws_s3_bucket_versioning", "aws_s3_bucket"),
          Map.entry("aws_s3_bucket_public_access_block", "aws_s3_bucket"),
          Map.entry("aws_s3_bucket_ownership_controls", "aws_s3_bucket"),
          Map.entry("aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket"),
          Map.entry("aws_s3_bucket_server_side_encryption_configuration", "aws_s3_bucket"));

  private Placement() {}

  static String file(String type) {
    return PREFIXES.stream()
        .filter(entry -> type.startsWith(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse("main.tf");
  }

  static int rank(String type) {
    int at = ORDER.indexOf(type);
    return at < 0 ? ORDER.size() : at;
  }

  /// The type of the resource behind which one of this type stands, or the empty text.
  static String parent(String type) {
    return PARENTS.getOrDefault(type, "");
  }
}
