package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened: the steps taken here, and events entered by hand. */
@Service
public class Timeline {
  private static final String PLACE = "investigation_event.words";
  private final InvestigationJournal journal;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Clock clock;

  Timeline(
      InvestigationJournal journal,
      InvestigationSight sight,
      InvestigationRecord records,
      Clock clock) {
    this.journal = journal;
    this.sight = sight;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A line of the timeline.
   *
   * @param day when it happened, for an entry by hand; otherwise null, and {@code at} says it
   * @param words text of an entry by hand; empty for a step
   * @param user who did it; null for the application
   */
  public record Line(
      UUID id,
      String kind,
      String code,
      @Nullable LocalDate day,
      String words,
      Instant at,
      @Nullable UUID user,
      boolean struck) {
    /** Whether the team entered it by hand. */
    public boolean byHand() {
      return kind.equals(InvestigationJournal.NOTED);
    }
  }

  /** Latest first; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Line> newest(UUID investigation, int limit, SignedIn who) {
    sight.check(investigation, who);
    return journal.newest(investigation, limit).stream()
        .map(
            row ->
                new Line(
                    row.id(),
                    row.kind(),
                    row.code(),
                    row.day(),
                    words(investigation, row),
                    row.at(),
                    row.user(),
                    row.struck()))
        .toList();
  }

  private String words(UUID investigation, InvestigationJournal.Row row) {
    byte[] words = row.words();
    return words == null
        ? ""
        : records.open(investigation, PLACE, words, Worded.Text.class).words();
  }

  /**
   * Enters an event by hand.
   *
   * @throws Refused if the day is in the future, the investigation closed, or a shelter named
   */
  @Transactional
  public UUID note(UUID investigation, LocalDate day, String words, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (!Days.begun(day, clock.instant())) {
      throw new Refused("form.error.future").at("day");
    }
    UUID id =
        journal.note(
            investigation,
            day,
            records.seal(investigation, PLACE, new Worded.Text(words), who),
            who.user());
    records.log(investigation, "investigation.noted", Map.of("event", id.toString()), who);
    return id;
  }

  /** Strikes out an event entered by mistake; it stays readable. Repeating it changes nothing. */
  @Transactional
  public void strike(UUID investigation, UUID event, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (journal.strike(investigation, event, who.user())) {
      records.log(investigation, "investigation.struck", Map.of("event", event.toString()), who);
    }
  }
}
