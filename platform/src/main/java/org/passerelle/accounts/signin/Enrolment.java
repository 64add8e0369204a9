package org.passerelle.accounts.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enrolment of a user's first second factor; nobody can sign in without one. */
@Component
public class Enrolment {
  private final Accounts accounts;
  private final Totp totp;
  private final RecoveryCodes recoveryCodes;
  private final AuditLog audit;

  Enrolment(Accounts accounts, Totp totp, RecoveryCodes recoveryCodes, AuditLog audit) {
    this.accounts = accounts;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.audit = audit;
  }

  /**
   * A user who is now fully enrolled.
   *
   * @param codes recovery codes, to be shown once
   */
  public record Enrolled(Outcome.Right right, List<String> codes) {}

  /** Whether enrolment is this user's next step. */
  @Transactional(readOnly = true)
  public boolean isDue(PendingSignIn pending) {
    return account(pending).isPresent();
  }

  /** Enrols an authenticator app by a code for the secret; empty if the code is wrong. */
  @Transactional
  public Optional<Enrolled> withTotp(PendingSignIn pending, byte[] secret, String code) {
    OptionalLong step = totp.step(secret, code);
    Optional<SignInAccount> account = account(pending);
    if (step.isEmpty() || account.isEmpty()) {
      return Optional.empty();
    }
    totp.enrol(account.get().id(), account.get().organisation(), secret, step.getAsLong());
    return Optional.of(enrolled(pending, account.get(), "totp"));
  }

  /** Enrols a passkey, registered by the given action. */
  @Transactional
  public Optional<Enrolled> withPasskey(PendingSignIn pending, Runnable registration) {
    Optional<SignInAccount> account = account(pending);
    if (account.isEmpty()) {
      return Optional.empty();
    }
    registration.run();
    return Optional.of(enrolled(pending, account.get(), "passkey"));
  }

  private Enrolled enrolled(PendingSignIn pending, SignInAccount account, String factor) {
    UUID user = account.id();
    List<String> codes = recoveryCodes.renew(user);
    audit.writeByHouse(
        account.organisation(), "factor.enrolled", "user", user, Map.of("factor", factor));
    return new Enrolled(
        new Outcome.Right(user, pending.loginKey(), pending.epoch(), "enrolled"), codes);
  }

  private Optional<SignInAccount> account(PendingSignIn pending) {
    return accounts
        .byLoginKey(pending.loginKey())
        .filter(a -> a.open() && !a.hasFactor())
        .filter(a -> pending.right() && a.epoch() == pending.epoch());
  }
}
