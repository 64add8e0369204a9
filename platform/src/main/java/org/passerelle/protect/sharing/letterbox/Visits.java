package org.passerelle.protect.sharing.letterbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.referral.message.OpenedInLetterbox;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who may enter a letterbox, and for how long. */
@Service
public class Visits {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofHours(8);
  private final DepositedDossierRows rows;
  private final Secret secret;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Visits(
      DepositedDossierRows rows,
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

  /** The letterbox of a link. */
  public Optional<UUID> letterbox(String link) {
    return secret.byLink(link).map(DepositedDossier::letterbox);
  }

  /**
   * Enters with both secrets.
   *
   * @throws Refused if the code is wrong, or there were too many wrong ones
   */
  public Guest enter(String link, String code) {
    DepositedDossier dossier =
        secret.byLink(link).orElseThrow(() -> new Refused("letterbox.refused.ended"));
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
   * Enters with the link and a passkey of the guest.
   *
   * @param holder owner of the passkey that answered, or null
   * @throws Refused if it is not theirs, or too many wrong codes were tried
   */
  public Guest enterWithKey(String link, @Nullable UUID holder) {
    DepositedDossier dossier =
        secret.byLink(link).orElseThrow(() -> new Refused("letterbox.refused.ended"));
    if (!dossier.letterbox().equals(holder) || dossier.locked()) {
      note(dossier, "letterbox.wrong-code");
      throw new Refused("letterbox.refused.code");
    }
    note(dossier, "letterbox.entered-with-passkey");
    Instant now = clock.instant();
    return new Guest(dossier.referral(), dossier.codes(), now, now);
  }

  /** The holder for whom a guest creates a passkey. */
  public UUID holder(Guest guest) {
    return of(guest).map(DepositedDossier::letterbox).orElseThrow(NotFound::new);
  }

  /** Registers a passkey of a guest; logged. */
  @Transactional
  public void keepKey(Guest guest, Runnable register) {
    DepositedDossier dossier = of(guest).orElseThrow(NotFound::new);
    register.run();
    note(dossier, "letterbox.passkey-made");
  }

  /**
   * The dossier of a guest while the visit is valid: it has not timed out, and its code is still
   * the current one.
   */
  @Transactional(readOnly = true)
  public Optional<DepositedDossier> of(Guest guest) {
    Instant now = clock.instant();
    if (!now.isBefore(guest.seen().plus(IDLE)) || !now.isBefore(guest.started().plus(LONGEST))) {
      return Optional.empty();
    }
    return rows.find(guest.referral())
        .filter(dossier -> dossier.opens(now) && guest.code() == dossier.codes());
  }

  /** A copy of the visit with the current time. */
  public Guest seen(Guest guest) {
    return new Guest(guest.referral(), guest.code(), guest.started(), clock.instant());
  }

  /** The items of a dossier; the access is logged. */
  @Transactional
  public List<DepositedDossier.Item> read(DepositedDossier dossier) {
    rows.read(dossier.referral());
    note(dossier, "letterbox.read");
    // what was deleted unread by a recall was not read
    if (dossier.takenBackAt() == null && !"declined".equals(dossier.answer())) {
      events.publishEvent(
          new OpenedInLetterbox(
              dossier.referral(), dossier.sender(), dossier.firstReadAt() == null));
    }
    return rows.items(dossier);
  }

  private void note(DepositedDossier dossier, String action) {
    audit.writeByHouse(
        dossier.sender(),
        action,
        "referral",
        dossier.referral(),
        Map.of("letterbox", dossier.letterbox().toString()));
  }
}
