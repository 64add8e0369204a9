package org.passerelle.protect.safeguards.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.House;

/**
 * Queries every table of every package by every identifier in it, so that a new table is included
 * automatically.
 */
public final class RowsThatName {
  private final House house;

  public RowsThatName(House house) {
    this.house = house;
  }

  /** Columns of rows that name one of these, except what is kept on purpose. */
  public List<String> of(Collection<UUID> ids) {
    Map<String, Holdings.Kind> kinds =
        house.all(Holdings.class).stream()
            .flatMap(room -> room.tables().stream())
            .collect(Collectors.toMap(Holdings.Table::name, Holdings.Table::kind));
    List<String> found = new ArrayList<>();
    for (Column column : columns()) {
      if (kinds.get(column.table) != Holdings.Kind.REMAINS
          && house
                  .db()
                  .sql(
                      "select count(*) from %s where %s in (:ids)"
                          .formatted(column.table, column.name))
                  .param("ids", ids)
                  .query(Integer.class)
                  .single()
              > 0) {
        found.add(column.table + "." + column.name);
      }
    }
    return found;
  }

  private List<Column> columns() {
    return house
        .db()
        .sql(
            """
            select table_name, column_name from information_schema.columns
             where table_schema = 'public' and lower(data_type) = 'uuid'
               and table_name not in (select v.table_name from information_schema.views v)
            """)
        .query((row, i) -> new Column(row.getString(1), row.getString(2)))
        .list();
  }

  private record Column(String table, String name) {}
}
