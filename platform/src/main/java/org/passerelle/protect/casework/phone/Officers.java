package org.passerelle.protect.casework.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Reader;
import org.springframework.stereotype.Component;

/** The author of a form on a phone, who may differ from the colleague who delivers it. */
@Component
class Officers {
  private final Users users;
  private final Organisations organisations;
  private final Reader reader;
  private final Clock clock;

  Officers(Users users, Organisations organisations, Reader reader, Clock clock) {
    this.users = users;
    this.organisations = organisations;
    this.reader = reader;
    this.clock = clock;
  }

  /** The user of a phone in their present state; former users remain authors of their records. */
  SignedIn of(Phone phone) {
    String organisation =
        organisations.find(phone.organisation()).map(Organisation::handle).orElse("");
    return users
        .find(phone.user())
        .filter(user -> user.organisation().equals(phone.organisation()))
        .filter(user -> !user.roles().isEmpty())
        .map(user -> signedIn(user, organisation))
        .orElseGet(
            () ->
                new SignedIn(
                    phone.user(),
                    "",
                    phone.organisation(),
                    organisation,
                    Set.of(Role.FIRST_RESPONDER)));
  }

  /** The current time of the server. */
  Instant now() {
    return clock.instant();
  }

  /** The day of a time, in the organisation's time zone. */
  LocalDate day(Instant at, SignedIn who) {
    return LocalDate.ofInstant(at, reader.place(who).zone());
  }

  private static SignedIn signedIn(User user, String organisation) {
    return new SignedIn(user.id(), user.name(), user.organisation(), organisation, user.roles());
  }
}
