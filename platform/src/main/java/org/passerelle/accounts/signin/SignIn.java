package org.passerelle.accounts.signin;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;

/**
 * Sign-in: password, then second factor.
 *
 * <p>Guessing is throttled without locking out the account's owner: while failed attempts for an
 * account or from an address impose a wait, any password from a new device leads to the second
 * factor, and only both together let the user in. An attacker learns nothing from that; the owner
 * can sign in. A device used before has a counter of its own.
 */
@Component
public class SignIn {
  /** Represents the organisation of an unknown user in the log. */
  static final UUID HOUSE = new UUID(0, 0);

  private final PlatformSettings settings;
  private final Clock clock;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Throttle throttle;
  private final Devices devices;
  private final Codes codes;
  private final AuditLog audit;

  SignIn(
      PlatformSettings settings,
      Clock clock,
      Accounts accounts,
      Passwords passwords,
      Throttle throttle,
      Devices devices,
      Codes codes,
      AuditLog audit) {
    this.settings = settings;
    this.clock = clock;
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.devices = devices;
    this.codes = codes;
    this.audit = audit;
  }

  /**
   * Origin of an attempt.
   *
   * @param address network address
   * @param device cookie of a known device, if any
   */
  public record From(String address, @Nullable String device) {}

  /** The first step. Takes as long for an unknown login as for a wrong password. */
  public Outcome password(String login, String password, From from) {
    String key = Accounts.key(login.length() > 254 ? "" : login);
    SignInAccount signInAccount = accounts.byLoginKey(key).orElse(null);
    boolean seen = devices.knows(from.device(), key);
    boolean known = seen && throttle.take(Kind.DEVICE, device(from));
    boolean accountFree = known || throttle.take(Kind.ACCOUNT, key);
    boolean addressFree = throttle.take(Kind.ADDRESS, from.address());
    boolean held = !known && !(accountFree && addressFree);
    boolean right =
        passwords.matches(password, signInAccount == null ? null : signInAccount.passwordHash())
            && signInAccount != null
            && signInAccount.open();
    if (right) {
      throttle.giveBack(known ? Kind.DEVICE : Kind.ACCOUNT, known ? device(from) : key);
      throttle.giveBack(Kind.ADDRESS, from.address());
    } else {
      failed(signInAccount, held ? "sign-in.throttled" : "sign-in.failed", "password");
    }
    PendingSignIn pending = pending(key, signInAccount, right, known);
    if (signInAccount != null && right && settings.demo()) {
      return new Outcome.Right(signInAccount.id(), key, signInAccount.epoch(), "none");
    }
    if (held && !settings.demo()) {
      return new Outcome.AskFactor(pending);
    }
    if (signInAccount == null || !right) {
      return new Outcome.Wrong();
    }
    return signInAccount.hasFactor()
        ? new Outcome.AskFactor(pending)
        : new Outcome.AskEnrolment(pending);
  }

  /**
   * The second step, with the digits of an app or a recovery code. After too many wrong codes from
   * new devices, two consecutive codes are required: an attacker cannot guess two, and the owner is
   * not locked out.
   */
  public Outcome code(PendingSignIn pending, String code, From from) {
    SignInAccount signInAccount = account(pending).orElse(null);
    boolean right =
        pending.right() && signInAccount != null && signInAccount.epoch() == pending.epoch();
    Kind kind = pending.knownDevice() ? Kind.DEVICE_FACTOR : Kind.FACTOR;
    String device = pending.knownDevice() ? device(from) : pending.loginKey();
    // wrong codes after a wrong password must not throttle the user with the right one
    String counted = right ? device : "after a wrong password " + device;
    boolean free = throttle.take(kind, counted);
    PendingSignIn again = pending.triedAgain();
    Codes.Accepted accepted = codes.accept(signInAccount, code, right);
    if (signInAccount != null && accepted != Codes.Accepted.NONE) {
      boolean enough = free || pending.oneCodeGiven() || accepted == Codes.Accepted.RECOVERY;
      if (free && accepted == Codes.Accepted.TOTP) {
        throttle.forget(kind, counted);
      } else {
        throttle.giveBack(kind, counted);
      }
      if (enough) {
        return right(signInAccount, pending, accepted.factor());
      }
      again = again.withOneCode();
    }
    failed(signInAccount, free ? "sign-in.failed" : "sign-in.throttled", "second-factor");
    return new Outcome.Again(again);
  }

  private static Outcome right(SignInAccount signInAccount, PendingSignIn pending, String factor) {
    return new Outcome.Right(signInAccount.id(), pending.loginKey(), pending.epoch(), factor);
  }

  /** The second step, with a passkey that has just been verified as this user's. */
  public Outcome passkey(PendingSignIn pending, @Nullable UUID provenUser) {
    SignInAccount signInAccount = account(pending).orElse(null);
    if (signInAccount != null
        && pending.right()
        && signInAccount.epoch() == pending.epoch()
        && signInAccount.id().equals(provenUser)) {
      return right(signInAccount, pending, "passkey");
    }
    failed(signInAccount, "sign-in.failed", "passkey");
    return new Outcome.Again(pending.triedAgain());
  }

  /**
   * The first step, taken at the organisation's identity provider. It signs in to existing accounts
   * that were set up here, and never creates one; the answer is the same for an unknown,
   * deactivated or unfinished account.
   *
   * @param login login asserted by the provider
   * @param factorCounts whether the provider used a second factor that the operator trusts
   */
  public Outcome provided(String login, boolean factorCounts, From from) {
    String key = Accounts.key(login.length() > 254 ? "" : login);
    SignInAccount signInAccount =
        accounts
            .byLoginKey(key)
            .filter(a -> a.open() && (a.hasFactor() || a.passwordHash() != null))
            .orElse(null);
    if (signInAccount == null) {
      failed(accounts.byLoginKey(key).orElse(null), "sign-in.failed", "provider");
      return new Outcome.Wrong();
    }
    if (factorCounts) {
      return new Outcome.Right(signInAccount.id(), key, signInAccount.epoch(), "provider");
    }
    PendingSignIn pending = pending(key, signInAccount, true, devices.knows(from.device(), key));
    return signInAccount.hasFactor()
        ? new Outcome.AskFactor(pending)
        : new Outcome.AskEnrolment(pending);
  }

  /** Continues after the password was chosen with a set-up link. */
  Outcome afterSetup(UUID user) {
    SignInAccount signInAccount = accounts.byId(user).orElseThrow();
    return settings.demo()
        ? new Outcome.Right(user, signInAccount.loginKey(), signInAccount.epoch(), "none")
        : new Outcome.AskEnrolment(pending(signInAccount.loginKey(), signInAccount, true, false));
  }

  private Optional<SignInAccount> account(PendingSignIn pending) {
    return accounts.byLoginKey(pending.loginKey()).filter(SignInAccount::open);
  }

  private PendingSignIn pending(
      String key, @Nullable SignInAccount signInAccount, boolean right, boolean known) {
    return new PendingSignIn(
        key,
        signInAccount == null ? null : signInAccount.id(),
        right,
        signInAccount == null ? 0 : signInAccount.epoch(),
        known,
        clock.instant().plus(PendingSignIn.LASTS),
        0,
        false);
  }

  /** The login as typed is never logged: it may be a password. */
  private void failed(@Nullable SignInAccount signInAccount, String action, String step) {
    audit.writeByHouse(
        signInAccount == null ? HOUSE : signInAccount.organisation(),
        action,
        "user",
        signInAccount == null ? null : signInAccount.id(),
        Map.of("step", step));
  }

  private static String device(From from) {
    return from.device() == null ? "" : from.device();
  }
}
