package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tip with what an act changes; everything else stays. For a single act, not thread-safe. */
final class TipChange {
  private final Tip from;
  private UUID organisation;
  private @Nullable Instant due;
  private String stage;
  private @Nullable String category;
  private @Nullable String urgency;
  private @Nullable UUID holder;
  private @Nullable String sameMark;
  private @Nullable Instant firstRead;
  private @Nullable String outcome;
  private @Nullable Instant closed;
  private @Nullable String duplicate;
  private @Nullable UUID screening;
  private @Nullable UUID added;

  private TipChange(Tip from) {
    this.from = from;
    this.organisation = from.organisation();
    this.due = from.due();
    this.stage = from.stage();
    this.category = from.category();
    this.urgency = from.urgency();
    this.holder = from.holder();
    this.sameMark = from.sameMark();
    this.firstRead = from.firstRead();
    this.outcome = from.outcome();
    this.closed = from.closed();
    this.duplicate = from.duplicate();
    this.screening = from.screening();
    this.added = from.added();
  }

  static TipChange of(Tip from) {
    return new TipChange(from);
  }

  /** The first reading, with the fingerprint of the text. */
  TipChange read(Instant at, @Nullable String mark) {
    firstRead = at;
    sameMark = mark;
    added = null;
    return this;
  }

  /** What was added was read. */
  TipChange readOn() {
    added = null;
    return this;
  }

  TipChange heldBy(@Nullable UUID colleague) {
    holder = colleague;
    return this;
  }

  TipChange assessed(String newCategory, String newUrgency, String newStage, Instant newDue) {
    category = newCategory;
    urgency = newUrgency;
    stage = newStage;
    due = newDue;
    return this;
  }

  TipChange closed(String how, Instant at) {
    outcome = how;
    closed = at;
    stage = "closed";
    due = null;
    return this;
  }

  TipChange sameAs(@Nullable String code) {
    duplicate = code;
    return this;
  }

  TipChange screened(@Nullable UUID begun) {
    screening = begun;
    return this;
  }

  /** Its writer wrote again: somebody has to look. */
  TipChange again(UUID part, Instant newDue) {
    added = part;
    return reopened(newDue);
  }

  /** Somebody has to look again. */
  TipChange reopened(Instant newDue) {
    Instant before = due;
    due = before == null || newDue.isBefore(before) ? newDue : before;
    if (closed != null) {
      stage = "assessment";
      closed = null;
      outcome = null;
    }
    return this;
  }

  /** It begins anew with another team. */
  TipChange movedTo(UUID other, Instant newDue) {
    organisation = other;
    stage = "arrived";
    due = newDue;
    holder = null;
    firstRead = null;
    sameMark = null;
    category = null;
    urgency = null;
    duplicate = null;
    added = null;
    return this;
  }

  Tip done() {
    return new Tip(
        from.id(),
        from.code(),
        organisation,
        from.writer(),
        from.arrived(),
        due,
        from.danger(),
        from.sealedBy(),
        stage,
        category,
        urgency,
        holder,
        sameMark,
        firstRead,
        outcome,
        closed,
        duplicate,
        screening,
        added,
        from.partner(),
        from.sector());
  }
}
