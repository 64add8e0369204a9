package org.passerelle.storage.backup;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.passerelle.storage.keys.KeyCopy;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.NodeKeyFile;

/**
 * Two files, to be kept apart: the data, which nobody reads without the keys, and the wrapped keys,
 * which open nothing without the data and are to be thrown away after thirty days. Both are
 * encrypted with the node's key, which is in neither.
 */
public final class Backup {
  private static final String DATA = "passerelle data 1";

  /** How long a backup of the keys may be kept, in days. */
  public static final int DAYS = 30;

  private static final String KEYS = "passerelle keys 1";

  private Backup() {}

  /**
   * Writes the data; take it before the keys, so that no row lacks its key.
   *
   * @param connection of its own; what others write meanwhile is not in the backup
   * @return how many rows
   */
  public static long data(
      Connection connection,
      KeyStore keys,
      Instant at,
      OutputStream to,
      BiConsumer<String, Long> progress)
      throws IOException, SQLException {
    try (DataOutputStream out = new DataOutputStream(packed(to, keys))) {
      out.writeUTF(DATA);
      out.writeUTF(at.toString());
      return new DatabaseCopy(connection, progress).write(out);
    }
  }

  /** Writes the wrapped keys. */
  public static void keys(KeyStore keys, Instant at, OutputStream to) throws IOException {
    try (OutputStream out = packed(to, keys)) {
      out.write((KEYS + "\n" + at + "\n").getBytes(StandardCharsets.US_ASCII));
      keys.copyTo(out);
      out.write("end\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static OutputStream packed(OutputStream to, KeyStore keys) throws IOException {
    OutputStream locked = AgeFile.write(to, keys.nodeKeys().get(0));
    return new GZIPOutputStream(locked, 1 << 16) {
      {
        // what is sealed does not shrink; the rest shrinks well enough
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  /**
   * What a backup of the data says of itself.
   *
   * @param at when it was taken
   * @param schema version of the schema, which the tables must have before the rows are entered
   */
  public record Opened(Instant at, String schema, DataInputStream rows) {}

  /** Opens a backup of the data. */
  public static Opened open(InputStream from, List<byte[]> nodeKeys) throws IOException {
    DataInputStream in =
        new DataInputStream(new GZIPInputStream(AgeFile.read(from, nodeKeys), 1 << 16));
    if (!in.readUTF().equals(DATA)) {
      throw new BadBackup("This is no backup of the data. Maybe it is the one of the keys.");
    }
    return new Opened(Instant.parse(in.readUTF()), in.readUTF(), in);
  }

  /** Enters the rows of an opened backup into a fresh schema; all of them, or none. */
  public static long enter(Opened backup, Connection connection, BiConsumer<String, Long> progress)
      throws IOException, SQLException {
    return new DatabaseCopy(connection, progress).read(backup.rows);
  }

  /**
   * Puts the keys of a backup into the empty key store of a data folder.
   *
   * @param oldest keys that were taken before are refused: they may open somebody who was erased
   * @return when they were taken
   */
  public static Instant enterKeys(InputStream from, NodeKeyFile node, Path data, Instant oldest)
      throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(AgeFile.read(from, List.of(node.bytes()))),
                StandardCharsets.US_ASCII));
    if (!KEYS.equals(in.readLine())) {
      throw new BadBackup("This is no backup of the keys. Maybe it is the one of the data.");
    }
    Instant taken = Instant.parse(String.valueOf(in.readLine()));
    if (taken.isBefore(oldest)) {
      throw new BadBackup(
          "The backup of the keys is of %s, more than %d days old: such copies are to be thrown away. Maybe there is a younger one."
              .formatted(taken, DAYS));
    }
    List<String> lines = lines(in);
    KeyCopy.fill(data, lines::forEach);
    return taken;
  }

  private static List<String> lines(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = in.readLine(); !"end".equals(line); line = in.readLine()) {
      if (line == null) {
        throw new BadBackup("The backup of the keys is not whole.");
      }
      lines.add(line);
    }
    return lines;
  }
}
