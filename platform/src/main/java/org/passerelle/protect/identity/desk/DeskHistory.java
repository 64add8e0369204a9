package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a desk did before it was kept here, as kinds and times alone. */
@Component
public class DeskHistory {
  private final JdbcClient db;
  private final DeskLog log;

  DeskHistory(JdbcClient db, DeskLog log) {
    this.db = db;
    this.log = log;
  }

  /** It was opened at an earlier moment. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void opened(UUID desk, Instant began) {
    db.sql("update border_desk set proposed_at = :began, accepted_at = :began where id = :desk")
        .param("began", Columns.at(began))
        .param("desk", desk)
        .update();
    db.sql("update desk_event set at = :began where desk = :desk and kind = 'opened'")
        .param("began", Columns.at(began))
        .param("desk", desk)
        .update();
  }

  /** Adds a line to one side's copy of the joint log. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(UUID desk, UUID organisation, DeskEvent event) {
    log.keep(desk, organisation, event);
  }
}
