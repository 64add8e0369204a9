package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Shifts at a desk. When a shift ends, its points wait for the next officer; forgotten shifts are
 * ended automatically.
 */
@Service
public class Shifts {
  /** Maximum length of a shift; a longer one was forgotten. */
  public static final Duration LONGEST = Duration.ofHours(16);

  private final DeskRows desks;
  private final ShiftRows rows;
  private final BookRows book;
  private final DeskLog log;
  private final DeskPost post;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Shifts(
      DeskRows desks,
      ShiftRows rows,
      BookRows book,
      DeskLog log,
      DeskPost post,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.desks = desks;
    this.rows = rows;
    this.book = book;
    this.log = log;
    this.post = post;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Current shifts of both sides, oldest first. */
  @Transactional(readOnly = true)
  public List<Shift> open(Desk desk) {
    return rows.open(desk);
  }

  /** Whether the user is on duty at a desk. */
  @Transactional(readOnly = true)
  public boolean onDuty(Desk desk, SignedIn who) {
    return desk.open() && rows.ofOfficer(desk, who.user()).isPresent();
  }

  /** Whether the user can begin a shift at a desk. */
  @Transactional(readOnly = true)
  public boolean mayBegin(Desk desk, SignedIn who) {
    return desk.open()
        && desks.officers(desk).contains(who.user())
        && rows.ofOfficer(desk, who.user()).isEmpty();
  }

  /**
   * A desk at which the user is on duty, locked.
   *
   * @throws NotFound if they do not work there
   * @throws Refused if they have not begun a shift
   */
  Desk held(UUID id, SignedIn who) {
    Desk desk = officers(id, who);
    if (rows.ofOfficer(desk, who.user()).isEmpty()) {
      throw new Refused("desk.refused.no-shift");
    }
    return desk;
  }

  private Desk officers(UUID id, SignedIn who) {
    return desks
        .hold(id, who.organisation())
        .filter(d -> d.open() && desks.officers(d).contains(who.user()))
        .orElseThrow(NotFound::new);
  }

  @Transactional
  public void begin(UUID id, SignedIn who) {
    Desk desk = officers(id, who);
    if (rows.ofOfficer(desk, who.user()).isPresent()) {
      throw new Refused("desk.refused.on-duty");
    }
    Instant now = clock.instant();
    UUID shift = identifiers.next();
    rows.begin(desk, shift, true, who.user(), now);
    DeskEvent event = log.here(desk, "shift_begun", now);
    post.say(
        desk,
        DeskMessages.SHIFT,
        new DeskMessages.Shift(shift, true, List.of(), DeskMessages.Line.of(event)));
    audit.write(who, "desk.shift-begun", "desk", id, Map.of());
  }

  /** Ends a shift; points held by the officer wait for the next one. */
  @Transactional
  public void end(UUID id, SignedIn who) {
    Desk desk = held(id, who);
    Shift shift = rows.ofOfficer(desk, who.user()).orElseThrow(NotFound::new);
    end(desk, shift.id(), who.user());
    audit.write(who, "desk.shift-ended", "desk", id, Map.of());
  }

  /**
   * Ends shifts beyond the maximum length, and those of officers who no longer work there; returns
   * their number.
   */
  @Transactional
  public int endForgotten() {
    int ended = 0;
    for (ShiftRows.Forgotten one : rows.begunBefore(clock.instant().minus(LONGEST))) {
      Desk desk = desks.hold(one.desk(), one.organisation()).orElseThrow(NotFound::new);
      end(desk, one.id(), one.officer());
      audit.writeByHouse(desk.organisation(), "desk.shift-forgotten", "desk", desk.id(), Map.of());
      ended++;
    }
    return ended;
  }

  private void end(Desk desk, UUID shift, UUID officer) {
    Instant now = clock.instant();
    if (!rows.end(desk, shift, true, now)) {
      return;
    }
    List<UUID> waits = book.leave(desk, officer, now);
    DeskEvent event = log.here(desk, "shift_ended", now);
    post.say(
        desk,
        DeskMessages.SHIFT,
        new DeskMessages.Shift(shift, false, waits, DeskMessages.Line.of(event)));
  }
}
