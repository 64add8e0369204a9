package org.passerelle.access.internal;

import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.DemoUsers;
import org.passerelle.access.Organisation;
import org.passerelle.access.OrganisationDraft;
import org.passerelle.access.UserDraft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a demonstration; anywhere else it refuses. */
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
          Users without second factor exist in a demonstration only.
          Maybe the server was started without --demo.""");
    }
  }
}
