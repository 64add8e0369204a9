package org.passerelle.accounts.signin;

import java.util.UUID;
import org.passerelle.accounts.Organisation;
import org.springframework.stereotype.Component;

/** Accepts a password chosen by a user, if the rule permits it. */
@Component
class ChosenPassword {
  private final PasswordRule rule;
  private final Passwords passwords;
  private final Accounts accounts;

  ChosenPassword(PasswordRule rule, Passwords passwords, Accounts accounts) {
    this.rule = rule;
    this.passwords = passwords;
    this.accounts = accounts;
  }

  /**
   * Hash of the password.
   *
   * @throws org.passerelle.refusal.Refused with the reason
   */
  String hash(String password, String login, Organisation organisation) {
    rule.check(password, login, organisation);
    return passwords.hash(password);
  }

  /** Sets it for a user. */
  void set(UUID user, String password, String login, Organisation organisation) {
    accounts.setPasswordHash(user, hash(password, login, organisation));
  }
}
