package org.passerelle.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Texts;

/** Every table has a room that says what it holds of a person, so that no erasure forgets one. */
@OnBothDatabases
@Tag("postgresql")
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

  /** Article 15: nobody is told "table x". */
  @Test
  void whatHoldsSomethingOfAPersonHasWordsForThem() {
    for (String tag : List.of("en", "fr", "sr-Cyrl")) {
      Texts texts = house.get(Languages.class).texts(new Language(tag));
      for (Holdings room : house.all(Holdings.class)) {
        List<String> holding =
            room.tables().stream()
                .filter(Holdings.Table::holds)
                .map(table -> "held." + table.name())
                .toList();
        String named = "held.room." + room.room();
        Stream.concat(
                holding.stream(),
                holding.isEmpty() ? Stream.of() : Stream.of(named, named + ".why", named + ".kept"))
            .forEach(
                key ->
                    assertThat(texts.text(key, 1, 1, 1))
                        .as("%s in %s", key, tag)
                        .isNotBlank()
                        .doesNotContain("⟦"));
      }
    }
  }

  /** A column that a room names is there, and what no column leads to is told by nothing else. */
  @Test
  void whatHoldsSomethingOfAPersonIsFound() {
    List<String> columns =
        house
            .db()
            .sql(
                """
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public'
                """)
            .query(String.class)
            .list();
    for (Holdings room : house.all(Holdings.class)) {
      for (Holdings.Table table : room.tables()) {
        assertThat(columns)
            .containsAll(table.by().stream().map(by -> table.name() + "." + by).toList());
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
