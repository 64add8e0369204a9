package org.passerelle.audit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The log as a file that can be verified anywhere, without the application and its database. After
 * a line that names the format, checkpoints ({@code C SIZE ROOT NOTE}), then entries ({@code E} and
 * tab-separated parts; line breaks in a detail are written as {@code \n}).
 */
public final class ExportedLog {
  private static final String FORMAT = "passerelle log 1";
  private static final int STRETCH = 5_000;

  private ExportedLog() {}

  /** Writes the whole log; returns the number of entries. */
  public static long write(Connection connection, OutputStream to)
      throws SQLException, IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    out.write(FORMAT + "\n");
    for (Checkpoint one : SignedRoots.stored(connection)) {
      out.write("C " + CheckpointFile.line(one) + "\n");
    }
    long number = 0;
    while (true) {
      List<AuditEntry> stretch = after(connection, number);
      for (AuditEntry entry : stretch) {
        out.write(line(entry));
      }
      number += stretch.size();
      if (stretch.size() < STRETCH) {
        out.flush();
        return number;
      }
    }
  }

  private static List<AuditEntry> after(Connection connection, long number) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
              from audit_entry where number > ? order by number limit ?
            """)) {
      select.setLong(1, number);
      select.setInt(2, STRETCH);
      List<AuditEntry> stretch = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          stretch.add(ChainWalk.entry(rows));
        }
      }
      return stretch;
    }
  }

  private static String line(AuditEntry entry) {
    return String.join(
            "\t",
            "E",
            Long.toString(entry.number()),
            entry.at().toString(),
            text(entry.user()),
            entry.organisation().toString(),
            entry.action(),
            entry.subjectKind(),
            text(entry.subject()),
            entry.detail().replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t"),
            entry.hash())
        + "\n";
  }

  private static String text(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  /**
   * Verifies an exported log.
   *
   * @param key key that must have signed the checkpoints, or null
   * @param more checkpoints that are kept elsewhere
   * @throws IllegalArgumentException with a sentence if the file is not an exported log
   */
  public static ChainWalk.Result check(
      InputStream from, @Nullable CheckpointKey key, List<Checkpoint> more) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    if (!FORMAT.equals(in.readLine())) {
      throw new IllegalArgumentException("The file is not an exported log.");
    }
    List<Checkpoint> checkpoints = new ArrayList<>(more);
    String line = in.readLine();
    for (; line != null && line.startsWith("C "); line = in.readLine()) {
      checkpoints.add(CheckpointFile.checkpoint(line.substring(2)));
    }
    ChainStep step = new ChainStep(new SignedRoots(key, checkpoints));
    for (; line != null; line = in.readLine()) {
      Optional<AuditReader.Broken> broken = step.pass(entry(line));
      if (broken.isPresent()) {
        return step.result(broken);
      }
    }
    return step.result(Optional.empty());
  }

  private static AuditEntry entry(String line) {
    String[] parts = line.split("\t", -1);
    try {
      if (parts.length == 10 && parts[0].equals("E")) {
        return new AuditEntry(
            Long.parseLong(parts[1]),
            Instant.parse(parts[2]),
            identifier(parts[3]),
            UUID.fromString(parts[4]),
            parts[5],
            parts[6],
            identifier(parts[7]),
            detail(parts[8]),
            parts[9]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // falls through to the exception below
    }
    throw new IllegalArgumentException(
        "A line of the exported log is malformed: %s…"
            .formatted(line.substring(0, Math.min(40, line.length()))));
  }

  private static @Nullable UUID identifier(String text) {
    return text.isEmpty() ? null : UUID.fromString(text);
  }

  private static String detail(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(
            switch (text.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> text.charAt(i);
            });
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
