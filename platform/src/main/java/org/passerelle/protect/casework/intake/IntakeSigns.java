package org.passerelle.protect.casework.intake;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what an intake says about urgency, so that the case becomes equally urgent (decision
 * 0079). If the answer is unknown, the earlier intake still counts; so it does if this one asked
 * about a part alone and another form said something grave.
 */
@Component
class IntakeSigns {
  private final JdbcClient db;
  private final CaseRecord records;
  private final Identifiers identifiers;
  private final Submissions submissions;

  IntakeSigns(JdbcClient db, CaseRecord records, Identifiers identifiers, Submissions submissions) {
    this.submissions = submissions;
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  @EventListener
  void on(CaseFormHandedIn told) {
    for (IntakeSign sign : IntakeSign.values()) {
      sign.of(told.answers())
          .filter(
              answer ->
                  sign.isGrave(answer) || sign.isAskedPlainly(told.answers()) || isOwn(told, sign))
          .ifPresent(answer -> keep(told, sign, answer));
    }
  }

  /** Whether no other form says something grave that this one, asking about a part, cannot know. */
  private boolean isOwn(CaseFormHandedIn told, IntakeSign sign) {
    Map<UUID, String> forms =
        submissions.about(told.who(), told.caseId()).stream()
            .collect(Collectors.toMap(Submission.Entry::id, Submission.Entry::form));
    String own = forms.getOrDefault(told.form(), "");
    return db
        .sql(
            """
            select form, answer from intake_sign where case_id = :case and asked = :asked
             order by at desc, id desc
            """)
        .param("case", told.caseId())
        .param("asked", sign.stored())
        .query(Told.class)
        .list()
        .stream()
        .filter(one -> !own.equals(forms.get(one.form())))
        .findFirst()
        .filter(one -> sign.isGrave(one.answer()))
        .isEmpty();
  }

  private record Told(UUID form, String answer) {}

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
        .param("at", Columns.at(told.at()))
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
