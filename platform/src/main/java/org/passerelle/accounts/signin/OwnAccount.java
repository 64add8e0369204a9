package org.passerelle.accounts.signin;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.access.SignedInAuthentication;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Settings that users change for their own account; second factors are in {@link OwnFactors}. */
@Component
public class OwnAccount {
  private final Accounts accounts;
  private final Users users;
  private final Organisations organisations;
  private final Passwords passwords;
  private final ChosenPassword chosen;
  private final Throttle throttle;
  private final Sessions sessions;
  private final AuditLog audit;

  OwnAccount(
      Accounts accounts,
      Users users,
      Organisations organisations,
      Passwords passwords,
      ChosenPassword chosen,
      Throttle throttle,
      Sessions sessions,
      AuditLog audit) {
    this.accounts = accounts;
    this.users = users;
    this.organisations = organisations;
    this.passwords = passwords;
    this.chosen = chosen;
    this.throttle = throttle;
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * Refuses unless this is the password; a user of single sign-on may have none, and then the
   * second factor alone decides. Guessing in a stolen session is throttled, for that session only,
   * and each wrong password is logged: so this runs before the action's transaction, not in it.
   */
  public void confirm(SignedInAuthentication signedIn, String password) {
    SignedIn who = signedIn.getPrincipal();
    String counted = signedIn.session().toString();
    if (!throttle.take(Kind.SESSION, counted)) {
      audit.write(who, "password.refused", "user", who.user(), Map.of("wait", "yes"));
      throw new Refused("access.refused.wait");
    }
    SignInAccount signInAccount = accounts.byId(who.user()).orElseThrow(NotFound::new);
    boolean none = signInAccount.passwordHash() == null && signInAccount.hasFactor();
    if (!none && !passwords.matches(password, signInAccount.passwordHash())) {
      audit.write(who, "password.refused", "user", who.user(), Map.of());
      throw new Refused("access.refused.password-wrong");
    }
    throttle.giveBack(Kind.SESSION, counted);
  }

  /** Sets a new password and ends the user's other sessions. */
  @Transactional
  public void changePassword(SignedIn who, UUID session, String password) {
    User user = users.find(who.user()).orElseThrow(NotFound::new);
    Organisation organisation = organisations.find(user.organisation()).orElseThrow(NotFound::new);
    chosen.set(user.id(), password, user.login(), organisation);
    sessions.endOthers(user.id(), session);
    audit.write(who, "user.password-changed", "user", user.id(), Map.of());
  }

  /** Sets the user's language. */
  @Transactional
  public void speak(SignedIn who, String language) {
    accounts.speak(who.user(), language);
  }

  /** Ends one of the user's own sessions. */
  @Transactional
  public void endSession(SignedIn who, UUID session) {
    if (!sessions.endOwn(who.user(), session)) {
      throw new NotFound();
    }
    audit.write(who, "user.session-ended", "user", who.user(), Map.of());
  }
}
