package org.passerelle.accounts.signin;

import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.UserDraft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a demonstration; refuses to run anywhere else. */
@Component
class JdbcDemoUsers implements DemoUsers {
  private final PlatformSettings settings;
  private final JdbcOrganisations organisations;
  private final UserRows users;
  private final Passwords passwords;

  JdbcDemoUsers(
      PlatformSettings settings,
      JdbcOrganisations organisations,
      UserRows users,
      Passwords passwords) {
    this.settings = settings;
    this.organisations = organisations;
    this.users = users;
    this.passwords = passwords;
  }

  @Override
  @Transactional
  public Organisation organisation(UUID id, OrganisationDraft draft) {
    demoOnly();
    return organisations.find(id).orElseGet(() -> organisations.insert(id, draft));
  }

  @Override
  @Transactional
  public void user(UUID id, UserDraft draft, String passwordHash) {
    demoOnly();
    users.insert(id, draft, passwordHash);
  }

  @Override
  public String hash(String password) {
    return passwords.hash(password);
  }

  private void demoOnly() {
    if (!settings.demo()) {
      throw new IllegalStateException(
          """
          Users without a second factor exist only in a demonstration.
          Maybe the server was started without --demo.""");
    }
  }
}
