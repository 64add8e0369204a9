package org.passerelle.protect.casework.placement.zone;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Places reported to the team of a case by users who see a network, so that the child is kept away
 * from them. The team sees the place but neither the network nor who reported it; nothing becomes a
 * zone until they confirm it.
 */
@Service
public class ReportedPlaces implements ZoneSource {
  private static final String NAME = "zone_proposal.name";
  private final JdbcClient db;
  private final Vault vault;
  private final CaseJournal journal;
  private final Identifiers identifiers;
  private final Clock clock;

  ReportedPlaces(
      JdbcClient db, Vault vault, CaseJournal journal, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.journal = journal;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Reports a place; the caller has checked that it may be reported.
   *
   * @param kind code of {@code zone_kinds}
   * @param name description of the place
   */
  @Transactional
  public UUID tell(UUID caseId, String kind, String name) {
    UUID id = identifiers.next();
    db.sql(
            """
            insert into zone_proposal (id, case_id, kind, name, at) values (:id, :case, :kind, :name, :now)
            """)
        .param("id", id)
        .param("case", caseId)
        .param("kind", kind)
        .param("name", vault.seal(caseId, NAME, name))
        .param("now", Columns.now(clock))
        .update();
    journal.addByHouse(caseId, "zone.told", kind, id);
    return id;
  }

  @Override
  public List<Proposed> of(Case file, SignedIn who) {
    return db.sql("select id, kind, name from zone_proposal where case_id = :case order by at, id")
        .param("case", file.id())
        .query(
            (row, i) ->
                new Proposed(
                    row.getString("kind"),
                    "network",
                    row.getObject("id", UUID.class),
                    vault.open(file.id(), NAME, row.getBytes("name"))))
        .list();
  }
}
