package org.passerelle.protect.sharing.referral;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.storage.House;
import org.passerelle.storage.Vault;

/**
 * Check 48 of the security checks: decrypts every encrypted column of every table with every
 * existing key named by the row or by one of these organisations.
 */
public final class StoredCopies {
  private final House house;

  private final Set<ByteBuffer> before = new HashSet<>();

  /** Must be created before the text is written: data encrypted by then cannot contain it. */
  public StoredCopies(House house) {
    this.house = house;
    for (Column column : columns()) {
      house
          .db()
          .sql(
              "select %s from %s where %s is not null"
                  .formatted(column.name, column.table, column.name))
          .query((row, i) -> ByteBuffer.wrap(row.getBytes(1)))
          .list()
          .forEach(before::add);
    }
  }

  /** Where a text can still be read, as {@code table.column of its row's holder}. */
  public List<String> of(String text, UUID... more) {
    List<String> found = new ArrayList<>();
    for (Column column : columns()) {
      found.addAll(in(column, text, List.of(more)));
    }
    return found;
  }

  private List<Column> columns() {
    return house
        .db()
        .sql(
            """
            select table_name, column_name from information_schema.columns
             where table_schema = 'public' and lower(data_type) in ('bytea', 'binary varying')
               and table_name not in (select v.table_name from information_schema.views v)
            """)
        .query((row, i) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  private record Column(String table, String name) {
    String place() {
      return table + "." + name;
    }
  }

  private List<String> in(Column column, String text, List<UUID> more) {
    List<String> found = new ArrayList<>();
    for (Map<String, Object> row :
        house.db().sql("select * from %s".formatted(column.table)).query().listOfRows()) {
      if (row.get(column.name) instanceof byte[] sealed
          && sealed.length > 0
          && !before.contains(ByteBuffer.wrap(sealed))
          && opens(row, sealed, column.place(), text, more)) {
        Object holder = row.get("organisation");
        found.add(column.place() + " of " + (holder == null ? row.get("sender") : holder));
      }
    }
    return found;
  }

  private boolean opens(
      Map<String, Object> row, byte[] sealed, String place, String text, List<UUID> more) {
    Vault vault = house.get(Vault.class);
    Set<UUID> keys = new HashSet<>(more);
    for (Object value : row.values()) {
      if (value instanceof UUID key) {
        keys.add(key);
      }
    }
    for (UUID key : keys) {
      if (vault.holds(key)
          && (read(vault, key, place, sealed) + read(vault, key, shorter(place), sealed))
              .contains(text)) {
        return true;
      }
    }
    return false;
  }

  /** Some encryption contexts are named after the thing and not its table. */
  private static String shorter(String place) {
    return place.startsWith("protect_") ? place.substring("protect_".length()) : place;
  }

  private static String read(Vault vault, UUID key, String place, byte[] sealed) {
    try {
      return vault.open(key, place, sealed);
    } catch (RuntimeException otherKey) {
      return "";
    }
  }
}
