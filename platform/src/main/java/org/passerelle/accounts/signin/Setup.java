package org.passerelle.accounts.signin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.UserDraft;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a set-up link opens: the first administrator, or a user who chooses a password. */
@Component
public class Setup {
  private final Identifiers identifiers;
  private final SetupLinks links;
  private final JdbcOrganisations organisations;
  private final UserRows users;
  private final ChosenPassword passwords;
  private final SignIn signIn;
  private final AuditLog audit;

  Setup(
      Identifiers identifiers,
      SetupLinks links,
      JdbcOrganisations organisations,
      UserRows users,
      ChosenPassword passwords,
      SignIn signIn,
      AuditLog audit) {
    this.identifiers = identifiers;
    this.links = links;
    this.organisations = organisations;
    this.users = users;
    this.passwords = passwords;
    this.signIn = signIn;
    this.audit = audit;
  }

  /**
   * What the first administrator enters.
   *
   * @param organisation first organisation of the node
   * @param login login of the administrator
   * @param name name of the administrator
   * @param language language in which the page was read
   */
  public record FirstRun(
      OrganisationDraft organisation, String login, String name, String language) {}

  /** Recipient of a link: null for the first run. */
  public record Invitation(@Nullable User user) {}

  /** The secret part of the first link, if there is no user yet. */
  @Transactional
  public Optional<String> firstLink() {
    return users.isEmpty() ? Optional.of(links.make(null)) : Optional.empty();
  }

  /** What a link opens, if it is valid. */
  @Transactional(readOnly = true)
  public Optional<Invitation> invitation(String token) {
    return links
        .find(token)
        .filter(link -> link.user() != null || users.isEmpty())
        .map(
            link ->
                new Invitation(link.user() == null ? null : users.find(link.user()).orElse(null)));
  }

  /** Creates the first organisation and administrator. */
  @Transactional
  public Outcome firstRun(String token, FirstRun first, String password) {
    SetupLinks.Link link = links.find(token).orElseThrow(NotFound::new);
    if (link.user() != null || !users.isEmpty() || !links.use(link)) {
      throw new NotFound();
    }
    UUID id = identifiers.next();
    Organisation organisation = organisations.insert(identifiers.next(), first.organisation());
    Set<Role> roles = Set.of(Role.ADMINISTRATOR);
    users.insert(
        id,
        new UserDraft(first.login(), first.name(), organisation.id(), first.language(), roles),
        passwords.hash(password, first.login(), organisation));
    SignedIn by = new SignedIn(id, first.name(), organisation.id(), organisation.handle(), roles);
    audit.write(by, "organisation.created", "organisation", organisation.id(), Map.of());
    audit.write(by, "user.created", "user", id, Map.of("roles", Role.ADMINISTRATOR.name()));
    return signIn.afterSetup(id);
  }

  /** Sets the password chosen by a user. */
  @Transactional
  public Outcome choosePassword(String token, String password) {
    SetupLinks.Link link = links.find(token).orElseThrow(NotFound::new);
    UUID id = link.user();
    if (id == null || !links.use(link)) {
      throw new NotFound();
    }
    User user = users.find(id).filter(User::active).orElseThrow(NotFound::new);
    Organisation organisation = organisations.find(user.organisation()).orElseThrow(NotFound::new);
    passwords.set(id, password, user.login(), organisation);
    audit.writeByHouse(user.organisation(), "user.password-chosen", "user", id, Map.of());
    return signIn.afterSetup(id);
  }
}
