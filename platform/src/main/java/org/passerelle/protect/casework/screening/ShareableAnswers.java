package org.passerelle.protect.casework.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Question;
import org.passerelle.forms.answers.ToldAnswer;
import org.springframework.stereotype.Component;

/** Answers of the most recent finished screening of a case that can be given to others. */
@Component
class ShareableAnswers implements ScreenedAnswers {
  private final Screenings screenings;

  ShareableAnswers(Screenings screenings) {
    this.screenings = screenings;
  }

  @Override
  public List<One> of(UUID caseId, SignedIn who) {
    return screenings.ofCase(who, caseId).stream()
        .filter(one -> one.finishedAt() != null)
        .max(Comparator.comparing(Screening::finishedAt))
        .map(one -> told(screenings.finishedOfCase(who, caseId, one.id())))
        .orElse(List.of());
  }

  private static List<One> told(FinishedScreening finished) {
    List<One> all = new ArrayList<>();
    for (Question question : finished.form().questions()) {
      String id = question.id();
      String category = question.category().name().toLowerCase(Locale.ROOT);
      finished
          .answers()
          .of(id)
          .flatMap(answer -> ToldAnswer.of(finished.form(), id, answer))
          .ifPresent(told -> all.add(new One(id, category, told)));
    }
    return List.copyOf(all);
  }
}
