package org.passerelle.protect.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.pages.Reader;
import org.passerelle.protect.due.DueThing;
import org.passerelle.protect.due.Dues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has to do as a calendar shows it: the code of the case and what is due, nothing
 * else.
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
   * One entry.
   *
   * @param id stable and without meaning outside the house
   * @param at the moment, or null for a whole day
   * @param day of the deadline
   * @param words code of the case and what is due
   */
  public record Entry(String id, @Nullable Instant at, LocalDate day, String words) {}

  /** What the owner has to do, and what waits for an answer of theirs. */
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
