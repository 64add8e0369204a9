package org.passerelle.protect.intake;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what an intake says about urgency, so that the case becomes equally urgent (decision
 * 0079). If the answer is unknown, the earlier intake still counts.
 */
@Component
class IntakeSigns {
  private final JdbcClient db;
  private final CaseRecord records;
  private final Identifiers identifiers;

  IntakeSigns(JdbcClient db, CaseRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  @EventListener
  void on(CaseFormHandedIn told) {
    for (IntakeSign sign : IntakeSign.values()) {
      sign.of(told.answers()).ifPresent(answer -> keep(told, sign, answer));
    }
  }

  private void keep(CaseFormHandedIn told, IntakeSign sign, String answer) {
    db.sql(
            """
            insert into intake_sign (id, case_id, form, asked, answer, at, by_user)
            values (:id, :case, :form, :asked, :answer, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("case", told.caseId())
        .param("form", told.form())
        .param("asked", sign.stored())
        .param("answer", answer)
        .param("at", OffsetDateTime.ofInstant(told.at(), ZoneOffset.UTC))
        .param("user", told.who().user())
        .update();
    records.write(
        told.caseId(),
        "intake.told",
        sign.stored() + "." + answer,
        told.form(),
        Map.of(sign.stored(), answer),
        told.who());
  }
}
