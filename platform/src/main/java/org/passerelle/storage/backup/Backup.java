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
 * A backup is two files, to be kept apart: the data, unreadable without the keys, and the wrapped
 * keys, useless without the data and to be deleted after thirty days. Both are encrypted with the
 * node's key, which is in neither.
 */
public final class Backup {
  private static final String DATA = "passerelle data 1";

  /** Maximum age of a key backup, in days. */
  public static final int DAYS = 30;

  private static final String KEYS = "passerelle keys 1";

  private Backup() {}

  /**
   * Writes the data; do this before writing the keys, so that no row lacks its key.
   *
   * @param connection a connection for this backup only; concurrent writes are not included
   * @return the number of rows
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
        // sealed content does not compress; the rest compresses well enough
        def.setLevel(Deflater.BEST_SPEED);
      }
    };
  }

  /**
   * Header of a data backup.
   *
   * @param at when it was taken
   * @param schema schema version that the tables must have before the rows are inserted
   */
  public record Opened(Instant at, String schema, DataInputStream rows) {}

  /** Opens a backup of the data. */
  public static Opened open(InputStream from, List<byte[]> nodeKeys) throws IOException {
    DataInputStream in =
        new DataInputStream(new GZIPInputStream(AgeFile.read(from, nodeKeys), 1 << 16));
    if (!in.readUTF().equals(DATA)) {
      throw new BadBackup("This is not a backup of the data. Maybe it is the backup of the keys.");
    }
    return new Opened(Instant.parse(in.readUTF()), in.readUTF(), in);
  }

  /** Inserts the rows of an opened backup into a fresh schema; all of them, or none. */
  public static long enter(Opened backup, Connection connection, BiConsumer<String, Long> progress)
      throws IOException, SQLException {
    return new DatabaseCopy(connection, progress).read(backup.rows);
  }

  /**
   * Restores the keys of a backup into the empty key store of a data folder.
   *
   * @param oldest keys backed up before this moment are refused: they could open files that have
   *     been erased since
   * @return when they were backed up
   */
  public static Instant enterKeys(InputStream from, NodeKeyFile node, Path data, Instant oldest)
      throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(AgeFile.read(from, List.of(node.bytes()))),
                StandardCharsets.US_ASCII));
    if (!KEYS.equals(in.readLine())) {
      throw new BadBackup("This is not a backup of the keys. Maybe it is the backup of the data.");
    }
    Instant taken = Instant.parse(String.valueOf(in.readLine()));
    if (taken.isBefore(oldest)) {
      throw new BadBackup(
          "The backup of the keys is of %s, more than %d days old: such copies are to be deleted. Maybe there is a more recent one."
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
        throw new BadBackup("The backup of the keys is incomplete.");
      }
      lines.add(line);
    }
    return lines;
  }
}
