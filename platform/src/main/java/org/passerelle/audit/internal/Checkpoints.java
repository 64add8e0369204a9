package org.passerelle.audit.internal;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.PlatformSettings;
import org.passerelle.audit.Checkpoint;
import org.passerelle.audit.CheckpointFile;
import org.passerelle.audit.CheckpointKey;
import org.passerelle.audit.ConsistencyProof;
import org.passerelle.audit.MerkleTree;
import org.passerelle.audit.SignedRoots;
import org.passerelle.audit.WitnessedLog;
import org.passerelle.storage.Columns;
import org.passerelle.storage.keys.KeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs the log: after every thousand entries, after an hour with new entries, and on shutdown.
 * Other nodes are shown the root of a fixed hour only: from the size of a root created on demand, a
 * partner could tell what its own message caused here.
 */
@Component
class Checkpoints implements WitnessedLog {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
  private static final int ENTRIES = 1_000;
  private static final Duration AGE = Duration.ofHours(1);

  /** Hours between two roots that are shown to others, counted from midnight UTC. */
  private static final int SHOWN_EVERY = 6;

  private static final int STRETCH = 5_000;
  private final JdbcClient db;
  private final CheckpointKey key;
  private final CheckpointFile file;
  private final Clock clock;

  Checkpoints(JdbcClient db, KeyStore keys, PlatformSettings settings, Clock clock) {
    this.db = db;
    this.key = CheckpointKey.of(settings.node(), keys.signingSeed());
    this.file = new CheckpointFile(CheckpointFile.beside(settings.nodeKey()));
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${schedule.audit.checkpoints.after}",
      fixedDelayString = "${schedule.audit.checkpoints.every}")
  void whenDue() {
    try {
      Last last = last();
      long since = length() - last.tree.size();
      boolean old = last.at.plus(AGE).isBefore(clock.instant());
      if (since >= ENTRIES || (since > 0 && old)) {
        sign(last.tree);
      }
      show();
    } catch (RuntimeException e) {
      LOG.warn("The log could not be signed; the next run will try again.", e);
    }
  }

  @PreDestroy
  void whenClosing() {
    try {
      signNow();
    } catch (RuntimeException e) {
      LOG.warn("The log could not be signed on shutdown; it will be after the next start.", e);
    }
  }

  /** Signs the entries since the last checkpoint; does nothing if there are none. */
  synchronized Optional<Checkpoint> signNow() {
    MerkleTree tree = last().tree;
    return length() > tree.size() ? Optional.of(sign(tree)) : Optional.empty();
  }

  /** All known signed roots, from the database and from the file, for a verification. */
  SignedRoots roots(Connection connection) throws SQLException {
    List<Checkpoint> all = new ArrayList<>(SignedRoots.stored(connection));
    all.addAll(file.all());
    return new SignedRoots(key, all);
  }

  @Override
  public String publicKey() {
    return key.text();
  }

  @Override
  public Optional<Checkpoint> shown() {
    return db.sql(
            """
            select c.size, c.root, c.note from audit_shown_root s
              join audit_checkpoint c on c.size = s.size order by s.number desc limit 1
            """)
        .query(Checkpoint.class)
        .optional();
  }

  /** Publishes the root when the hour has come; a clock that was set back does not delay it. */
  private void show() {
    Instant now = clock.instant();
    Optional<Shown> before =
        db.sql("select number, at from audit_shown_root order by number desc limit 1")
            .query((row, i) -> new Shown(row.getInt("number"), Columns.instant(row, "at")))
            .optional();
    if (before.isPresent()
        && !before.get().at.isBefore(hour(now))
        && !before.get().at.isAfter(now)) {
      return;
    }
    signNow();
    db.sql("select max(size) from audit_checkpoint")
        .query(Long.class)
        .optional()
        .ifPresent(
            size ->
                db.sql(
                        "insert into audit_shown_root (number, size, at) values (:number, :size, :at)")
                    .param("number", before.map(Shown::number).orElse(0) + 1)
                    .param("size", size)
                    .param("at", Columns.at(now))
                    .update());
  }

  private static Instant hour(Instant now) {
    OffsetDateTime day = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.HOURS);
    return day.minusHours(day.getHour() % SHOWN_EVERY).toInstant();
  }

  @Override
  public List<String> proof(long from, long to) {
    return ConsistencyProof.make(from, to, this::stretch);
  }

  private String stretch(long from, long to) {
    MerkleTree tree = new MerkleTree();
    for (long at = from; at < to; at += STRETCH) {
      db.sql(
              "select hash from audit_entry where number > :after and number <= :last order by number")
          .param("after", at)
          .param("last", Math.min(to, at + STRETCH))
          .query(String.class)
          .list()
          .forEach(tree::add);
    }
    return tree.root();
  }

  private synchronized Checkpoint sign(MerkleTree tree) {
    while (true) {
      List<String> stretch =
          db.sql("select hash from audit_entry where number > :after order by number limit :most")
              .param("after", tree.size())
              .param("most", STRETCH)
              .query(String.class)
              .list();
      stretch.forEach(tree::add);
      if (stretch.size() < STRETCH) {
        break;
      }
    }
    Checkpoint made = new Checkpoint(tree.size(), tree.root(), key.sign(tree.size(), tree.root()));
    // the file first: a checkpoint that exists only there is verified, too
    file.add(key, made);
    db.sql(
            """
            insert into audit_checkpoint (size, root, frontier, note, at)
            values (:size, :root, :frontier, :note, :at)
            """)
        .param("size", made.size())
        .param("root", made.root())
        .param("frontier", tree.frontier())
        .param("note", made.note())
        .param("at", Columns.now(clock))
        .update();
    return made;
  }

  private long length() {
    return db.sql("select number from audit_head where id = 1").query(Long.class).single();
  }

  private Last last() {
    return db.sql("select size, frontier, at from audit_checkpoint order by size desc limit 1")
        .query(
            (row, i) ->
                new Last(
                    MerkleTree.of(row.getLong("size"), row.getString("frontier")),
                    Columns.instant(row, "at")))
        .optional()
        .orElseGet(() -> new Last(new MerkleTree(), Instant.EPOCH));
  }

  private record Last(MerkleTree tree, Instant at) {}

  private record Shown(int number, Instant at) {}
}
