package org.passerelle.accounts;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.Approvals;
import org.passerelle.language.Wording;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Organisations and users for tests, in the tables of a running house. */
public final class Staff {
  private Staff() {}

  /** A new organisation that follows persons. */
  public static Organisation organisation(House house) {
    return house
        .get(Organisations.class)
        .create(house.somebody(Role.ADMINISTRATOR), draft(house, true));
  }

  /** What a new organisation could look like. */
  public static OrganisationDraft draft(House house, boolean casework) {
    String handle =
        "o" + house.get(Identifiers.class).shortCode().replace("-", "").toLowerCase(Locale.ROOT);
    return new OrganisationDraft(
        handle,
        new Wording(
            Map.of("en", "House " + handle, "fr", "Maison " + handle, "sr", "Кућа " + handle)),
        "ngo",
        "RS",
        "",
        "Београд",
        "+381 00 000 000",
        casework);
  }

  /** A new user of the organisation, agreed to by a second person, who has no password yet. */
  public static Users.Created user(House house, UUID organisation, Role first, Role... more) {
    Set<Role> roles = EnumSet.of(first, more);
    String login = house.get(Identifiers.class).shortCode().replace("-", ".") + "@test.example";
    Users users = house.get(Users.class);
    SignedIn by = house.somebody(Role.ADMINISTRATOR);
    Users.Created created =
        users.create(by, new UserDraft(login, "Jelena M.", organisation, "en", roles));
    return created.link() == null ? agreed(house, by, created.user().id()) : created;
  }

  private static Users.Created agreed(House house, SignedIn by, UUID id) {
    Users users = house.get(Users.class);
    users.waiting(id).forEach(r -> agree(house, r));
    return new Users.Created(users.find(id).orElseThrow(), users.makeLink(by, id));
  }

  /** Sets roles, with the second person's agreement where it takes one. */
  public static void setRoles(House house, SignedIn by, UUID id, Role first, Role... more) {
    house
        .get(Users.class)
        .setRoles(by, id, EnumSet.of(first, more))
        .ifPresent(r -> agree(house, r));
  }

  /** Resets a sign-in with the second person's agreement; gives the new link. */
  public static String resetSignIn(House house, SignedIn by, UUID id) {
    agree(house, house.get(Users.class).resetSignIn(by, id));
    return house.get(Users.class).makeLink(by, id);
  }

  /** Whoever may agree does: a colleague, or the operator where there is nobody. */
  public static void agree(House house, ApprovalRequest request) {
    Approvals approvals = house.get(Approvals.class);
    List<UUID> deciders = approvals.deciders(request);
    if (deciders.isEmpty()) {
      approvals.approveByOperator(request.code());
    } else {
      User second = house.get(Users.class).find(deciders.get(0)).orElseThrow();
      approvals.approve(signedIn(second), request.id(), "");
    }
  }

  /** The user as somebody who acts. */
  public static SignedIn signedIn(User user) {
    return new SignedIn(user.id(), user.name(), user.organisation(), "Organisation", user.roles());
  }
}
