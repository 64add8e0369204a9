package org.passerelle.accounts.signin;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second factors of the user's own account; one always remains. */
@Component
public class OwnFactors {
  private final Accounts accounts;
  private final Totp totp;
  private final RecoveryCodes recoveryCodes;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final AuditLog audit;

  OwnFactors(
      Accounts accounts,
      Totp totp,
      RecoveryCodes recoveryCodes,
      Passkeys passkeys,
      Sessions sessions,
      AuditLog audit) {
    this.accounts = accounts;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * The enrolled factors.
   *
   * @param totp whether an authenticator app is enrolled
   * @param codesLeft number of unused recovery codes
   */
  public record Held(boolean totp, List<Passkeys.Entry> passkeys, int codesLeft) {
    public Held {
      passkeys = List.copyOf(passkeys);
    }
  }

  /** The user's factors. */
  @Transactional(readOnly = true)
  public Held of(UUID user) {
    return new Held(totp.isEnrolled(user), passkeys.of(user), recoveryCodes.left(user));
  }

  /** Whether the user has a second factor here. */
  @Transactional(readOnly = true)
  public boolean any(UUID user) {
    return accounts.byId(user).filter(SignInAccount::hasFactor).isPresent();
  }

  /** Whether passkeys work under the host that the browser asked for. */
  public boolean passkeysWorkUnder(String host) {
    return passkeys.workUnder(host);
  }

  /** Replaces the authenticator app. */
  @Transactional
  public void replaceTotp(SignedIn who, UUID session, byte[] secret, String code) {
    OptionalLong step = totp.step(secret, code);
    if (step.isEmpty()) {
      throw new Refused("access.refused.code-wrong");
    }
    totp.enrol(who.user(), who.organisation(), secret, step.getAsLong());
    sessions.endOthers(who.user(), session);
    audit.write(who, "factor.enrolled", "user", who.user(), Map.of("factor", "totp"));
  }

  /** Adds a passkey and logs it. */
  @Transactional
  public void addPasskey(SignedIn who, Runnable registration) {
    registration.run();
    audit.write(who, "factor.enrolled", "user", who.user(), Map.of("factor", "passkey"));
  }

  /** Removes the authenticator app, if a passkey remains. */
  @Transactional
  public void removeTotp(SignedIn who, UUID session) {
    if (passkeys.of(who.user()).isEmpty()) {
      throw new Refused("access.refused.last-factor");
    }
    totp.remove(who.user());
    sessions.endOthers(who.user(), session);
    audit.write(who, "factor.removed", "user", who.user(), Map.of("factor", "totp"));
  }

  /** Removes a passkey, if another factor remains. */
  @Transactional
  public void removePasskey(SignedIn who, UUID session, String credential) {
    SignInAccount signInAccount = accounts.byId(who.user()).orElseThrow(NotFound::new);
    List<Passkeys.Entry> own = passkeys.of(who.user());
    if (own.stream().noneMatch(k -> k.id().equals(credential))) {
      throw new NotFound();
    }
    if (own.size() == 1 && !signInAccount.hasTotp()) {
      throw new Refused("access.refused.last-factor");
    }
    passkeys.remove(who.user(), credential);
    sessions.endOthers(who.user(), session);
    audit.write(who, "factor.removed", "user", who.user(), Map.of("factor", "passkey"));
  }

  /** Generates new recovery codes, to be shown once. */
  @Transactional
  public List<String> renewRecoveryCodes(SignedIn who) {
    List<String> codes = recoveryCodes.renew(who.user());
    audit.write(who, "factor.enrolled", "user", who.user(), Map.of("factor", "recovery-codes"));
    return codes;
  }
}
