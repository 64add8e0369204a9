package org.passerelle.protect.sharing.referral.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.passerelle.language.Moments;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Urgency;

/** Choice of the answer deadline: a number of hours, or a day. */
public final class AnswerDeadlineChoice {
  private static final List<String> HOURS = List.of("1", "2", "8", "24", "72");
  private static final String DAY = "day";

  private AnswerDeadlineChoice() {}

  /** Proposed value for a case. */
  static String of(Urgency urgency) {
    return Long.toString(urgency.within().toHours());
  }

  /** All options. */
  public static List<Option> choices(Page page) {
    return java.util.stream.Stream.concat(HOURS.stream(), java.util.stream.Stream.of(DAY))
        .map(code -> new Option(code, page.text("referral.within." + code)))
        .toList();
  }

  /** The chosen moment; the day if no number of hours was chosen. */
  static Instant read(Filled form, Moments moments) {
    return read(form, "deadline", moments);
  }

  /**
   * The same with another field for the day.
   *
   * @param dayField name of the field for the day
   */
  public static Instant read(Filled form, String dayField, Moments moments) {
    String chosen = form.shown("within");
    if (HOURS.contains(chosen)) {
      return moments.now().plus(Duration.ofHours(Long.parseLong(chosen)));
    }
    LocalDate today = moments.today();
    LocalDate day = form.neededDay(dayField, today.plusYears(1), today);
    if (day.isBefore(today)) {
      form.errors().add(dayField, "referral.refused.past");
    }
    return moments.due(day);
  }
}
