package org.passerelle.accounts.signin;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Confirmation of the second factor by a signed-in user. */
@Component
public class FactorConfirmation {
  private final Accounts accounts;
  private final Throttle throttle;
  private final Codes codes;
  private final AuditLog audit;

  FactorConfirmation(Accounts accounts, Throttle throttle, Codes codes, AuditLog audit) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.codes = codes;
    this.audit = audit;
  }

  /**
   * Verifies the second factor of a signed-in user: digits or a recovery code. Wrong attempts are
   * throttled per session, and logged.
   *
   * @throws Refused if there were too many
   */
  public boolean confirm(SignedInAuthentication signedIn, String code) {
    SignedIn who = signedIn.getPrincipal();
    String counted = signedIn.session().toString();
    if (!throttle.take(Kind.SESSION, counted)) {
      audit.write(who, "factor.refused", "user", who.user(), Map.of("wait", "yes"));
      throw new Refused("access.refused.wait");
    }
    SignInAccount signInAccount =
        accounts.byId(who.user()).filter(SignInAccount::open).orElse(null);
    boolean right = codes.accept(signInAccount, code, signInAccount != null) != Codes.Accepted.NONE;
    return confirmed(signedIn, right);
  }

  /** The same with a passkey that has just answered. */
  public boolean confirm(SignedInAuthentication signedIn, @Nullable UUID provenUser) {
    return confirmed(signedIn, signedIn.getPrincipal().user().equals(provenUser));
  }

  private boolean confirmed(SignedInAuthentication signedIn, boolean right) {
    SignedIn who = signedIn.getPrincipal();
    if (right) {
      throttle.forget(Kind.SESSION, signedIn.session().toString());
    }
    audit.write(who, right ? "factor.confirmed" : "factor.refused", "user", who.user(), Map.of());
    return right;
  }
}
