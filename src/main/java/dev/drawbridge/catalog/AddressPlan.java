package dev.drawbridge.catalog;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a place may take its addresses from, and who has taken which: of the nearest place around it that
/// has a block of its own, or of the private addresses where there is none.
///
/// @param holder the place around it; null where there is none
/// @param pools what may be taken from; empty where the place around it has no block that can be read
/// @param taken the blocks of the others, by address
public record AddressPlan(@Nullable Node holder, List<AddressBlock> pools, List<Taken> taken) {
  /// The private addresses (RFC 1918).
  private static final List<AddressBlock> PRIVATE =
      List.of(block("10.0.0.0/8"), block("172.16.0.0/12"), block("192.168.0.0/16"));

  /// A block that somebody has.
  public record Taken(Node node, AddressBlock block) {}

  public AddressPlan {
    pools = List.copyOf(pools);
    taken = List.copyOf(taken);
  }

  private static AddressBlock block(String text) {
    return AddressBlock.parse(text).orElseThrow();
  }

  /// The plan around a node that is there; its own block is not among those taken.
  public static AddressPlan around(Document document, Node node) {
    return plan(document, node.parent(), node.id());
  }

  /// The plan for a new place in a container.
  public static AddressPlan within(Document document, @Nullable ElementId container) {
    return plan(document, container, null);
  }

  private static AddressPlan plan(
      Document document, @Nullable ElementId container, @Nullable ElementId self) {
    Node holder = holder(document, container);
    List<AddressBlock> pools =
        holder == null ? PRIVATE : own(holder).map(List::of).orElse(List.of());
    List<Taken> taken = new ArrayList<>();
    for (Node other : holder == null ? document.nodes() : document.descendants(holder.id())) {
      if (!other.id().equals(self) && property(other).isPresent()) {
        Node above = holder(document, other.parent());
        if (Objects.equals(
            above == null ? null : above.id(), holder == null ? null : holder.id())) {
          own(other).ifPresent(block -> taken.add(new Taken(other, block)));
        }
      }
    }
    taken.sort(Comparator.comparingLong(one -> one.block().first()));
    return new AddressPlan(holder, pools, taken);
  }

  private static @Nullable Node holder(Document document, @Nullable ElementId container) {
    Node at = container == null ? null : document.findNode(container).orElse(null);
    while (at != null && property(at).isEmpty()) {
      at = document.parent(at).orElse(null);
    }
    return at;
  }

  private static Optional<Property<String>> property(Node node) {
    return Catalog.of(node).flatMap(Kind::addresses);
  }

  private static Optional<AddressBlock> own(Node node) {
    return property(node).map(property -> property.of(node)).flatMap(AddressBlock::parse);
  }

  /// The first block of a size that nobody has.
  public Optional<AddressBlock> free(int prefix) {
    return free(prefix, null);
  }

  /// The first block of a size that nobody has.
  ///
  /// @param besides another block to leave alone; null for none
  public Optional<AddressBlock> free(int prefix, @Nullable AddressBlock besides) {
    List<AddressBlock> busy = new ArrayList<>();
    taken.forEach(one -> busy.add(one.block()));
    if (besides != null) {
      busy.add(besides);
    }
    busy.sort(Comparator.comparingLong(AddressBlock::first));
    for (AddressBlock pool : pools) {
      if (prefix >= pool.prefix()) {
        Optional<AddressBlock> found = free(pool, prefix, busy);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<AddressBlock> free(
      AddressBlock pool, int prefix, List<AddressBlock> busy) {
    long size = 1L << (32 - prefix);
    long first = pool.first();
    for (AddressBlock block : busy) {
      if (block.first() >= first + size) {
        break;
      }
      if (block.end() > first) {
        first = (block.end() + size - 1) / size * size;
      }
    }
    return first + size <= pool.end()
        ? Optional.of(new AddressBlock(first, prefix))
        : Optional.empty();
  }

  /// Those whose addresses are also in the block.
  public List<Taken> overlapping(AddressBlock block) {
    return taken.stream().filter(one -> one.block().overlaps(block)).toList();
  }

  /// Whether the block lies in what may be taken from. Nothing around it: anything goes.
  public boolean holds(AddressBlock block) {
    return holder == null || pools.stream().anyMatch(pool -> pool.contains(block));
  }

  /// How many addresses of the pools nobody has.
  public long unused() {
    long left = 0;
    for (AddressBlock pool : pools) {
      long behind = pool.first();
      for (Taken one : taken) {
        long from = Math.max(behind, one.block().first());
        if (from >= pool.end()) {
          break;
        }
        left += Math.max(0, from - behind);
        behind = Math.max(behind, one.block().end());
      }
      left += Math.max(0, pool.end() - behind);
    }
    return left;
  }
}
