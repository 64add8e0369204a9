package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Stores entries of the shift book received from the other side of a desk. */
@Component
class BookArrivals {
  private final ShiftRows shifts;
  private final BookRows rows;

  BookArrivals(ShiftRows shifts, BookRows rows) {
    this.shifts = shifts;
    this.rows = rows;
  }

  DeskMessages.Line shift(Desk desk, DeskMessages.Shift said) {
    Instant at = Instant.parse(said.log().at());
    if (said.begins()) {
      shifts.begin(desk, said.id(), false, null, at);
    } else if (shifts.end(desk, said.id(), false, at)) {
      said.waits().forEach(id -> theirs(desk, id, () -> rows.wait(desk, id, at)));
    }
    return said.log();
  }

  DeskMessages.Line entry(Desk desk, DeskMessages.Entry said) {
    Instant at = Instant.parse(said.log().at());
    boolean ours = said.point().equals("recipient");
    boolean theirs = said.point().equals("sender");
    rows.insert(
        desk,
        new Entry(
            said.id(),
            false,
            said.kind(),
            at,
            said.words(),
            null,
            ours ? "here" : theirs ? "there" : "none",
            ours ? "waits" : theirs ? "held" : "noted",
            null,
            ours ? at : null,
            null));
    return said.log();
  }

  DeskMessages.Line point(Desk desk, DeskMessages.Point said) {
    theirs(
        desk,
        said.entry(),
        () -> {
          switch (said.state()) {
            case "held" -> rows.hold(desk, said.entry(), null);
            case "done" -> rows.done(desk, said.entry());
            default -> rows.late(desk, said.entry(), Instant.parse(said.log().at()));
          }
        });
    return said.log();
  }

  /** The other side may change only its own points. */
  private void theirs(Desk desk, UUID entry, Runnable change) {
    rows.find(desk, entry).filter(e -> e.point().equals("there")).ifPresent(e -> change.run());
  }
}
