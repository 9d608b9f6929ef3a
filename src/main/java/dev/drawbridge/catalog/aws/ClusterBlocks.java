package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Consul and Vault servers in Terraform, beyond what all tiers have: what they say to each other, how
/// they find each other, and how they get at their secrets.
final class ClusterBlocks {
  private static final String SECRET = "aws_secretsmanager_secret";

  /// HashiCorp, "Required ports": RPC, and gossip within a data centre.
  private static final List<Port> CONSUL = List.of(Port.tcp(8300), Port.tcp(8301), Port.udp(8301));

  /// RPC, and gossip between data centres.
  private static final List<Port> WAN = List.of(Port.tcp(8300), Port.tcp(8302), Port.udp(8302));

  /// Joining, and requests that go on to the leader.
  private static final List<Port> VAULT = List.of(Port.tcp(VaultTier.API), Port.tcp(8201));

  /// What the variable is called that asks for the servers of a cluster on premises, behind its label.
  static final String SERVERS = "_servers";

  private ClusterBlocks() {}

  static void consul(Element element, Lowering out) {
    if (!(element instanceof Node node) || !servers(node, out)) {
      return;
    }
    SecurityBlocks.among(node, CONSUL, out);
    for (Node other : federated(node, out)) {
      SecurityBlocks.between(node, other, WAN, out);
    }
    SequencedMap<String, String> secrets = new LinkedHashMap<>();
    secrets.put("gossip_key", "Key of the gossip among the servers of %s (consul keygen).");
    if (ConsulTier.TLS.of(node)) {
      certificate(secrets);
    }
    secret(node, secrets, out);
    permissions(node, List.of(), out);
    ConsulServices services = ConsulServices.of(node, out);
    if (!services.names().isEmpty()) {
      out.graph()
          .add(
              new Output(
                  out.label(node.id()) + "_names",
                  "Names with which "
                      + out.words(node)
                      + " answers by DNS on port "
                      + ConsulTier.DNS
                      + ": "
                      + String.join(", ", services.names())
                      + ".",
                  Value.of(services.names().stream().map(Value::of).toList())));
    }
  }

  static void vault(Element element, Lowering out) {
    if (!(element instanceof Node node) || !servers(node, out)) {
      return;
    }
    SecurityBlocks.among(node, VAULT, out);
    SequencedMap<String, String> secrets = new LinkedHashMap<>();
    certificate(secrets);
    secret(node, secrets, out);
    permissions(
        node,
        List.of(
            Block.builder()
                .set("sid", "Unseal")
                .set(
                    "actions",
                    Value.items(
                        Value.of("kms:Decrypt"),
                        Value.of("kms:DescribeKey"),
                        Value.of("kms:Encrypt")))
                .set("resources", Value.items(AccountBlocks.key(node, out)))
                .build()),
        out);
  }

  private static void certificate(SequencedMap<String, String> secrets) {
    secrets.put(
        "ca_certificate", "Certificate (PEM) of the authority that the servers of %s trust.");
    secrets.put("certificate", "Certificate (PEM) of the servers of %s.");
    secrets.put("private_key", "Private key (PEM) to the certificate of the servers of %s.");
  }

  /// Whether its servers are built, with all that tiers have.
  private static boolean servers(Node node, Lowering out) {
    InstanceBlocks.tier(node, out);
    List<Value> addresses = InstanceBlocks.addresses(node, out);
    if (addresses.isEmpty()) {
      return false;
    }
    out.graph()
        .add(
            new Output(
                out.label(node.id()) + "_servers",
                "Private addresses of the servers of " + out.words(node) + ".",
                Value.of(addresses)));
    return true;
  }

  /// The name of its data centre.
  static String datacenter(Node consul, Lowering out) {
    String told = ConsulTier.DATACENTER.of(consul);
    return told.isEmpty() ? out.around().regionCode(consul) : told;
  }

  static Value secretArn(Node node, Lowering out) {
    return Terms.arn(out.address(SECRET, node.id()));
  }

  /// The servers of the data centres that it uses: who is joined needs not join back. An input where it is
  /// not drawn which they are.
  static Value far(Node consul, Lowering out) {
    List<Value> lists = new ArrayList<>();
    List<Value> told = new ArrayList<>();
    for (Node other : federated(consul, out)) {
      if (!DataCentreBlocks.isOnPremises(other)) {
        told.addAll(InstanceBlocks.addresses(other, out));
      } else if (DataCentreConsul.SERVERS.of(other).isEmpty()) {
        lists.add(asked(other, out));
      } else {
        Stream.of(DataCentreConsul.SERVERS.of(other).split(",")).map(Value::of).forEach(told::add);
      }
    }
    if (lists.isEmpty()) {
      return Value.of(told);
    }
    if (!told.isEmpty()) {
      lists.addFirst(Value.of(told));
    }
    return lists.size() == 1 ? lists.getFirst() : Value.call("concat", lists.toArray(Value[]::new));
  }

