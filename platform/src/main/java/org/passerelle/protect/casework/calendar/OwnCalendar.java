package org.passerelle.protect.casework.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.pages.Reader;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A user's due items as shown in a calendar: the code of the case and what is due, nothing else.
 */
@Service
public class OwnCalendar {
  private static final Duration AHEAD = Duration.ofDays(370);
  private static final int SHOWN = 500;
  private final Dues dues;
  private final Reader reader;

  OwnCalendar(Dues dues, Reader reader) {
    this.dues = dues;
    this.reader = reader;
  }

  /**
   * A calendar entry.
   *
   * @param id stable identifier without meaning outside the system
   * @param at time, or null for a whole day
   * @param day date of the deadline
   * @param words code of the case and what is due
   */
  public record Entry(String id, @Nullable Instant at, LocalDate day, String words) {}

  /** Due items of the owner, including answers that they owe. */
  @Transactional(readOnly = true)
  public List<Entry> entries(SignedIn who, Texts texts) {
    ZoneId zone = reader.place(who).zone();
    return dues.mine(who, AHEAD, false, SHOWN, texts).stream()
        .map(one -> entry(one, zone))
        .toList();
  }

  private static Entry entry(DueThing one, ZoneId zone) {
    return new Entry(
        one.id().toString(),
        one.wholeDay() ? null : one.at(),
        LocalDate.ofInstant(one.at(), zone),
        one.caseId() == null ? one.outside() : one.code() + " " + one.outside());
  }
}
