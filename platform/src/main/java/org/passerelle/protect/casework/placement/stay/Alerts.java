package org.passerelle.protect.casework.placement.stay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirmations of alerts for missing persons. Reporting to the police does not mean that a search
 * is on: until that is confirmed, it is escalated to the supervisor after a given time.
 */
@Service
public class Alerts {
  /** Time without a confirmation after which supervisors are told. */
  public static final Duration WITHIN = Duration.ofHours(1);

  private static final String PLACE = "missing_alert.details";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final StayRows rows;
  private final Stays stays;
  private final CaseRecord records;
  private final StayWords stayWords;
  private final Identifiers identifiers;
  private final Clock clock;

  Alerts(
      JdbcClient db,
      SealedJson sealed,
      StayRows rows,
      Stays stays,
      CaseRecord records,
      StayWords stayWords,
      Identifiers identifiers,
      Clock clock) {
    this.stayWords = stayWords;
    this.db = db;
    this.sealed = sealed;
    this.rows = rows;
    this.stays = stays;
    this.records = records;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** The confirmation for the current absence; the caller has checked access to the stay. */
  @Transactional(readOnly = true)
  public Optional<Alert> of(Stay stay) {
    Instant missing = stay.missingAt();
    return missing == null
        ? Optional.empty()
        : all(stay).stream().filter(alert -> alert.missingAt().equals(missing)).findFirst();
  }

  /** All confirmations, including those of earlier absences, newest first. */
  @Transactional(readOnly = true)
  public List<Alert> all(Stay stay) {
    return db.sql("select * from missing_alert where stay = :stay order by at desc, id")
        .param("stay", stay.id())
        .query(
            (row, i) ->
                new Alert(
                    row.getObject("id", UUID.class),
                    Columns.instant(row, "missing_at"),
                    Columns.instant(row, "confirmed_at"),
                    sealed.open(stay.caseId(), PLACE, row.getBytes("details"), Alert.Words.class),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /**
   * Records a confirmation; the latest counts.
   *
   * @param confirmedAt when the authority confirmed
   * @throws Refused if nobody is missing, the authority is not named, the words name a shelter, or
   *     the time is in the future or before the absence
   */
  @Transactional
  public void confirm(UUID id, Instant confirmedAt, Alert.Words words, SignedIn who) {
    rows.hold(id);
    Stay stay = stays.find(id, who);
    Instant missing = stay.missingAt();
    if (missing == null) {
      throw new Refused("stay.refused.not-missing");
    }
    if (words.authority().isBlank()) {
      throw new Refused("form.error.required").at("authority");
    }
    if (words.reference().isBlank()) {
      throw new Refused("form.error.required").at("reference");
    }
    stayWords.check(
        stay, Map.of("authority", words.authority(), "reference", words.reference()), who);
    // typed times have no seconds
    if (confirmedAt.isAfter(clock.instant()) || confirmedAt.plusSeconds(60).isBefore(missing)) {
      throw new Refused("stay.refused.confirmed-when").at("confirmed");
    }
    db.sql(
            """
            insert into missing_alert (id, stay, missing_at, confirmed_at, details, at, by_user)
            values (:id, :stay, :missing, :confirmed, :details, :now, :user)
            """)
        .param("id", identifiers.next())
        .param("stay", id)
        .param("missing", Columns.at(missing))
        .param("confirmed", Columns.at(confirmedAt))
        .param("details", sealed.seal(stay.caseId(), PLACE, words))
        .param("now", Columns.at(clock.instant()))
        .param("user", who.user())
        .update();
    records.write(
        stay.caseId(), "stay.alert-confirmed", "", id, Map.of("stay", id.toString()), who);
  }
}
