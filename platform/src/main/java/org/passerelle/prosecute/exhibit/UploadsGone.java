package org.passerelle.prosecute.exhibit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes files that stopped arriving because the server was ended meanwhile. */
@Component
class UploadsGone {
  /** How long after its last piece a file counts as gone. */
  static final Duration SILENT = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(UploadsGone.class);
  private final JdbcClient db;
  private final ExhibitPieces pieces;
  private final Clock clock;

  UploadsGone(JdbcClient db, ExhibitPieces pieces, Clock clock) {
    this.db = db;
    this.pieces = pieces;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${schedule.prosecute.uploads.after}",
      fixedDelayString = "${schedule.prosecute.uploads.every}")
  void runOnSchedule() {
    try {
      remove();
    } catch (RuntimeException e) {
      LOG.warn("Files that stopped arriving could not be removed; retrying later.", e);
    }
  }

  /** Removes them; returns how many. */
  int remove() {
    List<UUID> gone =
        db.sql("select id from exhibit_upload where size_bytes < 0 and touched_at < :before")
            .param("before", Columns.at(clock.instant().minus(SILENT)))
            .query(UUID.class)
            .list();
    gone.forEach(pieces::delete);
    return gone.size();
  }
}
