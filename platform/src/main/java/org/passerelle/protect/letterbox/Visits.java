package org.passerelle.protect.letterbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.referral.ReadThere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may come into a letterbox, and for how long. */
@Service
public class Visits {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(8);
  private final LyingRows rows;
  private final Secret secret;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Visits(
      LyingRows rows,
      Secret secret,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.events = events;
    this.rows = rows;
    this.secret = secret;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether a link leads to something that can be opened. */
  public boolean leads(String link) {
    return secret.byLink(link).isPresent();
  }

  /** Which letterbox a link belongs to. */
  public Optional<UUID> letterbox(String link) {
    return secret.byLink(link).map(Lying::letterbox);
  }

  /**
   * Comes in with both secrets.
   *
   * @throws Refused if the code is wrong, or too many were
   */
  public Guest enter(String link, String code) {
    Lying dossier = secret.byLink(link).orElseThrow(() -> new Refused("letterbox.refused.ended"));
    Secret.Tried tried = secret.tried(dossier, code);
    if (tried != Secret.Tried.RIGHT) {
      note(dossier, tried == Secret.Tried.LOCKED ? "letterbox.locked" : "letterbox.wrong-code");
      throw new Refused(
              tried == Secret.Tried.LOCKED ? "letterbox.refused.locked" : "letterbox.refused.code")
          .at("code");
    }
    note(dossier, "letterbox.entered");
    Instant now = clock.instant();
    return new Guest(dossier.referral(), dossier.codes(), now, now);
  }

  /**
   * Comes in with the link and a passkey of the letterbox's reader.
   *
   * @param holder whose passkey answered, or null
   * @throws Refused if it is not theirs, or too many wrong codes were tried
   */
  public Guest enterWithKey(String link, @Nullable UUID holder) {
    Lying dossier = secret.byLink(link).orElseThrow(() -> new Refused("letterbox.refused.ended"));
    if (!dossier.letterbox().equals(holder) || dossier.locked()) {
      note(dossier, "letterbox.wrong-code");
      throw new Refused("letterbox.refused.code");
    }
    note(dossier, "letterbox.entered-with-passkey");
    Instant now = clock.instant();
    return new Guest(dossier.referral(), dossier.codes(), now, now);
  }

  /** For whom somebody who is inside makes a passkey. */
  public UUID holder(Guest guest) {
    return of(guest).map(Lying::letterbox).orElseThrow(NotFound::new);
  }

  /** Keeps a passkey of somebody who is inside; the log says so. */
  @Transactional
  public void keepKey(Guest guest, Runnable register) {
    Lying dossier = of(guest).orElseThrow(NotFound::new);
    register.run();
    note(dossier, "letterbox.passkey-made");
  }

  /** The dossier of somebody who came in, while they may stay; a visit of later is returned. */
  @Transactional(readOnly = true)
  public Optional<Lying> of(Guest guest) {
    Instant now = clock.instant();
    if (!now.isBefore(guest.seen().plus(IDLE)) || !now.isBefore(guest.started().plus(LONGEST))) {
      return Optional.empty();
    }
    return rows.find(guest.referral())
        .filter(dossier -> dossier.opens(now) && guest.code() == dossier.codes());
  }

  /** The same visit, seen now. */
  public Guest seen(Guest guest) {
    return new Guest(guest.referral(), guest.code(), guest.started(), clock.instant());
  }

  /** What lies in it; the look is logged like every look. */
  @Transactional
  public List<Lying.Item> read(Lying dossier) {
    rows.read(dossier.referral());
    note(dossier, "letterbox.read");
    if (!"declined".equals(dossier.answer())) {
      events.publishEvent(
          new ReadThere(dossier.referral(), dossier.sender(), dossier.firstReadAt() == null));
    }
    return rows.items(dossier);
  }

  private void note(Lying dossier, String action) {
    audit.writeByHouse(
        dossier.sender(),
        action,
        "referral",
        dossier.referral(),
        Map.of("letterbox", dossier.letterbox().toString()));
  }
}
