package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Item 14: the embedded database leaves no trace of values outside its file. */
class TraceTest {
  @TempDir Path folder;

  @Test
  void aRefusedRowStandsInNoFileInClear() throws Exception {
    Database database = Database.embedded(folder);
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (a varchar(99) primary key)");
      statement.execute("insert into t values ('x')");
      assertThatThrownBy(() -> statement.execute("insert into t values ('x')"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.execute("select marker from nowhere"))
          .isInstanceOf(SQLException.class);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".trace.db"));
    }
    assertThat(Database.server("jdbc:postgresql://db/house", "", "").properties())
        .containsEntry(
            "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");
  }

  @Test
  void aTraceOfAnEarlierVersionGoesAtTheStart() throws Exception {
    Path trace = Files.writeString(folder.resolve("passerelle.trace.db"), "Her shelter is …");
    DataFolder.open(folder, false).release();
    assertThat(trace).doesNotExist();
  }
}
