package dev.drawbridge.draw.route;

import java.util.Arrays;

/// Lists of numbers by cell, without a box around either: routing asks for cells some million times.
final class Cells {
  /// No further entry.
  static final int END = -1;

  private long[] keys = new long[64];
  private int[] heads = new int[64];
  private int used;
  private int[] values = new int[64];
  private int[] nexts = new int[64];
  private int entries;

  Cells() {
    Arrays.fill(heads, END);
  }

  /// The key of a cell in a plane; planes keep cells of different sorts apart.
  static long key(int plane, long x, long y) {
    return ((long) plane << 60) ^ ((x & 0x3fffffffL) << 30) ^ (y & 0x3fffffffL);
  }

  void add(long key, int value) {
    int slot = slot(key);
    if (heads[slot] == END) {
      if (2 * (used + 1) > keys.length) {
        grow();
        slot = slot(key);
      }
      used++;
      keys[slot] = key;
    }
    if (entries == values.length) {
      values = Arrays.copyOf(values, 2 * entries);
      nexts = Arrays.copyOf(nexts, 2 * entries);
    }
    values[entries] = value;
    nexts[entries] = heads[slot];
    heads[slot] = entries++;
  }

  /// The cell's first entry, or [#END]. The last added comes first.
  int first(long key) {
    return heads[slot(key)];
  }

  int next(int entry) {
    return nexts[entry];
  }

  int value(int entry) {
    return values[entry];
  }

  private int slot(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    int mask = keys.length - 1;
    int slot = (int) (mixed >>> 32) & mask;
    while (heads[slot] != END && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[2 * oldKeys.length];
    heads = new int[2 * oldHeads.length];
    Arrays.fill(heads, END);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != END) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
