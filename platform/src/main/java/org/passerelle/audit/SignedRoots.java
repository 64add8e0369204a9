package org.passerelle.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Signed roots against which the log is verified: at each of their sizes the tree must have the
 * signed root, and the log must not be shorter than the largest. For a single pass.
 */
public final class SignedRoots {
  private final @Nullable CheckpointKey key;
  private final TreeMap<Long, List<Checkpoint>> bySize = new TreeMap<>();
  private int checked;

  /**
   * Roots to verify.
   *
   * @param key key that must have signed them; null if only the roots are compared
   */
  public SignedRoots(@Nullable CheckpointKey key, List<Checkpoint> checkpoints) {
    this.key = key;
    for (Checkpoint one : checkpoints) {
      bySize.computeIfAbsent(one.size(), size -> new ArrayList<>()).add(one);
    }
  }

  /** The roots in the database, without a key: only the roots are compared. */
  public static SignedRoots in(Connection connection) throws SQLException {
    return new SignedRoots(null, stored(connection));
  }

  /** The checkpoints in a database; empty if its schema is older than checkpoints. */
  public static List<Checkpoint> stored(Connection connection) throws SQLException {
    List<Checkpoint> all = new ArrayList<>();
    try (ResultSet there =
        connection.getMetaData().getTables(null, "public", "audit_checkpoint", null)) {
      if (!there.next()) {
        return all;
      }
    }
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery("select size, root, note from audit_checkpoint order by size")) {
      while (rows.next()) {
        all.add(new Checkpoint(rows.getLong(1), rows.getString(2), rows.getString(3)));
      }
    }
    return all;
  }

  Optional<AuditReader.Broken> check(MerkleTree tree) {
    for (Checkpoint one : bySize.getOrDefault(tree.size(), List.of())) {
      String root = tree.root();
      if (!root.equals(one.root())) {
        return Optional.of(
            new AuditReader.Broken(
                tree.size(), "the signed root " + one.root(), "the root " + root));
      }
      if (key != null && !key.holds(one.note(), one.size(), one.root())) {
        return Optional.of(
            new AuditReader.Broken(
                tree.size(), "a root signed by " + key.text(), "another signature"));
      }
      checked++;
    }
    return Optional.empty();
  }

  /** Detects a root over more entries than exist: the log was truncated or rolled back. */
  Optional<AuditReader.Broken> beyond(long size) {
    Map.Entry<Long, List<Checkpoint>> last = bySize.lastEntry();
    return last == null || last.getKey() <= size
        ? Optional.empty()
        : Optional.of(
            new AuditReader.Broken(
                size + 1,
                "%d entries, according to a signed root".formatted(last.getKey()),
                "the log ends at entry " + size));
  }

  int checked() {
    return checked;
  }
}
