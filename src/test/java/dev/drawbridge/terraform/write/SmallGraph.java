package dev.drawbridge.terraform.write;

import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.DataSource;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Provider;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.SupportFile;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A graph made by hand that has one of everything: a VPC with an instance and a database, whose names
/// are as hostile as names can be.
final class SmallGraph {
  static final String HOSTILE = "웹 \"a\" ${var.x} %{if} \\ 🏰 \u202E\n}";

  private static final Origin DRAWN = new Origin.Drawn("x-1");

  private SmallGraph() {}

  static ResourceGraph.Builder builder() {
    ResourceGraph.Builder graph = new ResourceGraph.Builder();
    Address vpc = new Address("aws_vpc", "main");
    Address subnet = new Address("aws_subnet", "web_a");
    Address group = new Address("aws_security_group", "web");
    Address role = new Address("aws_iam_role", "web");
    Address template = new Address("aws_launch_template", "web");

    graph.add(
        new Provider(
            "aws",
            null,
            Block.builder()
                .set("region", Value.symbol("var.region"))
                .block(
                    "default_tags",
                    Block.builder().set("tags", mapping("ManagedBy", Value.of("terraform"))))
                .build(),
            DRAWN));
    graph.local("name", Value.of("shop"));
    graph.local(
        "short", Value.call("substr", Value.symbol("local.name"), Value.of(0), Value.of(3)));
    graph.add(
        new Variable(
            "region",
            "AWS region to deploy into.",
            "string",
            null,
            false,
            false,
            List.of(
                new Variable.Validation(
                    "can(regex(\"^[a-z]{2}(-[a-z]+)+-[0-9]$\", var.region))",
                    "region must be a region name such as eu-west-1.")),
            Value.of("ap-northeast-2")));
    graph.add(
        Variable.of(
            "capacity",
            "Number of instances.",
            "object({ min = number, max = number })",
            mapping("min", Value.of(1), "max", Value.of(2))));
    graph.add(
        new Variable(
            "db_password",
            "Password of the database.",
            "string",
            null,
            true,
            true,
            List.of(),
            null));

    graph.add(
        new Resource(
            new Address("aws_vpc_security_group_ingress_rule", "web_http"),
            Block.builder()
                .set("security_group_id", group.dot("id"))
                .set("description", "HTTP")
                .set("cidr_ipv4", "0.0.0.0/0")
                .set("ip_protocol", "tcp")
                .set("from_port", 80)
                .set("to_port", 80)
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            subnet,
            Block.builder()
                .set("vpc_id", vpc.dot("id"))
                .set("cidr_block", "10.0.0.0/24")
                .set("availability_zone", Value.template(Value.symbol("var.region"), Value.of("a")))
                .set("tags", mapping("Name", Value.of(HOSTILE), "eu-west-1a", Value.of("x")))
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            vpc,
            Block.builder()
                .set("tags", mapping("Name", Value.template(Value.symbol("local.name"))))
                .set("cidr_block", "10.0.0.0/16")
                .set("enable_dns_hostnames", true)
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            new Address("aws_default_security_group", "main"),
            Block.builder().set("vpc_id", vpc.dot("id")).build(),
            new Origin.Implied("Adopts the VPC's default group and removes all its rules.")));
    graph.add(
        new Resource(
            group,
            Block.builder()
                .set("name_prefix", "web-")
                .set("description", "Web tier")
                .set("vpc_id", vpc.dot("id"))
                .block("lifecycle", Block.builder().set("create_before_destroy", true))
                .build(),
            DRAWN));
    graph.add(
        new DataSource(
            new Address("aws_iam_policy_document", "assume"),
            Block.builder()
                .block(
                    "statement",
                    Block.builder()
                        .set("actions", Value.items(Value.of("sts:AssumeRole")))
                        .block(
                            "principals",
                            Block.builder()
                                .set("type", "Service")
                                .set("identifiers", Value.items(Value.of("ec2.amazonaws.com")))))
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            role,
            Block.builder()
                .set("name_prefix", "web-")
                .set("assume_role_policy", Value.symbol("data.aws_iam_policy_document.assume.json"))
                .build(),
            DRAWN));
    graph.add(new DataSource(new Address("aws_partition", "current"), Block.EMPTY, DRAWN));
    graph.add(
        new Resource(
            new Address("aws_iam_role_policy_attachment", "web_ssm"),
            Block.builder()
                .set("role", role.dot("name"))
                .set(
                    "policy_arn",
                    Value.template(
                        Value.of("arn:"),
                        Value.symbol("data.aws_partition.current.partition"),
                        Value.of(":iam::aws:policy/AmazonSSMManagedInstanceCore")))
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            new Address("aws_autoscaling_group", "web"),
            Block.builder()
                .set("name", "web")
                .set("desired_capacity", Value.symbol("var.capacity.min"))
                .set("min_size", Value.symbol("var.capacity.min"))
                .set("max_size", Value.symbol("var.capacity.max"))
                .set("vpc_zone_identifier", Value.items(subnet.dot("id")))
                .set(
                    "depends_on",
                    Value.items(new Address("aws_iam_role_policy_attachment", "web_ssm").dot("")))
                .block(
                    "launch_template",
                    Block.builder()
                        .set("id", template.dot("id"))
                        .set("version", template.dot("latest_version")))
                .block(
                    "lifecycle",
                    Block.builder()
                        .set("ignore_changes", Value.items(Value.symbol("desired_capacity"))))
                .build(),
            DRAWN));
    graph.add(
        new Resource(
            template,
            Block.builder()
                .set("name_prefix", "web-")
                .set("image_id", "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023")
                .set("instance_type", "t3.micro")
                .set(
                    "user_data",
                    Value.call(
                        "base64encode",
                        Value.call(
                            "templatefile",
                            Value.template(
                                Value.symbol("path.module"), Value.of("/templates/web.sh.tftpl")),
                            mapping("port", Value.of(80), "text", Value.of(HOSTILE)))))
                .block("metadata_options", Block.builder().set("http_tokens", "required"))
                .build(),
            DRAWN));
    graph.add(new SupportFile("templates/web.sh.tftpl", "#!/bin/bash\necho ${port}\n", DRAWN));
    graph.add(
        new Resource(
            new Address("aws_db_instance", "main"),
            Block.builder()
                .set("password_wo", Value.symbol("var.db_password"))
                .set("password_wo_version", 1)
                .set("username", "postgres")
                .set("skip_final_snapshot", true)
                .set("allocated_storage", 20)
                .set("engine", "postgres")
                .set("instance_class", "db.t4g.micro")
                .build(),
            DRAWN));
    graph.add(new Output("vpc_id", "ID of the VPC.", vpc.dot("id")));
    graph.add(
        new Output(
            "web_url",
            "Address.",
            Value.template(
                Value.of("http://"), new Address("aws_db_instance", "main").dot("address"))));
    return graph;
  }

  private static Value mapping(Object... keysAndValues) {
    SequencedMap<String, Value> map = new LinkedHashMap<>();
    List<Object> all = Stream.of(keysAndValues).toList();
    for (int i = 0; i < all.size(); i += 2) {
      map.put((String) all.get(i), (Value) all.get(i + 1));
    }
    return new Value.Mapping(map);
  }
}
