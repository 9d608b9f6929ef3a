package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.HostileGraphs.Intruder;
import dev.drawbridge.analyze.HostileGraphs.Place;
import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Terraform comes from strangers. Whatever it says, the analysis ends, throws nothing, and says the
/// same each time and in whatever order the resources stand.
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HostileGraphsTest {
  private static final int RUNS = 600;

  /// All that the examples of the rules are made of, and what the samples amount to.
  private static List<ResourceGraph> graphs() {
    List<ResourceGraph> all = new ArrayList<>();
    RuleContractTest.examples()
        .map(one -> one.isDrawn() ? Analysis.of(one.document()).graph() : one.written())
        .forEach(all::add);
    all.add(Analysis.of(Template.THREE_TIER_PLANTED.design(Language.ENGLISH)).graph());
    return all;
  }

  /// Each argument and each block of each type, with the smallest graph that has it.
  private static Map<Place, ResourceGraph> places() {
    Map<Place, ResourceGraph> smallest = new LinkedHashMap<>();
    for (ResourceGraph graph : graphs()) {
      for (Place place : HostileGraphs.places(graph)) {
        smallest.merge(
            place,
            graph,
            (one, other) -> other.resources().size() < one.resources().size() ? other : one);
      }
    }
    return smallest;
  }

  /// One place of each type at once: two of one type would hide each other.
  private static List<List<Place>> columns(List<Place> places) {
    Map<String, Integer> seen = new HashMap<>();
    List<List<Place>> columns = new ArrayList<>();
    for (Place place : places) {
      int column = seen.merge(place.type(), 1, Integer::sum) - 1;
      if (column == columns.size()) {
        columns.add(new ArrayList<>());
      }
      columns.get(column).add(place);
    }
    return columns;
  }

  @Test
  void anythingMayStandAnywhere() {
    Map<Place, ResourceGraph> smallest = places();
    assertTrue(smallest.size() > 300, smallest.size() + " places");
    Map<ResourceGraph, List<Place>> byGraph = new IdentityHashMap<>();
    smallest.forEach(
        (place, graph) -> byGraph.computeIfAbsent(graph, _ -> new ArrayList<>()).add(place));
    List<String> fallen = new ArrayList<>();
    byGraph.forEach(
        (graph, places) -> {
          for (List<Place> column : columns(places)) {
            for (Intruder intruder : HostileGraphs.INTRUDERS) {
              ResourceGraph intruded = graph;
              for (Place place : column) {
                intruded = HostileGraphs.intrude(intruded, place, intruder);
              }
              try {
                told(intruded, column + " is " + intruder);
              } catch (AssertionError e) {
                fallen.add(e.getMessage() + ": " + e.getCause());
              }
            }
          }
        });
    assertEquals(List.of(), fallen);
  }

  @Test
  void whatIsSaidHangsNeitherOnTheRunNorOnTheOrder() {
    List<ResourceGraph> graphs = graphs();
    TreeSet<String> names = new TreeSet<>();
    places().keySet().forEach(place -> names.add(place.path().getLast()));
    for (int seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      ResourceGraph graph = graphs.get(random.nextInt(graphs.size()));
      ResourceGraph disturbed =
          seed % 3 == 0 ? graph : HostileGraphs.disturbed(graph, random, List.copyOf(names));
      List<String> told = told(disturbed, "seed " + seed);
      assertEquals(told, told(disturbed, "seed " + seed), "another run, seed " + seed);
      assertEquals(
          prints(disturbed),
          prints(HostileGraphs.shuffled(disturbed, random)),
          "another order, seed " + seed);
    }
  }

  @Test
  void namesThatMultiplyEnd() {
    for (Value leaf : List.of(Value.of(""), Value.of("0.0.0.0/0"), Value.symbol("local.n64"))) {
      for (BinaryOperator<Value> twice :
          List.<BinaryOperator<Value>>of(
              (one, other) -> Value.template(one, other),
              (one, other) -> Value.items(one, other),
              (one, other) -> Value.call("tolist", Value.items(one, other)))) {
        ResourceGraph.Builder graph = new ResourceGraph.Builder().local("n0", leaf);
        for (int i = 1; i <= 64; i++) {
          Value before = Value.symbol("local.n" + (i - 1));
          graph.local("n" + i, twice.apply(before, before));
        }
        Terraform.publicSubnet()
            .group("app", Terraform.tcp(80, 80).set("cidr_blocks", Value.symbol("local.n64")))
            .server("aws_security_group.app")
            .graph()
            .resources()
            .values()
            .forEach(graph::add);
        told(graph.build(), "names that multiply");
      }
    }
  }

  private static List<String> told(ResourceGraph graph, String where) {
    return Said.wordByWord(() -> Analysis.of(graph, () -> false), where);
  }

  private static List<String> prints(ResourceGraph graph) {
    return Said.inShort(Analysis.of(graph, () -> false));
  }
}
