package org.passerelle.protect.sharing.consent;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews consents of guardians who have become suspects. Messages waiting on such a consent are
 * held until another person entitled to consent confirms it, it is withdrawn, or the suspicion is
 * cleared.
 */
@Service
public class ConsentReview {
  private final JdbcClient db;
  private final Consents consents;
  private final DisclosureRules rules;
  private final Cases cases;
  private final CaseRecord records;
  private final Outbox outbox;
  private final Clock clock;

  ConsentReview(
      JdbcClient db,
      Consents consents,
      DisclosureRules rules,
      Cases cases,
      CaseRecord records,
      Outbox outbox,
      Clock clock) {
    this.db = db;
    this.consents = consents;
    this.rules = rules;
    this.cases = cases;
    this.records = records;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Consents of a case to be reviewed; the caller has checked access. */
  @Transactional(readOnly = true)
  public List<Consent> of(Case found) {
    return consents.of(found).stream().filter(c -> rules.underReview(found, c)).toList();
  }

  /**
   * Number of messages of a case held by consents under review.
   *
   * @param found a case that the reader sees
   */
  @Transactional(readOnly = true)
  public int held(Case found) {
    List<UUID> reviewed = of(found).stream().map(Consent::id).toList();
    return reviewed.isEmpty() ? 0 : outbox.waitingOn(reviewed);
  }

  /**
   * Another person entitled to consent confirms it; it is valid again as of today.
   *
   * @param mandate as in {@link ConsentDraft#givenBy}
   * @throws Refused if they are not entitled, or the consent is not under review
   */
  @Transactional
  public void confirm(UUID caseId, UUID id, String capacity, @Nullable UUID mandate, SignedIn who) {
    Case file = cases.find(caseId, who);
    rules.holdGiver(mandate);
    Consent consent =
        of(file).stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused("consent.refused.no-review"));
    Consents.refuse(rules.againstGiver(file, capacity, mandate));
    int changed =
        db.sql(
                """
                update consent set capacity = :capacity, given_by = :mandate, version = version + 1, at = :now
                 where id = :id and version = :version and state = 'given'
                """)
            .param("capacity", capacity)
            .param("mandate", DisclosureRules.restsOnMandate(capacity) ? mandate : null)
            .param("now", Columns.now(clock))
            .param("id", id)
            .param("version", consent.version())
            .update();
    if (changed == 0) {
      throw new NotFound();
    }
    consents.remember(id, consent.version() + 1, "given", who);
    outbox.resume(id);
    records.write(
        caseId,
        "consent.confirmed",
        consent.purpose(),
        id,
        Map.of("consent", id.toString(), "capacity", capacity),
        who);
  }

  /** The suspicion was cleared; messages held on consents of this guardian are released. */
  @EventListener
  void on(CaseJournal.Happened event) {
    if (event.kind().equals("guardian.lifted")) {
      db.sql("select id from consent where case_id = :case and given_by = :mandate")
          .param("case", event.caseId())
          .param("mandate", event.subject())
          .query(UUID.class)
          .list()
          .forEach(outbox::resume);
    }
  }
}
