package org.passerelle.partner.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryCheck;
import org.passerelle.register.Facts;
import org.springframework.stereotype.Component;

/** Checks that a length of time is readable, and that a verified entry has a day and a name. */
@Component
class DeadlineCheck implements EntryCheck {
  private static final LocalDate SOME_DAY = LocalDate.of(2000, 1, 1);
  private static final int LONGEST_YEARS = 20;

  @Override
  public String kind() {
    return "deadline";
  }

  @Override
  public List<Problem> check(Entry entry, Facts facts) {
    List<Problem> problems = new ArrayList<>();
    String length = entry.text("length");
    if (!length.isEmpty() && !isLength(length, entry.text("days-counted").equals("working"))) {
      problems.add(new Problem("length", "partner.refused.length", List.of()));
    }
    if (entry.flag("verified")
        && (entry.text("verified-by").isEmpty() || entry.date("read-on").isEmpty())) {
      problems.add(new Problem("verified", "partner.refused.unverified", List.of()));
    }
    return problems;
  }

  private static boolean isLength(String text, boolean workingDays) {
    try {
      Period period = Period.parse(text);
      LocalDate end = SOME_DAY.plus(period);
      return end.isAfter(SOME_DAY)
          && end.isBefore(SOME_DAY.plusYears(LONGEST_YEARS))
          && !(workingDays && period.toTotalMonths() > 0);
    } catch (DateTimeException noLength) {
      return false;
    }
  }
}
