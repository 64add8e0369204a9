package org.passerelle.steer.letter.mailing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.mail.CircularRelay;
import org.passerelle.refusal.Refused;
import org.passerelle.steer.letter.mailing.SubscriberLinks.Purpose;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who gets the letter: only whoever opened the link that was mailed to their address, and until
 * they leave. What is stored is the address, sealed, and the language; whoever leaves is forgotten
 * at once. Colleagues see counts, and an address only if they bring it (decision 0139).
 */
@Service
public class Subscribers implements SubscriptionOffer {
  /** How long a link to confirm is good for. */
  public static final Duration CONFIRMABLE = Duration.ofDays(7);

  /** After so many mails that came back an address is forgotten. */
  public static final int BOUNCES = 3;

  /** Links mailed to one address within a day, in all languages together. */
  private static final int MAILS_OF_DAY = 3;

  private final SubscriberRows rows;
  private final SubscriberLinks links;
  private final AskPace pace;
  private final CircularRelay relay;
  private final PlatformSettings settings;
  private final AuditLog audit;
  private final Clock clock;

  Subscribers(
      SubscriberRows rows,
      SubscriberLinks links,
      AskPace pace,
      CircularRelay relay,
      PlatformSettings settings,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.links = links;
    this.pace = pace;
    this.relay = relay;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether mail leaves this server at all, with links that lead back. */
  @Override
  public boolean offered() {
    return relay.there() && settings.address() != null;
  }

  /**
   * Asks for the letter: a link to confirm is mailed to the address. The answer is the same whether
   * the address is known or not.
   *
   * @param network network of the client
   * @throws Refused if there were too many requests
   */
  @Transactional
  public void ask(String address, String language, String network) {
    if (!pace.take(network)) {
      throw new Refused("subscription.refused.pace");
    }
    rows.ask(address, language, MAILS_OF_DAY);
  }

  /** The subscription of a link to confirm, if it is still there. */
  @Transactional(readOnly = true)
  public Optional<Subscriber> confirming(String token) {
    return links.subscriber(Purpose.CONFIRM, token).flatMap(rows::find);
  }

  /** Confirms; false if the link is too old or was never made here. */
  @Transactional
  public boolean confirm(String token) {
    return links.subscriber(Purpose.CONFIRM, token).filter(rows::confirm).isPresent();
  }

  /** Whether a link to leave was made here, whatever became of the subscription. */
  public boolean isLeaving(String token) {
    return links.subscriber(Purpose.LEAVE, token).isPresent();
  }

  /** The subscription of a link to leave: all that is stored about the reader. */
  @Transactional(readOnly = true)
  public Optional<Subscriber> leaving(String token) {
    return links.subscriber(Purpose.LEAVE, token).flatMap(rows::find);
  }

  /** Forgets the address of a link, in all its languages; one that is gone stays gone. */
  @Transactional
  public void leave(String token) {
    links.subscriber(Purpose.LEAVE, token).ifPresent(rows::remove);
  }

  /** Languages of all editions that the address of a subscription asked for. */
  @Transactional(readOnly = true)
  public List<String> languages(Subscriber subscriber) {
    return rows.of(subscriber.address()).stream().map(Subscriber::language).toList();
  }

  /** What is stored under an address that somebody brings; the log says who asked. */
  @Transactional
  public List<Subscriber> held(String address, SignedIn who) {
    audit.write(who, "letter.subscriber-asked", "letter", null, Map.of());
    return rows.of(address);
  }

  /**
   * Counts a mail that came back from an address, in all its languages.
   *
   * @return whether the address is forgotten now
   * @throws Refused if it is not there
   */
  @Transactional
  public boolean bounced(String address, SignedIn who) {
    List<Subscriber> all = known(address);
    boolean gone = false;
    for (Subscriber one : all) {
      gone |= rows.bounce(one.id()) >= BOUNCES && rows.remove(one.id());
    }
    audit.write(who, "letter.bounced", "letter", null, Map.of("gone", Boolean.toString(gone)));
    return gone;
  }

  /** Counts a mail that the relay refused; whether the address is forgotten now. */
  boolean refused(UUID subscriber) {
    return rows.refused(subscriber) >= BOUNCES && rows.remove(subscriber);
  }

  /**
   * Forgets an address in all its languages, because its reader asked for it.
   *
   * @throws Refused if it is not there
   */
  @Transactional
  public void forget(String address, SignedIn who) {
    rows.remove(known(address).get(0).id());
    audit.write(who, "letter.subscriber-removed", "letter", null, Map.of());
  }

  private List<Subscriber> known(String address) {
    List<Subscriber> all = rows.of(address);
    if (all.isEmpty()) {
      throw new Refused("subscription.refused.unknown");
    }
    return all;
  }

  /** Confirmed subscriptions by language of the edition. */
  @Transactional(readOnly = true)
  public Map<String, Integer> confirmed() {
    return rows.confirmed();
  }

  /** Requests that were not confirmed yet, by language of the edition. */
  @Transactional(readOnly = true)
  public Map<String, Integer> unconfirmed() {
    return rows.unconfirmed();
  }

  /** Forgets requests that nobody confirmed in time. */
  @Scheduled(
      initialDelayString = "${schedule.steer.letter-unconfirmed.after}",
      fixedDelayString = "${schedule.steer.letter-unconfirmed.every}")
  @Transactional
  public void forgetUnconfirmed() {
    rows.removeUnconfirmed(clock.instant().minus(CONFIRMABLE));
  }
}
