package org.passerelle.protect.casework.phone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.BroughtAnswers;
import org.passerelle.protect.casework.followup.PhoneFollowUps;
import org.springframework.stereotype.Component;

/** Processes visits and calls: reports the planned one, otherwise the next one of the case. */
@Component
class VisitProcessor implements RecordProcessor {
  /** Results without an answered form, because the person was not reached. */
  private static final Set<String> IN_VAIN = Set.of("not-reached", "in-vain");

  private final FormProcessing forms;
  private final PhoneFollowUps followUps;
  private final RecordRows rows;
  private final EndedRecords ended;

  VisitProcessor(
      FormProcessing forms, PhoneFollowUps followUps, RecordRows rows, EndedRecords ended) {
    this.forms = forms;
    this.followUps = followUps;
    this.rows = rows;
    this.ended = ended;
  }

  @Override
  public String kind() {
    return DeliveredRecord.FOLLOW_UP;
  }

  @Override
  public Became take(
      DeliveredRecord record, RecordTimes recordTimes, SignedIn officer, boolean anyway) {
    DeliveredRecord.About about = record.about();
    if (about == null) {
      throw new RejectedRecord(RejectedRecord.Reason.UNREADABLE);
    }
    if (hasEnded(about)) {
      return Became.ended();
    }
    UUID caseId = caseOf(about, record.organisation());
    if (caseId == null || !forms.sees(caseId, officer)) {
      return Became.kept("case", caseId);
    }
    Optional<FormDefinition> form = forms.form(record, FormDefinition.Kind.FOLLOW_UP);
    if (form.isEmpty()) {
      return Became.kept("version", caseId);
    }
    UUID planned = about.followUp();
    if (planned == null) {
      planned = followUps.next(caseId, officer).orElse(null);
    } else if (!followUps.isToBeMade(caseId, planned)) {
      if (!anyway) {
        return Became.kept("told", caseId);
      }
      planned = null;
    }
    if (planned != null && record.answers().isEmpty() && IN_VAIN.contains(about.outcome())) {
      followUps.inVain(caseId, planned, officer);
      return Became.ofCase(caseId, List.of());
    }
    BroughtAnswers answers = forms.answers(record, form.get(), recordTimes, officer);
    followUps.tell(
        caseId, planned, form.get(), answers.answers(), recordTimes.finishedAt(), officer);
    forms.noteRest(caseId, "visit", form.get(), answers, officer);
    return Became.ofCase(caseId, answers.notTaken());
  }

  private boolean hasEnded(DeliveredRecord.About about) {
    return Stream.of(Optional.ofNullable(about.followUp()), Optional.ofNullable(about.caseId()))
        .flatMap(Optional::stream)
        .anyMatch(ended::isSubject);
  }

  private @Nullable UUID caseOf(DeliveredRecord.About about, UUID organisation) {
    UUID named = about.caseId();
    if (about.followUp() != null) {
      return followUps.caseOf(about.followUp(), organisation).orElse(null);
    }
    return named != null && rows.hasCase(named, organisation) ? named : null;
  }
}
