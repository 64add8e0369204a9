package org.passerelle.protect.casework.phone;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.BroughtAnswers;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.intake.CaseForms;
import org.passerelle.protect.casework.screening.CaseFromScreening;
import org.passerelle.protect.casework.screening.OwnScreenings;
import org.springframework.stereotype.Component;

/**
 * Processes intakes of a case, or of the case that is opened from a screening of the same phone by
 * its intake.
 */
@Component
class IntakeProcessor implements RecordProcessor {
  private final FormProcessing forms;
  private final CaseForms intake;
  private final CaseFromScreening opening;
  private final OwnScreenings screenings;
  private final RecordRows rows;
  private final EndedRecords ended;
  private final Reader reader;

  IntakeProcessor(
      FormProcessing forms,
      CaseForms intake,
      CaseFromScreening opening,
      OwnScreenings screenings,
      RecordRows rows,
      EndedRecords ended,
      Reader reader) {
    this.forms = forms;
    this.intake = intake;
    this.opening = opening;
    this.screenings = screenings;
    this.rows = rows;
    this.ended = ended;
    this.reader = reader;
  }

  @Override
  public String kind() {
    return DeliveredRecord.INTAKE;
  }

  @Override
  public Became take(
      DeliveredRecord record, RecordTimes recordTimes, SignedIn officer, boolean anyway) {
    DeliveredRecord.About about = record.about();
    if (about == null || (about.caseId() == null && about.record() == null)) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
    }
    UUID before = about.record();
    UUID named = about.caseId();
    if ((named != null && ended.isSubject(named)) || (before != null && ended.wasTaken(before))) {
      return Became.ended();
    }
    if (before != null && !hasCome(before, record)) {
      return Became.waiting(before);
    }
    UUID screening = before == null ? null : screening(before, record).orElse(null);
    UUID known = named == null ? caseOf(screening, record) : named(named, record);
    if (known == null ? named != null || screening == null : !takes(known, officer)) {
      return Became.kept("case", known);
    }
    // open a case only if the intake can be read
    Optional<FormDefinition> form = forms.form(record, FormDefinition.Kind.INTAKE);
    if (form.isEmpty()) {
      return Became.kept("version", known);
    }
    UUID caseId = known == null ? opened(screening, officer) : known;
    if (known == null && !takes(caseId, officer)) {
      // the person's case is closed
      return Became.kept("case", caseId);
    }
    BroughtAnswers answers = forms.answers(record, form.get(), recordTimes, officer);
    UUID begun =
        intake.bring(caseId, form.get(), answers.answers(), recordTimes.finishedAt(), officer);
    intake.handIn(caseId, begun, recordTimes.finishedAt(), officer);
    forms.noteRest(caseId, "conversation", form.get(), answers, officer);
    return Became.ofCase(caseId, answers.notTaken());
  }

  /** Whether the preceding screening has arrived and is finished. */
  private boolean hasCome(UUID before, DeliveredRecord record) {
    return screening(before, record).filter(screenings::isFinished).isPresent();
  }

  private Optional<UUID> screening(UUID before, DeliveredRecord record) {
    return rows.find(before)
        .filter(row -> row.phone().equals(record.phone()))
        .map(RecordRows.Row::screening);
  }

  private boolean takes(UUID caseId, SignedIn officer) {
    return forms.sees(caseId, officer) && forms.isOpen(caseId, officer);
  }

  private UUID opened(@Nullable UUID screening, SignedIn officer) {
    return opening.open(
        Objects.requireNonNull(screening, "screening"), reader.place(officer).zone(), officer);
  }

  private @Nullable UUID named(UUID caseId, DeliveredRecord record) {
    return rows.hasCase(caseId, record.organisation()) ? caseId : null;
  }

  /** The case opened from the screening. */
  private @Nullable UUID caseOf(@Nullable UUID screening, DeliveredRecord record) {
    return Optional.ofNullable(screening)
        .flatMap(of -> screenings.caseOf(of, record.organisation()))
        .orElse(null);
  }
}
