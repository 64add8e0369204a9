package org.passerelle.accounts.signin;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.accounts.signin.Throttle.Kind;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What users change about themselves; what opens the account asks for the password again. */
@Component
public class OwnAccount {
  private final JdbcClient db;
  private final Accounts accounts;
  private final Users users;
  private final Organisations organisations;
  private final Passwords passwords;
  private final PasswordRule rule;
  private final Throttle throttle;
  private final Totp totp;
  private final RecoveryCodes recoveryCodes;
  private final Passkeys passkeys;
  private final Sessions sessions;
  private final AuditLog audit;

  OwnAccount(
      JdbcClient db,
      Accounts accounts,
      Users users,
      Organisations organisations,
      Passwords passwords,
      PasswordRule rule,
      Throttle throttle,
      Totp totp,
      RecoveryCodes recoveryCodes,
      Passkeys passkeys,
      Sessions sessions,
      AuditLog audit) {
    this.db = db;
    this.accounts = accounts;
    this.users = users;
    this.organisations = organisations;
    this.passwords = passwords;
    this.rule = rule;
    this.throttle = throttle;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Refuses unless this is the password; guessing in a stolen session is slowed down. */
  public void confirm(SignedIn who, String password) {
    String counted = "own " + who.user();
    if (!throttle.wait(Kind.FACTOR, counted).isZero()) {
      throw new Refused("access.refused.wait");
    }
    Account account = accounts.byId(who.user()).orElseThrow(NotFound::new);
    if (!passwords.matches(password, account.passwordHash())) {
      throttle.failed(Kind.FACTOR, counted);
      throw new Refused("access.refused.password-wrong");
    }
    throttle.forget(Kind.FACTOR, counted);
  }

  /** Sets a new password and ends the user's other sessions. */
  @Transactional
  public void changePassword(SignedIn who, UUID session, String password) {
    User user = users.find(who.user()).orElseThrow(NotFound::new);
    Organisation organisation = organisations.find(user.organisation()).orElseThrow(NotFound::new);
    refuseWeak(password, user, organisation);
    accounts.setPasswordHash(user.id(), passwords.hash(password));
    sessions.endOthers(user.id(), session);
    audit.write(who, "user.password-changed", "user", user.id(), Map.of());
  }

  private void refuseWeak(String password, User user, Organisation organisation) {
    rule.problem(
            password,
            user.login(),
            organisation.handle(),
            String.join(" ", organisation.name().byLanguage().values()))
        .ifPresent(
            key -> {
              throw new Refused(key);
            });
  }

  /** Replaces the code generator. */
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

  /** Notes a passkey that was added. */
  @Transactional
  public void addPasskey(SignedIn who, Runnable registration) {
    registration.run();
    audit.write(who, "factor.enrolled", "user", who.user(), Map.of("factor", "passkey"));
  }

  /** Takes the code generator away, if a passkey is left. */
  @Transactional
  public void removeTotp(SignedIn who, UUID session) {
    if (passkeys.of(who.user()).isEmpty()) {
      throw new Refused("access.refused.last-factor");
    }
    totp.remove(who.user());
    sessions.endOthers(who.user(), session);
    audit.write(who, "factor.removed", "user", who.user(), Map.of("factor", "totp"));
  }

  /** Takes a passkey away, if another factor is left. */
  @Transactional
  public void removePasskey(SignedIn who, UUID session, String credential) {
    Account account = accounts.byId(who.user()).orElseThrow(NotFound::new);
    List<Passkeys.Entry> own = passkeys.of(who.user());
    if (own.stream().noneMatch(k -> k.id().equals(credential))) {
      throw new NotFound();
    }
    if (own.size() == 1 && !account.hasTotp()) {
      throw new Refused("access.refused.last-factor");
    }
    passkeys.remove(who.user(), credential);
    sessions.endOthers(who.user(), session);
    audit.write(who, "factor.removed", "user", who.user(), Map.of("factor", "passkey"));
  }

  /** New recovery codes, to be shown once. */
  @Transactional
  public List<String> renewRecoveryCodes(SignedIn who) {
    List<String> codes = recoveryCodes.renew(who.user());
    audit.write(who, "factor.enrolled", "user", who.user(), Map.of("factor", "recovery-codes"));
    return codes;
  }

  /** The language in which the house speaks to the user. */
  @Transactional
  public void speak(SignedIn who, String language) {
    db.sql("update app_user set language = :language where id = :id")
        .param("language", language)
        .param("id", who.user())
        .update();
  }

  /** Ends one of one's own sessions. */
  @Transactional
  public void endSession(SignedIn who, UUID session) {
    if (!sessions.endOwn(who.user(), session)) {
      throw new NotFound();
    }
    audit.write(who, "user.session-ended", "user", who.user(), Map.of());
  }
}
