package org.passerelle.steer.letter.mailing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.mailing.DeliveryRows.State;
import org.passerelle.storage.Identifiers;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a released issue to all who subscribed by then and have not had it; each version once. */
@Service
public class Sendings {
  private final DeliveryRows rows;
  private final Subscribers subscribers;
  private final Releases releases;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Sendings(
      DeliveryRows rows,
      Subscribers subscribers,
      Releases releases,
      AuditLog audit,
      Identifiers identifiers) {
    this.rows = rows;
    this.subscribers = subscribers;
    this.releases = releases;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /**
   * A sending.
   *
   * @param counts deliveries by state; a state without any is missing
   */
  public record Sending(
      UUID id,
      String letter,
      int version,
      int number,
      Instant at,
      String byName,
      Map<State, Integer> counts) {
    public Sending {
      counts = Map.copyOf(counts);
    }

    Sending with(Map<State, Integer> counted) {
      return new Sending(id, letter, version, number, at, byName, counted);
    }

    /** Mails that the relay took. */
    public int sent() {
      return counts.getOrDefault(State.SENT, 0);
    }

    /** Mails that wait for their turn, or to be tried again. */
    public int waiting() {
      return counts.getOrDefault(State.WAITING, 0);
    }

    /** Mails of which the relay's answer is not known; they are not sent again. */
    public int unanswered() {
      return counts.getOrDefault(State.HANDED, 0);
    }

    /** Mails to addresses that the relay does not take. */
    public int refused() {
      return counts.getOrDefault(State.REFUSED, 0);
    }

    /** Mails that were no longer due: their reader left, or a newer version goes instead. */
    public int left() {
      return counts.getOrDefault(State.LEFT, 0);
    }
  }

  /** All sendings, latest first. */
  @Transactional(readOnly = true)
  public List<Sending> all() {
    return rows.all();
  }

  /** The version of an issue that could be sent now: the current one, unless it was. */
  @Transactional(readOnly = true)
  public Optional<Releases.Release> sendable(String letter) {
    return releases.current().stream()
        .filter(release -> release.letter().equals(letter))
        .filter(release -> release.digests().stream().anyMatch(Sendings::isMail))
        .filter(
            release ->
                rows.all().stream()
                    .noneMatch(
                        one -> one.letter().equals(letter) && one.version() == release.version()))
        .findFirst();
  }

  /** How many subscribers have had no version of an issue. */
  @Transactional(readOnly = true)
  public int without(String letter) {
    return rows.without(letter);
  }

  private static boolean isMail(Releases.Digested file) {
    return file.form() == Letters.Form.MAIL;
  }

  /**
   * Begins to send the current version of an issue to the subscribers who have had none of it. What
   * still waits of an earlier version is not sent any more.
   *
   * @return number of subscribers
   * @throws Refused if no mail leaves this server, if nobody waits for the issue, or if this
   *     version cannot be sent or was
   */
  @Transactional
  public int start(String letter, SignedIn who) {
    if (!subscribers.offered()) {
      throw new Refused("subscription.refused.no-mail");
    }
    Releases.Release release =
        sendable(letter).orElseThrow(() -> new Refused("subscription.refused.sent"));
    UUID id = identifiers.next();
    int count;
    try {
      count = rows.start(id, release, who);
    } catch (DuplicateKeyException startedAtTheSameMoment) {
      throw new Refused("subscription.refused.sent");
    }
    if (count == 0) {
      throw new Refused("subscription.refused.nobody");
    }
    audit.write(
        who,
        "letter.sent",
        "letter",
        null,
        Map.of(
            "letter",
            letter,
            "version",
            Integer.toString(release.version()),
            "count",
            Integer.toString(count)));
    return count;
  }

  /** How many issues a subscriber got. */
  @Transactional(readOnly = true)
  public int got(Subscriber subscriber) {
    return rows.got(subscriber.id());
  }
}
