package org.passerelle.protect.casework.phone;

import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.BroughtAnswers;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Component;

/**
 * Processes screenings: answers are validated again and the result recomputed with the version of
 * the form that was used. Old versions are accepted.
 */
@Component
class ScreeningProcessor implements RecordProcessor {
  private final FormProcessing forms;
  private final Screenings screenings;

  ScreeningProcessor(FormProcessing forms, Screenings screenings) {
    this.forms = forms;
    this.screenings = screenings;
  }

  @Override
  public String kind() {
    return DeliveredRecord.SCREENING;
  }

  @Override
  public Became take(
      DeliveredRecord record, RecordTimes recordTimes, SignedIn officer, boolean anyway) {
    return forms
        .form(record, FormDefinition.Kind.SCREENING)
        .map(form -> take(record, form, recordTimes, officer))
        .orElseGet(() -> Became.kept("version", null));
  }

  private Became take(
      DeliveredRecord record, FormDefinition form, RecordTimes recordTimes, SignedIn officer) {
    BroughtAnswers answers = forms.answers(record, form, recordTimes, officer);
    Screenings.Brought brought =
        screenings.bring(
            officer, form, answers.answers(), recordTimes.startedAt(), recordTimes.finishedAt());
    return Became.screening(brought.screening().id(), answers.notTaken());
  }
}
