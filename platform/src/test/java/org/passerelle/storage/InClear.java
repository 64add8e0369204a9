package org.passerelle.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.backup.Backup;
import org.passerelle.storage.keys.KeyStore;

/**
 * Where a word stands as it was typed: in the tables, which a dump would hold, and in the files.
 */
public final class InClear {
  private final House house;

  public InClear(House house) {
    this.house = house;
  }

  /** Columns of any table of any room that hold the word, whatever its case. */
  public List<String> columns(String word) {
    List<String> found = new ArrayList<>();
    String sought = word.toLowerCase(Locale.ROOT);
    Set<String> tables =
        house.all(Holdings.class).stream()
            .flatMap(room -> room.tables().stream())
            .map(Holdings.Table::name)
            .collect(Collectors.toSet());
    for (String table : tables) {
      for (Map<String, Object> row :
          house.db().sql("select * from %s".formatted(table)).query().listOfRows()) {
        row.forEach(
            (column, value) -> {
              if (value != null && text(value).toLowerCase(Locale.ROOT).contains(sought)) {
                found.add(table + "." + column);
              }
            });
      }
    }
    return found;
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.ISO_8859_1)
        : value.toString();
  }

  /** Files of the data folder and beside it: database, keys, logs, what the server wrote down. */
  public List<String> files(String word) throws IOException {
    Path folder = house.get(PlatformSettings.class).data().toAbsolutePath().getParent();
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (holds(file, word)) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  /** Whether it stands in what whoever has a backup and the node's key reads. */
  public boolean inBackup(String word) throws Exception {
    KeyStore keys = house.get(KeyStore.class);
    ByteArrayOutputStream backup = new ByteArrayOutputStream();
    try (Connection connection = house.get(DataSource.class).getConnection()) {
      Backup.data(connection, keys, house.clock().instant(), backup, (table, done) -> {});
    }
    return text(Backup.open(new ByteArrayInputStream(backup.toByteArray()), keys.nodeKeys())
            .rows()
            .readAllBytes())
        .contains(word);
  }

  private static boolean holds(Path file, String word) throws IOException {
    try {
      return text(Files.readAllBytes(file)).contains(word);
    } catch (NoSuchFileException gone) {
      // the server's own temporary file
      return false;
    }
  }
}
