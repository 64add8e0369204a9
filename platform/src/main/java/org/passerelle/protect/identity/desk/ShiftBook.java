package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The shift book of a desk: entries without names, written and read by both sides. A point is an
 * entry that somebody has to deal with; the next officer takes it, and only that officer can close
 * it.
 */
@Service
public class ShiftBook {
  /** Maximum length of an entry, in characters. */
  public static final int LONGEST = 1_000;

  private final Shifts shifts;
  private final BookRows rows;
  private final BookWords words;
  private final DeskLog log;
  private final DeskPost post;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ShiftBook(
      Shifts shifts,
      BookRows rows,
      BookWords words,
      DeskLog log,
      DeskPost post,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.shifts = shifts;
    this.rows = rows;
    this.words = words;
    this.log = log;
    this.post = post;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Entries of the last days and all open points, newest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(Desk desk, Duration back) {
    return rows.of(desk, clock.instant().minus(back));
  }

  /**
   * Writes an entry.
   *
   * @throws Refused if the user is not on duty, or the text contains a name or a number
   */
  @Transactional
  public void write(UUID id, Entry.Draft draft, SignedIn who) {
    Desk desk = shifts.held(id, who);
    words.check(desk, draft.words(), who);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID entry = identifiers.next();
    boolean ours = draft.point().equals("here");
    boolean theirs = draft.point().equals("there");
    rows.insert(
        desk,
        new Entry(
            entry,
            true,
            draft.kind(),
            now,
            draft.words(),
            who.user(),
            draft.point(),
            ours ? "held" : theirs ? "waits" : "noted",
            ours ? who.user() : null,
            theirs ? now : null,
            null));
    DeskEvent event = log.here(desk, "entry", now);
    post.say(
        desk,
        DeskMessages.ENTRY,
        new DeskMessages.Entry(
            entry,
            draft.kind(),
            draft.words(),
            ours ? "sender" : theirs ? "recipient" : "none",
            DeskMessages.Line.of(event)));
    audit.write(who, "desk.entry", "desk", id, Map.of("kind", draft.kind()));
  }

  /**
   * Takes a point of this side, whether it waits or is held by a colleague.
   *
   * @throws Refused if it is closed, already theirs, or the other side's
   */
  @Transactional
  public void take(UUID id, UUID entry, SignedIn who) {
    Desk desk = shifts.held(id, who);
    Entry point = point(desk, entry);
    if (who.user().equals(point.holder())) {
      throw new Refused("desk.refused.taken");
    }
    rows.hold(desk, entry, who.user());
    say(desk, entry, "held", "point_taken");
    audit.write(who, "desk.point-taken", "desk", id, Map.of("entry", entry.toString()));
  }

  /**
   * Closes a point of this side.
   *
   * @throws Refused if nobody has taken it
   */
  @Transactional
  public void done(UUID id, UUID entry, SignedIn who) {
    Desk desk = shifts.held(id, who);
    if (point(desk, entry).holder() == null) {
      throw new Refused("desk.refused.take-first");
    }
    rows.done(desk, entry);
    say(desk, entry, "done", "point_done");
    audit.write(who, "desk.point-done", "desk", id, Map.of("entry", entry.toString()));
  }

  private Entry point(Desk desk, UUID entry) {
    Entry found = rows.find(desk, entry).orElseThrow(NotFound::new);
    if (!found.open() || !found.ours()) {
      throw new Refused("desk.refused.no-point");
    }
    return found;
  }

  /** Reports a change of a point to the other side. */
  void say(Desk desk, UUID entry, String state, String kind) {
    DeskEvent event = log.here(desk, kind, clock.instant());
    post.say(
        desk,
        DeskMessages.POINT,
        new DeskMessages.Point(entry, state, DeskMessages.Line.of(event)));
  }
}
