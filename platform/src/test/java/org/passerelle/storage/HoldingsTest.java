package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every table has a room that says what it holds of a person, so that no erasure forgets one. */
@OnBothDatabases
class HoldingsTest {
  @Parameter House house;

  @Test
  void everyTableHasARoomThatAnswersForIt() {
    List<String> answered =
        house.all(Holdings.class).stream()
            .flatMap(room -> room.tables().stream())
            .map(Holdings.Table::name)
            .toList();
    assertThat(answered).doesNotHaveDuplicates();
    assertThat(answered)
        .as("tables of rooms; a new one is answered for in its room's Holdings")
        .containsExactlyInAnyOrderElementsOf(tables());
  }

  @Test
  void whatHoldsNothingOrRemainsSaysWhy() {
    for (Holdings room : house.all(Holdings.class)) {
      for (Holdings.Table table : room.tables()) {
        assertThat(table.what()).as(table.name()).isNotBlank();
      }
    }
  }

  private List<String> tables() {
    return house
        .db()
        .sql(
            """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
            """)
        .query(String.class)
        .list();
  }
}
