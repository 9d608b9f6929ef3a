package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Attributes in JSON as the body of a resource. Where one resource names another by what AWS calls it, that
/// becomes a reference again.
final class JsonBodies {
  /// What AWS makes up, so that nothing else is called so by chance.
  private static final Pattern MADE_UP =
      Pattern.compile("[a-z]+(-[a-z]+)*-[0-9a-f]{8,32}|arn:.+|.+\\.amazonaws\\.com");

  /// Attributes by which others name a resource.
  private static final List<String> NAMES =
      List.of(
          "id",
          "arn",
          "arn_suffix",
          "dns_name",
          "domain_name",
          "bucket_regional_domain_name",
          "endpoint",
          "certificate_arn");

  /// Arguments that name a resource of a type by a name that somebody chose.
  private static final Map<String, List<String>> BY_NAME =
      Map.ofEntries(
          Map.entry("autoscaling_group_name", List.of("aws_autoscaling_group")),
          Map.entry("AutoScalingGroupName", List.of("aws_autoscaling_group")),
          Map.entry("bucket", List.of("aws_s3_bucket")),
          Map.entry("cluster_identifier", List.of("aws_rds_cluster")),
          Map.entry("DBClusterIdentifier", List.of("aws_rds_cluster")),
          Map.entry("DBInstanceIdentifier", List.of("aws_db_instance")),
          Map.entry("replicate_source_db", List.of("aws_db_instance")),
          Map.entry("db_subnet_group_name", List.of("aws_db_subnet_group")),
          Map.entry("subnet_group_name", List.of("aws_elasticache_subnet_group")),
          Map.entry(
              "parameter_group_name",
              List.of("aws_db_parameter_group", "aws_elasticache_parameter_group")),
          Map.entry("db_cluster_parameter_group_name", List.of("aws_rds_cluster_parameter_group")),
          Map.entry("capacity_provider", List.of("aws_ecs_capacity_provider")),
          Map.entry("origin_access_control_id", List.of("aws_cloudfront_origin_access_control")));

  /// Secrets, and what only repeats other attributes.
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "id|arn|tags_all|timeouts|.*password.*|.*secret_string.*|auth_token|private_key");

  private final Map<String, Value.Reference> known = new HashMap<>();
  private final Map<String, Value.Reference> named = new HashMap<>();

  JsonBodies(List<JsonResources> resources) {
    for (JsonResources resource : resources) {
      for (String name : NAMES) {
        String text = resource.values().path(name).asString("");
        if (MADE_UP.matcher(text).matches()) {
          known.putIfAbsent(text, resource.address().dot(name));
        }
      }
      for (String name : List.of("id", "name", "identifier", "bucket", "cluster_identifier")) {
        String text = resource.values().path(name).asString("");
        if (!text.isEmpty()) {
          named.putIfAbsent(resource.address().type() + " " + text, resource.address().dot(name));
        }
      }
    }
  }

  Block body(JsonResources resource) {
    return body(resource.values(), resource.sensitive(), resource.address());
  }

  private Block body(JsonNode values, JsonNode sensitive, Address self) {
    Block.Builder body = Block.builder();
    for (Map.Entry<String, JsonNode> entry : values.properties()) {
      String name = entry.getKey();
      JsonNode value = entry.getValue();
      JsonNode hidden = sensitive.path(name);
      if (value.isNull() || LEFT_OUT.matcher(name).matches() || hidden.asBoolean(false)) {
        continue;
      }
      if (isBlocks(value)) {
        for (int i = 0; i < value.size(); i++) {
          body.block(name, body(value.get(i), hidden.path(i), self));
        }
      } else if (!value.isArray() || !value.isEmpty()) {
        body.set(name, value(name, value, self));
      }
    }
    return body.build();
  }

  /// Nested blocks are lists of objects, and hardly an argument is.
  static boolean isBlocks(JsonNode value) {
    if (!value.isArray() || value.isEmpty()) {
      return false;
    }
    for (JsonNode each : value) {
      if (!each.isObject()) {
        return false;
      }
    }
    return true;
  }

  Value value(String name, JsonNode value, Address self) {
    if (value.isString()) {
      return text(name, value.asString(), self);
    }
    if (value.isNumber()) {
      return new Value.Number(value.decimalValue());
    }
    if (value.isBoolean()) {
      return Value.of(value.asBoolean());
    }
    if (value.isArray()) {
      List<Value> items = new ArrayList<>();
      value.forEach(each -> items.add(value(name, each, self)));
      return Value.of(items);
    }
    if (value.isObject()) {
      SequencedMap<String, Value> entries = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        entries.put(entry.getKey(), value(entry.getKey(), entry.getValue(), self));
      }
      return new Value.Mapping(entries);
    }
    return new Value.Null();
  }

  private Value text(String name, String text, Address self) {
    Optional<Value.Reference> found =
        Optional.ofNullable(known.get(text))
            .or(
                () ->
                    BY_NAME.getOrDefault(name, List.of()).stream()
                        .flatMap(type -> Optional.ofNullable(named.get(type + " " + text)).stream())
                        .findFirst());
    return found
        .filter(reference -> !reference.target().equals(self))
        .<Value>map(reference -> reference)
        .orElseGet(() -> Value.of(text));
  }
}
