package org.passerelle.protect.sharing.referral.received;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseState;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins a received referral to a case that the organisation already has, so that one child does not
 * get two files. Nothing of the dossier is copied into the case: it is read beside it, and is
 * deleted with its enclosures when the sender recalls it.
 */
@Service
public class JoinedCases {
  private static final int OFFERED = 4;
  private final ReceivedReferrals received;
  private final List<CaseRecognition> ways;
  private final Cases cases;
  private final ReceivedEnclosures files;
  private final CaseJournal journal;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final JdbcClient db;

  JoinedCases(
      ReceivedReferrals received,
      List<CaseRecognition> ways,
      Cases cases,
      ReceivedEnclosures files,
      CaseJournal journal,
      AuditLog audit,
      ApplicationEventPublisher events,
      JdbcClient db) {
    this.received = received;
    this.ways = ways;
    this.cases = cases;
    this.files = files;
    this.journal = journal;
    this.audit = audit;
    this.events = events;
    this.db = db;
  }

  /**
   * Cases of the reader's that may be about the same person; empty once the referral was answered.
   */
  @Transactional
  public List<Case> offered(ReceivedReferral found, Dossier dossier, SignedIn who) {
    if (!found.state().equals("open")) {
      return List.of();
    }
    Set<UUID> ids = new LinkedHashSet<>();
    ways.forEach(way -> ids.addAll(way.of(found, dossier, who)));
    return ids.stream()
        .map(id -> cases.find(id, who))
        .filter(file -> file.state() != CaseState.CLOSED)
        .limit(OFFERED)
        .toList();
  }

  /**
   * Accepts the referral and joins it to an existing case.
   *
   * @throws Refused if it was answered or revoked meanwhile, or the case is closed
   */
  @Transactional
  public void accept(UUID id, UUID caseId, SignedIn who) {
    ReceivedReferral found = received.openOnly(id, who);
    if (cases.find(caseId, who).state() == CaseState.CLOSED) {
      throw new Refused("referral.refused.case-closed");
    }
    received.answer(id, "accepted", null, who);
    int joined =
        db.sql(
                """
                update received_referral set case_id = :case, joined = true
                 where id = :id and (case_id is null or joined)
                """)
            .param("case", caseId)
            .param("id", id)
            .update();
    if (joined == 0) {
      throw new Refused("referral.refused.answered");
    }
    files.into(caseId, id, who.organisation());
    received.tell(found, "referral.accepted", "{}");
    events.publishEvent(new ReferralTakenIn(id, who.organisation(), caseId));
    journal.add(caseId, "referral.joined", found.service(), id, who);
    audit.write(
        who,
        "referral.accepted",
        "referral",
        id,
        Map.of("case", caseId.toString(), "joined", "true"));
  }
}
