package org.passerelle.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.pages.Act;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Verifies the owner again before an action that opens the account beyond the session, such as a
 * new password, factor or token: by the password, if there is one, and by the second factor. An
 * open session alone is not enough.
 */
@Component
public class ProvenOwner {
  private final OwnAccount own;
  private final OwnFactors factors;
  private final FreshFactor fresh;

  ProvenOwner(OwnAccount own, OwnFactors factors, FreshFactor fresh) {
    this.own = own;
    this.factors = factors;
    this.fresh = fresh;
  }

  /**
   * Whether the second factor was confirmed just now and the confirmation is unused, or the user
   * has none.
   */
  public boolean gaveFactor(SignedIn who, HttpServletRequest request) {
    return fresh.isFresh(who, request) || !factors.any(who.user());
  }

  /**
   * Redirects to the page that asks for the second factor, and from there back.
   *
   * @return view name
   */
  public String askFactor(String path, HttpServletRequest request) {
    return fresh.ask(path, request);
  }

  /**
   * Refuses unless password and second factor were given; a wrong password is counted and logged.
   *
   * @throws Refused with a sentence that says what is wrong
   */
  public void check(SignedInAuthentication signedIn, String password, HttpServletRequest request) {
    own.confirm(signedIn, password);
    if (!gaveFactor(signedIn.getPrincipal(), request)) {
      throw new Refused("access.refused.factor-first");
    }
  }

  /** Consumes the confirmation: it is valid for one action. */
  public void used(SignedInAuthentication signedIn, HttpServletRequest request) {
    fresh.use(signedIn.getPrincipal(), request);
  }

  /**
   * Guards a form: it is processed only if password and second factor were given, and consumes the
   * factor.
   */
  public Act guard(Act act) {
    return act.guarded(
        () -> check(act.signedIn(), act.form().shown("currentPassword"), act.request()),
        () -> used(act.signedIn(), act.request()));
  }
}
