package org.passerelle.protect.sharing.handover;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches for persons of received hand-overs whose dossier was erased. The alarm outlives the file
 * and names nobody; without a file no team can open it to say that the person was found, so that
 * the national coordinator, who still reads it, ends it.
 */
@Service
public class SearchesWithoutFile {
  private static final String THESE =
      """
      not sends and (missing_at is not null or awaited_on is not null)
        and not exists (select 1 from received_referral_outline q
                         where q.id = hand_over.id and q.organisation = hand_over.organisation)
        and organisation in (select o.id from organisation_outline o
                               join organisation_outline own on own.country = o.country
                              where own.id = :organisation)
      """;
  private final JdbcClient db;
  private final AuditLog audit;

  SearchesWithoutFile(JdbcClient db, AuditLog audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Hand-overs of the reader's country with such a search; none but for its coordinator. */
  @Transactional(readOnly = true)
  public Set<UUID> of(SignedIn who) {
    return who.is(Role.NATIONAL_COORDINATOR)
        ? Set.copyOf(
            db.sql("select distinct id from hand_over where " + THESE)
                .param("organisation", who.organisation())
                .query(UUID.class)
                .list())
        : Set.of();
  }

  /**
   * Ends a search; the alarm disappears on this side.
   *
   * @throws NotFound if there is none, or a file is left, from which it is ended
   */
  @Transactional
  public void end(UUID id, SignedIn who) {
    int ended =
        who.is(Role.NATIONAL_COORDINATOR)
            ? db.sql(
                    "update hand_over set missing_at = null, awaited_on = null where id = :id and "
                        + THESE)
                .param("id", id)
                .param("organisation", who.organisation())
                .update()
            : 0;
    if (ended == 0) {
      throw new NotFound();
    }
    audit.write(who, "handover.search-ended", "referral", id, Map.of());
  }
}
