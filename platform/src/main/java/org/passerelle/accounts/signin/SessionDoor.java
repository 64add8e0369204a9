package org.passerelle.accounts.signin;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a session when all required factors were right, and ends it. */
@Component
public class SessionDoor {
  private final Sessions sessions;
  private final Devices devices;
  private final Throttle throttle;
  private final AuditLog audit;

  SessionDoor(Sessions sessions, Devices devices, Throttle throttle, AuditLog audit) {
    this.sessions = sessions;
    this.devices = devices;
    this.throttle = throttle;
    this.audit = audit;
  }

  /**
   * A new session.
   *
   * @param deviceCookie cookie that identifies the device from now on
   */
  public record Begun(SignedIn who, UUID session, String deviceCookie) {}

  /** Begins the session; empty if the user was changed in the meantime. */
  @Transactional
  public Optional<Begun> begin(
      Outcome.Right right, String browser, SignIn.From from, Language language) {
    UUID session = sessions.begin(right.user(), right.epoch(), browser);
    Optional<SignedIn> who = sessions.who(session, language);
    if (who.isEmpty()) {
      sessions.end(session);
      return Optional.empty();
    }
    if (from.device() != null) {
      throttle.forget(Kind.DEVICE, from.device());
    }
    String cookie = devices.remember(from.device(), right.user());
    audit.write(who.get(), "sign-in.done", "user", right.user(), Map.of("factor", right.factor()));
    return Optional.of(new Begun(who.get(), session, cookie));
  }

  /** Signs out. */
  @Transactional
  public void out(SignedIn who, UUID session) {
    sessions.end(session);
    audit.write(who, "sign-out.done", "user", who.user(), Map.of());
  }
}
