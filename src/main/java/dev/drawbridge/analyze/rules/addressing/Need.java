package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.AwsSubnet;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many addresses a subnet has to give, and how many are asked for.
///
/// @param length the prefix length of its block
/// @param room what AWS hands out: all but five, the first four and the last
/// @param now what is needed for certain, with Auto Scaling groups at their desired size
/// @param grown with Auto Scaling groups at their maximum and load balancers at the eight that
///     AWS wants free for each
public record Need(Resource subnet, int length, long room, long now, long grown) {
  private static final int RESERVED = 5;

  /// AWS, Application Load Balancers: at least eight free addresses in each subnet.
  private static final int BALANCER = 8;

  /// Of every subnet with a known block in which something stands, in the order of the design.
  public static List<Need> all(Subject subject) {
    Map<Address, long[]> asked = new HashMap<>();
    for (Component component : subject.components()) {
      for (Standing part : component.parts()) {
        count(subject, component.sort(), part, asked);
      }
    }
    List<Need> all = new ArrayList<>();
    for (AwsSubnet subnet : subject.facts().subnets().values()) {
      Optional<Cidr> block = Places.block(subnet).meant();
      long[] both = asked.get(subnet.address());
      if (block.isPresent() && both != null) {
        long size = 1L << Math.min(block.get().hostBits(), 32);
        all.add(
            new Need(subnet.resource(), block.get().length(), size - RESERVED, both[0], both[1]));
      }
    }
    return all;
  }

  private static void count(
      Subject subject, Component.Sort sort, Standing part, Map<Address, long[]> asked) {
    long spread = Math.max(1, part.faces().size());
    long now = 1;
    long grown = 1;
    switch (sort) {
      case HOSTS -> {
        AwsHosts hosts = subject.facts().hosts().get(part.address());
        if (hosts != null && hosts.scaling()) {
          long max = subject.facts().most(hosts).known().orElse(1L);
          long desired = subject.facts().wanted(hosts).known().orElse(1L);
          // Spread evenly; the subnet that the rest falls into may be any.
          now = desired / spread;
          grown = (max + spread - 1) / spread;
        }
      }
      case LOAD_BALANCER -> grown = BALANCER;
      // A database is in one of its subnets, and nobody knows in which.
      case DATA_STORE -> now = spread == 1 ? 1 : 0;
      case TRANSLATOR, OTHER -> {}
    }
    for (Standing.Face face : part.faces()) {
      if (face.subnet().isPresent()) {
        long[] both = asked.computeIfAbsent(face.subnet().get(), _ -> new long[2]);
        both[0] += now;
        both[1] += grown;
      }
    }
  }
}