  private static Value asked(Node onPremises, Lowering out) {
    return Terms.ask(
        Variable.asked(
            out.label(onPremises.id()) + SERVERS,
            "Private addresses of the Consul servers " + out.words(onPremises) + ".",
            "list(string)",
            "length({}) > 0",
            "must name a server at least.",
            Value.items(Value.of("192.168.10.11"))),
        out);
  }

  /// Data centres that use each other would wait for each other's addresses, so that only the one drawn
  /// first joins.
  private static List<Node> federated(Node consul, Lowering out) {
    List<Node> nodes = out.document().nodes();
    List<Node> joined = new ArrayList<>(Association.used(consul, ConsulTier.ID, out.document()));
    joined.removeIf(other -> nodes.indexOf(other) <= nodes.indexOf(consul));
    Stream.concat(
            Association.used(consul, DataCentreConsul.ID, out.document()).stream(),
            Association.users(consul, DataCentreConsul.ID, out.document()).stream())
        .distinct()
        .filter(other -> linked(consul, other, out))
        .filter(other -> DataCentreBlocks.range(other, out).isPresent())
        .forEach(joined::add);
    return joined;
  }

  private static boolean linked(Node consul, Node onPremises, Lowering out) {
    boolean linked = DataCentreBlocks.join(consul, onPremises, out);
    if (!linked && out.first("unlinked " + consul.id() + " " + onPremises.id())) {
      out.warn(consul, null, "lower.arrow-without-link");
    }
    return linked;
  }

  /// The servers read their secrets when they start. Neither the plan nor the state ever holds them.
  private static void secret(Node node, SequencedMap<String, String> secrets, Lowering out) {
    String label = out.label(node.id());
    Address secret = out.address(SECRET, node.id());
    out.add(
        node,
        secret,
        Block.builder()
            .accept("CKV2_AWS_57", "Who issues these secrets renews them; no function could.")
            .set("name_prefix", Terms.prefix(out.name(node.id(), 40)))
            .set("description", "Secrets of the servers of " + out.words(node))
            .set("kms_key_id", AccountBlocks.key(node, out))
            .set("recovery_window_in_days", 7)
            .set("tags", Terms.nameTag(out.tagName(node.id())))
            .build());
    List<Object> entries = new ArrayList<>();
    secrets.forEach(
        (name, description) -> {
          String variable = label + "_" + name;
          out.graph()
              .add(
                  new Variable(
                      variable,
                      ConfigurationFiles.fill(description, out.words(node))
                          + " Write-only: it is never stored in the plan or the state.",
                      "string",
                      null,
                      true,
                      true,
                      List.of(
                          new Variable.Validation(
                              "length(var." + variable + ") >= 16",
                              variable + " must be given in full.")),
                      null));
          entries.add(name);
          entries.add(Value.symbol("var." + variable));
        });
    String version = label + "_secret_version";
    out.graph()
        .add(
            Variable.of(
                version,
                "Raise by one to send changed secrets of " + out.words(node) + ".",
                "number",
                Value.of(1)));
    out.first("write-only");
    out.add(
        node,
        out.address(SECRET + "_version", node.id()),
        Block.builder()
            .set("secret_id", Terms.id(secret))
            .set("secret_string_wo", Value.call("jsonencode", Terms.map(entries.toArray())))
            .set("secret_string_wo_version", Value.symbol("var." + version))
            .build());
  }

  private static void permissions(Node node, List<Block> more, Lowering out) {
    List<Block> statements = new ArrayList<>();
    statements.add(
        Block.builder()
            .set("sid", "JoinByTag")
            .set("actions", Value.items(Value.of("ec2:DescribeInstances")))
            // That cannot be limited to some.
            .set("resources", Value.items(Value.of("*")))
            .build());
    statements.add(
        Block.builder()
            .set("sid", "ReadSecret")
            .set("actions", Value.items(Value.of("secretsmanager:GetSecretValue")))
            .set("resources", Value.items(secretArn(node, out)))
            .build());
    statements.add(
        Block.builder()
            .set("sid", "DecryptSecret")
            .set("actions", Value.items(Value.of("kms:Decrypt")))
            .set("resources", Value.items(AccountBlocks.key(node, out)))
            .build());
    statements.addAll(more);
    Value policy =
        AccountBlocks.document(
            out.address("aws_iam_policy_document", node.id(), "cluster"),
            out,
            statements.toArray(Block[]::new));
    out.imply(
        node,
        out.address("aws_iam_role_policy", node.id(), "cluster"),
        Block.builder()
            .set("name", "cluster")
            .set("role", Terms.id(out.address("aws_iam_role", node.id())))
            .set("policy", policy)
            .build(),
        "");
  }
}
