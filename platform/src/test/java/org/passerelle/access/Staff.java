package org.passerelle.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

  /** A new user of the organisation, who has not chosen a password. */
  public static Users.Created user(House house, UUID organisation, Role first, Role... more) {
    Set<Role> roles = EnumSet.of(first, more);
    String login = house.get(Identifiers.class).shortCode().replace("-", ".") + "@test.example";
    return house
        .get(Users.class)
        .create(
            house.somebody(Role.ADMINISTRATOR),
            new UserDraft(login, "Jelena M.", organisation, "en", roles));
  }

  /** The user as somebody who acts. */
  public static SignedIn signedIn(User user) {
    return new SignedIn(user.id(), user.name(), user.organisation(), "Organisation", user.roles());
  }
}
