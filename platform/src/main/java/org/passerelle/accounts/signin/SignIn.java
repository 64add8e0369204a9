package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Language;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in: password, then second factor.
 *
 * <p>Who guesses is slowed down, and who is guessed at is not locked out: while wrong tries for an
 * account or from an address make others wait, any password from a device not seen before leads to
 * the second factor, and only both together open. A guesser learns nothing from that; the right
 * person comes in. A device seen before has a count of its own.
 */
@Component
public class SignIn {
  /** Stands in the log for the organisation of somebody unknown. */
  static final UUID HOUSE = new UUID(0, 0);

  private static final Duration PENDING = Duration.ofMinutes(10);

  private final PlatformSettings settings;
  private final Clock clock;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Devices devices;
  private final Totp totp;
  private final RecoveryCodes recoveryCodes;
  private final Sessions sessions;
  private final AuditLog audit;

  SignIn(
      PlatformSettings settings,
      Clock clock,
      Accounts accounts,
      Passwords passwords,
      Throttle throttle,
      Devices devices,
      Totp totp,
      RecoveryCodes recoveryCodes,
      Sessions sessions,
      AuditLog audit) {
    this.settings = settings;
    this.clock = clock;
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.devices = devices;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * Where a try comes from.
   *
   * @param address of the network
   * @param device content of the cookie of a known device, if any
   */
  public record From(String address, @Nullable String device) {}

  /**
   * A session that has begun.
   *
   * @param deviceCookie by which the device is known from now on
   */
  public record Begun(SignedIn who, UUID session, String deviceCookie) {}

  /** The first step. Takes the same time for an unknown login and a wrong password. */
  public Outcome password(String login, String password, From from) {
    String key = Accounts.key(login.length() > 254 ? "" : login);
    Account account = accounts.byLoginKey(key).orElse(null);
    boolean seen = devices.knows(from.device(), key);
    boolean known = seen && throttle.wait(Kind.DEVICE, device(from)).isZero();
    boolean held =
        !known
            && !(throttle.wait(Kind.ACCOUNT, key).isZero()
                && throttle.wait(Kind.ADDRESS, from.address()).isZero());
    boolean right =
        passwords.matches(password, account == null ? null : account.passwordHash())
            && account != null
            && account.open();
    if (!right) {
      throttle.failed(seen ? Kind.DEVICE : Kind.ACCOUNT, seen ? device(from) : key);
      throttle.failed(Kind.ADDRESS, from.address());
      failed(account, held ? "sign-in.throttled" : "sign-in.failed", "password");
    }
    PendingSignIn pending = pending(key, account, right, known);
    if (account != null && right && settings.demo()) {
      return new Outcome.Right(account.id(), key, account.epoch(), "none");
    }
    if (held && !settings.demo()) {
      return new Outcome.AskFactor(pending);
    }
    if (account == null || !right) {
      return new Outcome.Wrong();
    }
    return account.hasFactor() ? new Outcome.AskFactor(pending) : new Outcome.AskEnrolment(pending);
  }

  /** The second step, with the digits of an app or a recovery code. */
  public Outcome code(PendingSignIn pending, String code, From from) {
    Account account = account(pending).orElse(null);
    boolean right = pending.right() && account != null && account.epoch() == pending.epoch();
    Kind kind = pending.knownDevice() ? Kind.DEVICE_FACTOR : Kind.FACTOR;
    String counted = pending.knownDevice() ? device(from) : pending.loginKey();
    if (RecoveryCodes.looksLike(code)) {
      if (right && account != null && recoveryCodes.accept(account.id(), code)) {
        return new Outcome.Right(
            account.id(), pending.loginKey(), pending.epoch(), "recovery-code");
      }
    } else {
      boolean mayTry = throttle.wait(kind, counted).isZero();
      if (totp.accept(account, code, right && mayTry) && account != null) {
        throttle.forget(kind, counted);
        return new Outcome.Right(account.id(), pending.loginKey(), pending.epoch(), "totp");
      }
    }
    // wrong codes after a wrong password must not slow down whoever has the right one
    throttle.failed(kind, right ? counted : "after a wrong password " + counted);
    failed(account, "sign-in.failed", "second-factor");
    return new Outcome.Wrong();
  }

  /** The second step, with a passkey that has just proved to be this user's. */
  public Outcome passkey(PendingSignIn pending, @Nullable UUID provenUser) {
    Account account = account(pending).orElse(null);
    if (account != null
        && pending.right()
        && account.epoch() == pending.epoch()
        && account.id().equals(provenUser)) {
      return new Outcome.Right(account.id(), pending.loginKey(), pending.epoch(), "passkey");
    }
    failed(account, "sign-in.failed", "passkey");
    return new Outcome.Wrong();
  }

  /**
   * The first step, taken at the organisation's identity provider. It opens accounts that exist and
   * were set up here, and never makes one; the answer is the same for somebody unknown, closed or
   * not set up.
   *
   * @param login that the provider vouches for
   * @param factorCounts whether the provider has asked for a second factor that the operator trusts
   */
  public Outcome provided(String login, boolean factorCounts, From from) {
    String key = Accounts.key(login.length() > 254 ? "" : login);
    Account account =
        accounts
            .byLoginKey(key)
            .filter(a -> a.open() && (a.hasFactor() || a.passwordHash() != null))
            .orElse(null);
    if (account == null) {
      failed(accounts.byLoginKey(key).orElse(null), "sign-in.failed", "provider");
      return new Outcome.Wrong();
    }
    if (factorCounts) {
      return new Outcome.Right(account.id(), key, account.epoch(), "provider");
    }
    PendingSignIn pending = pending(key, account, true, devices.knows(from.device(), key));
    return account.hasFactor() ? new Outcome.AskFactor(pending) : new Outcome.AskEnrolment(pending);
  }

  /**
   * Whether somebody who is signed in has their second factor at hand now: digits or a recovery
   * code. Wrong tries are slowed down and logged.
   *
   * @throws Refused if there were too many
   */
  @Transactional(noRollbackFor = Refused.class)
  public boolean confirm(SignedIn who, String code) {
    String counted = "own " + who.user();
    if (!throttle.wait(Kind.FACTOR, counted).isZero()) {
      throw new Refused("access.refused.wait");
    }
    Account account = accounts.byId(who.user()).filter(Account::open).orElse(null);
    boolean right =
        RecoveryCodes.looksLike(code)
            ? account != null && recoveryCodes.accept(account.id(), code)
            : totp.accept(account, code, true);
    return confirmed(who, right, counted);
  }

  /** The same with a passkey that has just answered. */
  @Transactional
  public boolean confirm(SignedIn who, @Nullable UUID provenUser) {
    return confirmed(who, who.user().equals(provenUser), "own " + who.user());
  }

  private boolean confirmed(SignedIn who, boolean right, String counted) {
    if (right) {
      throttle.forget(Kind.FACTOR, counted);
    } else {
      throttle.failed(Kind.FACTOR, counted);
    }
    audit.write(who, right ? "factor.confirmed" : "factor.refused", "user", who.user(), Map.of());
    return right;
  }

  /** After the password was chosen with a set-up link. */
  Outcome afterSetup(UUID user) {
    Account account = accounts.byId(user).orElseThrow();
    return settings.demo()
        ? new Outcome.Right(user, account.loginKey(), account.epoch(), "none")
        : new Outcome.AskEnrolment(pending(account.loginKey(), account, true, false));
  }

  /** Begins the session; nothing if the user was changed in the meantime. */
  @Transactional
  public Optional<Begun> begin(Outcome.Right right, String browser, From from, Language language) {
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

  private Optional<Account> account(PendingSignIn pending) {
    return accounts.byLoginKey(pending.loginKey()).filter(Account::open);
  }

  private PendingSignIn pending(
      String key, @Nullable Account account, boolean right, boolean known) {
    return new PendingSignIn(
        key,
        account == null ? null : account.id(),
        right,
        account == null ? 0 : account.epoch(),
        known,
        clock.instant().plus(PENDING),
        0);
  }

  /** What was typed as login never enters the log: it may be a password. */
  private void failed(@Nullable Account account, String action, String step) {
    audit.writeByHouse(
        account == null ? HOUSE : account.organisation(),
        action,
        "user",
        account == null ? null : account.id(),
        Map.of("step", step));
  }

  private static String device(From from) {
    return from.device() == null ? "" : from.device();
  }
}
