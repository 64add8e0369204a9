package org.passerelle.storage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int PIECE = 1 << 20;
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
      // a row at a time: files of tests are among them, all at once more than the heap holds
      house
          .db()
          .sql("select * from %s".formatted(table))
          .query(
              row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                  Object value = row.getObject(i);
                  if (value != null && in(text(value), sought)) {
                    found.add(table + "." + row.getMetaData().getColumnLabel(i));
                  }
                }
              });
    }
    return found;
  }

  private static boolean in(String text, String sought) {
    return text.toLowerCase(Locale.ROOT).contains(sought);
  }

  private static String text(Object value) throws SQLException {
    if (value instanceof Clob clob) {
      return clob.getSubString(1, Math.toIntExact(clob.length()));
    }
    if (value instanceof Blob blob) {
      return text(blob.getBytes(1, Math.toIntExact(blob.length())));
    }
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
    Path backup = Files.createTempFile("backup", ".tmp");
    try {
      try (Connection connection = house.get(DataSource.class).getConnection();
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(backup))) {
        Backup.data(connection, keys, house.clock().instant(), out, (table, done) -> {});
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(backup))) {
        return holds(Backup.open(in, keys.nodeKeys()).rows(), word);
      }
    } finally {
      Files.delete(backup);
    }
  }

  private static boolean holds(Path file, String word) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return holds(in, word);
    } catch (NoSuchFileException gone) {
      // the server's own temporary file
      return false;
    }
  }

  /** Read in pieces that overlap by the word: a database of many tests is larger than the heap. */
  private static boolean holds(InputStream in, String word) throws IOException {
    String before = "";
    while (true) {
      byte[] piece = in.readNBytes(PIECE);
      String text = before + new String(piece, StandardCharsets.ISO_8859_1);
      if (text.contains(word)) {
        return true;
      }
      if (piece.length < PIECE) {
        return false;
      }
      before = text.substring(text.length() - word.length());
    }
  }
}
