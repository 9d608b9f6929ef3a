package dev.drawbridge.analyze.rules.service;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Software for service discovery and secrets that is told by what its hosts are called. HashiCorp,
/// "Required ports" of Consul and of Vault.
enum Product {
  /// Server RPC, gossip within and between data centres, HTTP, HTTPS, gRPC, gRPC with TLS, DNS.
  CONSUL("consul", PortSet.ofAll(List.of(8300, 8301, 8302, 8500, 8501, 8502, 8503, 8600))),
  /// API, and requests between the servers.
  VAULT("vault", PortSet.ofAll(List.of(8200, 8201)));

  private final Pattern word;
  private final PortSet ports;

  Product(String name, PortSet ports) {
    // Not `consulting` or `vaulted`, but `consul-server` and `myconsul_1`.
    this.word = Pattern.compile(name + "([^a-z]|servers?|nodes?|cluster|agents?|clients?|$)");
    this.ports = ports;
  }

  PortSet ports() {
    return ports;
  }

  /// Whether the host, by what it is called, is one of this software.
  boolean runsOn(Subject subject, Resource host) {
    return names(subject, host).stream().anyMatch(name -> word.matcher(name).find());
  }

  /// What the host is called, in lower case: where it is drawn its name and kind, otherwise its label, its
  /// name and its tags.
  static List<String> names(Subject subject, Resource host) {
    Optional<Component> drawn =
        subject.component(host.address()).filter(component -> !component.elements().isEmpty());
    if (drawn.isPresent()) {
      return drawn.get().elements().stream()
          .flatMap(id -> subject.document().find(id).stream())
          .flatMap(element -> Stream.of(element.name().toLowerCase(Locale.ROOT), element.kind()))
          .toList();
    }
    Reader read = subject.facts().read(host);
    List<String> names = new ArrayList<>();
    names.add(host.address().name());
    List<Reading<String>> said =
        new ArrayList<>(List.of(read.text("name"), read.text("name_prefix")));
    for (Reader tag : read.blocks("tag")) {
      said.add(tag.text("key"));
      said.add(tag.text("value"));
    }
    said.forEach(reading -> reading.known().ifPresent(names::add));
    if (host.get("tags") instanceof Value.Mapping(var entries)) {
      names.addAll(entries.sequencedKeySet());
    }
    for (Reading<Value> tag : read.entries("tags")) {
      if (tag instanceof Reading.Given<Value>(Value.Text(String text))) {
        names.add(text);
      }
    }
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}
