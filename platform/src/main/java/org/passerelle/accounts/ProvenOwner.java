package org.passerelle.accounts;

import jakarta.servlet.http.HttpServletRequest;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.accounts.signin.OwnAccount;
import org.passerelle.accounts.signin.OwnFactors;
import org.passerelle.pages.Act;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Component;

/**
 * What opens an account for longer than the session, such as another password, another factor or a
 * token, asks anew whether it is the owner: by the password, where there is one, and by the second
 * factor. An open session alone opens nothing.
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

  /** Whether the second factor was given just now, for no act yet, or there is none. */
  public boolean gaveFactor(SignedIn who, HttpServletRequest request) {
    return fresh.isFresh(who, request) || !factors.any(who.user());
  }

  /**
   * Leads to the page that asks for the second factor and from there to where it was wanted.
   *
   * @return view name
   */
  public String askFactor(String path, HttpServletRequest request) {
    return fresh.ask(path, request);
  }

  /**
   * Refuses unless password and second factor were given; a wrong password is counted and logged.
   *
   * @throws Refused with the sentence that says what is wrong
   */
  public void check(SignedInAuthentication signedIn, String password, HttpServletRequest request) {
    own.confirm(signedIn, password);
    if (!gaveFactor(signedIn.getPrincipal(), request)) {
      throw new Refused("access.refused.factor-first");
    }
  }

  /** The confirmation counts for one act. */
  public void used(SignedInAuthentication signedIn, HttpServletRequest request) {
    fresh.use(signedIn.getPrincipal(), request);
  }

  /** Lets a form act only if password and second factor were given, and spends the factor. */
  public Act guard(Act act) {
    return act.guarded(
        () -> check(act.signedIn(), act.form().shown("currentPassword"), act.request()),
        () -> used(act.signedIn(), act.request()));
  }
}
