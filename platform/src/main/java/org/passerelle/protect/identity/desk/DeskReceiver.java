package org.passerelle.protect.identity.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.springframework.stereotype.Component;

/**
 * Receives messages about desks. Messages about other organisations' desks, or about one that has
 * ended, have no effect; each side can only report its own acts.
 */
@Component
class DeskReceiver implements Receiver {
  private final DeskRows desks;
  private final DeskEnds ends;
  private final BookArrivals book;
  private final JointArrivals joints;
  private final DeskLog log;
  private final DeskPost post;
  private final AuditLog audit;

  DeskReceiver(
      DeskRows desks,
      DeskEnds ends,
      BookArrivals book,
      JointArrivals joints,
      DeskLog log,
      DeskPost post,
      AuditLog audit) {
    this.desks = desks;
    this.ends = ends;
    this.book = book;
    this.joints = joints;
    this.log = log;
    this.post = post;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        DeskMessages.PROPOSED,
        DeskMessages.ACCEPTED,
        DeskMessages.ENDED,
        DeskMessages.GONE,
        DeskMessages.SHIFT,
        DeskMessages.ENTRY,
        DeskMessages.POINT,
        DeskMessages.SCREENING,
        DeskMessages.SIGNED,
        DeskMessages.NOTED);
  }

  @Override
  public void receive(Received message) {
    try {
      if (message.type().equals(DeskMessages.PROPOSED)) {
        proposed(message);
      } else {
        of(message).ifPresent(desk -> take(desk, message));
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "");
    }
    message.log(audit);
  }

  private void proposed(Received message) {
    DeskMessages.Proposed said = DeskMessages.read(message.payload(), DeskMessages.Proposed.class);
    if (desks.find(message.orderKey(), message.recipient()).isEmpty()) {
      ends.opened(
          message.orderKey(),
          message.recipient(),
          message.sender(),
          false,
          said.crossing(),
          said.agreement(),
          Instant.parse(said.at()));
    }
  }

  /** The desk of a message, locked. */
  private Optional<Desk> of(Received message) {
    UUID id =
        switch (message.type()) {
          case DeskMessages.SCREENING ->
              DeskMessages.read(message.payload(), DeskMessages.Screening.class).desk();
          case DeskMessages.SIGNED ->
              DeskMessages.read(message.payload(), DeskMessages.Signed.class).desk();
          default -> message.orderKey();
        };
    return desks.hold(id, message.recipient()).filter(d -> d.other().equals(message.sender()));
  }

  private void take(Desk desk, Received message) {
    String body = message.payload();
    switch (message.type()) {
      case DeskMessages.ACCEPTED -> {
        if (desk.proposedHere() && !desk.state().equals("ended")) {
          DeskEvent event = logged(body).there();
          if (desk.state().equals("proposed")) {
            desks.accepted(desk, event.at());
          }
          log.keep(desk, event);
        }
      }
      case DeskMessages.ENDED -> {
        DeskEvent event = logged(body).there();
        if (ends.end(desk, false, event.at())) {
          log.keep(desk, event);
        }
        post.say(desk, DeskMessages.GONE, new DeskMessages.Nothing());
      }
      case DeskMessages.GONE -> desks.gone(desk);
      default -> {
        if (desk.proposedHere() && desk.state().equals("proposed")) {
          // working at a desk implies having accepted it: another message may overtake the
          // acceptance
          desks.accepted(desk, message.occurredAt());
          desks.find(desk.id(), desk.organisation()).ifPresent(open -> atWork(open, message));
        } else if (desk.open()) {
          atWork(desk, message);
        }
      }
    }
  }

  private void atWork(Desk desk, Received message) {
    String body = message.payload();
    UUID about = message.orderKey();
    DeskMessages.Line line =
        switch (message.type()) {
          case DeskMessages.SHIFT ->
              book.shift(desk, DeskMessages.read(body, DeskMessages.Shift.class));
          case DeskMessages.ENTRY ->
              book.entry(desk, DeskMessages.read(body, DeskMessages.Entry.class));
          case DeskMessages.POINT ->
              book.point(desk, DeskMessages.read(body, DeskMessages.Point.class));
          case DeskMessages.SCREENING ->
              joints.screening(desk, about, DeskMessages.read(body, DeskMessages.Screening.class));
          case DeskMessages.SIGNED ->
              joints.signed(desk, about, DeskMessages.read(body, DeskMessages.Signed.class));
          default -> logged(body);
        };
    if (line != null) {
      log.keep(desk, line.there());
    }
  }

  private static DeskMessages.Line logged(String body) {
    return DeskMessages.read(body, DeskMessages.Logged.class).log();
  }
}
