package org.passerelle.prosecute.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Moments;

/**
 * Something that runs out. Without any text that somebody wrote, since it stands on first pages.
 *
 * @param number number of the investigation
 * @param at when; null if only a day is known
 * @param day its last day; null if the moment is known, or it cannot wait: then today
 * @param kind its text is {@code prosecute.due.KIND}
 * @param code what it is about, such as {@code S-2}; empty if none
 * @param path part of the investigation where it is done
 */
public record DueThing(
    UUID investigation,
    String number,
    @Nullable Instant at,
    @Nullable LocalDate day,
    String kind,
    String code,
    String path) {

  /** When it runs out for a reader: the end of its day, or of today, if no moment is known. */
  public Instant due(Moments moments) {
    Instant moment = at;
    return moment != null ? moment : moments.end(day == null ? moments.today() : day);
  }
}
