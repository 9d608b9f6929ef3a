package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what else stands in subnets: whatever is put there by the arguments that AWS's provider uses for
/// that, and is neither read by somebody else nor known to accept no sessions. Packets get to it as they get
/// to anything; what it is, nobody here knows.
final class Others {
  private static final List<String> SUBNETS =
      List.of("subnet_ids", "subnet_id", "subnets", "client_subnets");

  private static final List<String> GROUPS =
      List.of(
          "vpc_security_group_ids", "security_group_ids", "security_groups", "security_group_id");

  /// The blocks in which these arguments stand, where they are not at the top.
  private static final List<String> PLACES =
      List.of(
          "vpc_config",
          "vpc_options",
          "vpc_settings",
          "vpc_configuration",
          "broker_node_group_info",
          "compute_resources",
          "ec2_attributes",
          "endpoint_details",
          "network_configuration");

  /// Read by somebody else.
  private static final Set<String> READ =
      Set.of(
          "aws_instance",
          "aws_spot_instance_request",
          "aws_autoscaling_group",
          "aws_launch_template",
          "aws_launch_configuration",
          "aws_ecs_service",
          "aws_lb",
          "aws_alb",
          "aws_elb",
          "aws_nat_gateway",
          "aws_db_instance",
          "aws_rds_cluster",
          "aws_rds_cluster_instance",
          "aws_elasticache_cluster",
          "aws_elasticache_replication_group",
          "aws_memorydb_cluster",
          "aws_redshift_cluster");

  /// No more than a part of the ground, or of what guards it.
  private static final Pattern GROUND =
      Pattern.compile(
          "aws_(default_)?(subnet|route|vpc|security_group|network_acl|flow_log|ec2_transit|ec2_subnet"
              + "|networkmanager|eip|ram_|ssm_|network_interface_|internet_gateway|egress_only).*"
              + "|aws_.*_subnet_group");

  /// Sends and accepts nothing; of endpoints, AWS is behind them.
  private static final Set<String> ACCEPTING_NOTHING =
      Set.of(
          "aws_lambda_function",
          "aws_codebuild_project",
          "aws_apprunner_vpc_connector",
          "aws_apigatewayv2_vpc_link",
          "aws_glue_connection",
          "aws_cloudwatch_event_target",
          "aws_scheduler_schedule",
          "aws_pipes_pipe",
          "aws_quicksight_vpc_connection",
          "aws_synthetics_canary",
          "aws_ecs_task_definition",
          "aws_vpc_endpoint",
          "aws_lb_target_group_attachment");

  /// Machines that somebody starts there, which get a public address where the subnet hands them out.
  private static final Set<String> MACHINES =
      Set.of("aws_eks_node_group", "aws_emr_cluster", "aws_batch_compute_environment");

  /// Whoever starts what is written elsewhere: it may be anything, anywhere.
  private static final Set<String> ANYTHING =
      Set.of(
          "aws_cloudformation_stack",
          "aws_cloudformation_stack_set_instance",
          "aws_ec2_fleet",
          "aws_elastic_beanstalk_environment",
          "aws_opsworks_instance",
          "aws_servicecatalog_provisioned_product",
          "aws_spot_fleet_request");

  /// Services of AWS that have private addresses only.
  private static final Pattern PRIVATE =
      Pattern.compile(
          "aws_(eks_cluster|redshiftserverless_workgroup|efs_mount_target|fsx_.*|directory_service_directory|workspaces_directory"
              + "|route53_resolver_endpoint|msk_cluster|msk_serverless_cluster|opensearch_domain"
              + "|elasticsearch_domain|dax_cluster|cloudhsm_v2_cluster|mq_broker)");

  private final Resources resources;
  private final Set<Address> elastic;
  private final Set<Address> ofInstances = new HashSet<>();

  private Others(Resources resources) {
    this.resources = resources;
    this.elastic = Compute.elasticInterfaces(resources);
  }

  static List<AwsOther> all(Resources resources) {
    return new Others(resources).all();
  }

  private List<AwsOther> all() {
    for (Resource instance : resources.of("aws_instance", "aws_spot_instance_request")) {
      Compute.networkCard(resources, resources.read(instance))
          .map(Resource::address)
          .ifPresent(ofInstances::add);
    }
    List<AwsOther> all = new ArrayList<>();
    for (String type : resources.types()) {
      if (type.startsWith("aws_") && !isKnown(type)) {
        for (Resource resource : resources.of(type)) {
          if (mayStand(resource) && !ofInstances.contains(resource.address())) {
            other(resource).ifPresent(all::add);
          }
        }
      }
    }
    return all;
  }

  private static boolean isKnown(String type) {
    return READ.contains(type)
        || ACCEPTING_NOTHING.contains(type)
        || GROUND.matcher(type).matches();
  }

  /// Whether it may be put into subnets: most resources are not.
  private static boolean mayStand(Resource resource) {
    Block body = resource.body();
    for (Block.Nested nested : body.blocks()) {
      if (PLACES.contains(nested.type())) {
        return true;
      }
    }
    for (String argument : body.arguments().keySet()) {
      if (SUBNETS.contains(argument) || PLACES.contains(argument)) {
        return true;
      }
    }
    return ANYTHING.contains(resource.type());
  }

  private Optional<AwsOther> other(Resource resource) {
    Reader top = resources.read(resource);
    List<Reader> places = new ArrayList<>(List.of(top));
    PLACES.forEach(place -> places.addAll(top.blocks(place)));
    Reading<List<Reading<Address>>> subnets = Reading.missing();
    Reading<List<Reading<Value.Reference>>> groups = Reading.missing();
    for (Reader place : places) {
      for (String argument : SUBNETS) {
        subnets = subnets.or(place.references(argument));
      }
      for (String argument : GROUPS) {
        groups = groups.or(place.attributes(argument));
      }
    }
    if (subnets.isMissing() && ANYTHING.contains(resource.type())) {
      Reason kind = Reason.of("unknown.kind", resource.type());
      return Optional.of(
          new AwsOther(
              resource,
              Reading.unresolved(kind),
              Reading.unresolved(kind),
              Reading.unresolved(kind)));
    }
    Reading<Boolean> publicIp = publicIp(resource, top);
    if (resource.type().equals("aws_eks_node_group")) {
      Compute.Template template = Compute.Template.ifAny(resources, top);
      groups = ClusterGroups.ofNodes(resource, top, template);
      publicIp = publicIp.or(template.publicIp());
    }
    return subnets.isMissing()
        ? Optional.empty()
        : Optional.of(new AwsOther(resource, subnets, groups, publicIp));
  }

  private Reading<Boolean> publicIp(Resource resource, Reader read) {
    if (resource.type().equals("aws_network_interface")) {
      return Reading.given(elastic.contains(resource.address()));
    }
    Reading<Boolean> told = read.flag("publicly_accessible");
    if (!told.isMissing() || MACHINES.contains(resource.type())) {
      return told;
    }
    return PRIVATE.matcher(resource.type()).matches()
        ? Reading.given(false)
        : Reading.unresolved(Reason.of("unknown.kind", resource.type()));
  }
}
