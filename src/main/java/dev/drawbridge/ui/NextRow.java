package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a new row of a table starts with: like the row before it, but the number that tells rows apart,
/// such as a port, is one that no other row has.
final class NextRow {
  private NextRow() {}

  static Fields of(List<Property<?>> columns, List<Fields> rows) {
    Fields fresh = Fields.NONE;
    for (Property<?> column : columns) {
      Fields model = rows.isEmpty() ? Fields.NONE : rows.getLast();
      fresh = fresh.with(column.name(), PropertyEditor.datum(column, model));
    }
    return distinct(fresh, columns, rows);
  }

  /// The row with another number where its own is taken.
  static Fields distinct(Fields row, List<Property<?>> columns, List<Fields> rows) {
    for (Property<?> column : columns) {
      if (column.type() instanceof PropertyType.Whole whole) {
        Set<Integer> taken = new HashSet<>();
        rows.forEach(other -> number(whole, column, other).ifPresent(taken::add));
        Optional<Integer> own = number(whole, column, row);
        return own.filter(taken::contains).isEmpty()
            ? row
            : row.with(column.name(), Datum.of(free(whole, column, own.get(), taken)));
      }
    }
    return row;
  }

  private static Optional<Integer> number(
      PropertyType.Whole whole, Property<?> column, Fields row) {
    return whole.read(PropertyEditor.datum(column, row));
  }

  /// The first that is proposed and free, or else the next free one upwards, and round again.
  private static int free(
      PropertyType.Whole whole, Property<?> column, int own, Set<Integer> taken) {
    for (String suggestion : column.suggestions()) {
      int number = Integer.parseInt(suggestion);
      if (!taken.contains(number)) {
        return number;
      }
    }
    int next = own;
    do {
      next = next == whole.maximum() ? whole.minimum() : next + 1;
    } while (taken.contains(next) && next != own);
    return next;
  }
}
