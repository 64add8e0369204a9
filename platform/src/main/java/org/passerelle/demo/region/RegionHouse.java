package org.passerelle.demo.region;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.opening.CaseOpening;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One node of the region: its organisation, its users, and its file of the child. */
@Component
class RegionHouse {
  private final DemoUsers demo;
  private final Organisations organisations;
  private final Users users;
  private final CaseOpening opening;
  private final Identifiers identifiers;
  private final Clock clock;

  RegionHouse(
      DemoUsers demo,
      Organisations organisations,
      Users users,
      CaseOpening opening,
      Identifiers identifiers,
      Clock clock) {
    this.demo = demo;
    this.organisations = organisations;
    this.users = users;
    this.opening = opening;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  boolean empty() {
    return organisations.all().isEmpty();
  }

  @Transactional
  public void furnish(Region region) {
    Organisation organisation = demo.organisation(identifiers.next(), region.organisation());
    String hash = demo.hash(DemoUsers.PASSWORD);
    Map<Role, SignedIn> first = new HashMap<>();
    for (Region.Person one : region.people()) {
      UUID id = identifiers.next();
      demo.user(
          id,
          new UserDraft(one.login(), one.name(), organisation.id(), one.language(), one.roles()),
          hash);
      SignedIn who =
          new SignedIn(
              id,
              one.name(),
              organisation.id(),
              organisation.name().in(new Language(one.language())),
              one.roles());
      one.roles().forEach(role -> first.putIfAbsent(role, who));
    }
    SignedIn leads = first.get(Role.CASE_MANAGER);
    if (leads == null) {
      throw new IllegalStateException("demo/region.yaml has a house without a case manager.");
    }
    open(region.child(), organisation, leads);
  }

  private void open(Region.Child child, Organisation organisation, SignedIn who) {
    opening.open(
        new PersonDraft(
            new Identity(
                List.of(new Identity.Name("name", child.name())), child.birth(), null, "", ""),
            Contact.NONE,
            "female",
            "yes",
            List.of("MK"),
            List.of("sq")),
        new CaseDraft(
            organisation.country(),
            child.form(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            child.came(),
            null,
            "not_known",
            "none",
            true,
            null,
            List.of(),
            new CaseDetails(child.knownAs(), child.summary(), "", "")),
        who);
  }

  /** Two administrators: actions between nodes need two persons. */
  List<SignedIn> administrators() {
    return with(Role.ADMINISTRATOR);
  }

  List<SignedIn> with(Role role) {
    return users.all().stream()
        .filter(u -> u.roles().contains(role))
        .map(RegionHouse::signedIn)
        .toList();
  }

  private static SignedIn signedIn(User user) {
    return new SignedIn(user.id(), user.name(), user.organisation(), "", Set.copyOf(user.roles()));
  }
}
