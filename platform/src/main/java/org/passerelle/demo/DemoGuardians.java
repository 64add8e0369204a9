package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.springframework.stereotype.Component;

/**
 * Guardians of children in the demonstration: most are offices, some are people, one mandate
 * expires soon, one guardian has become a suspect. Names are invented.
 */
@Component
class DemoGuardians {
  private static final String ORGANISATION = "most-rs";

  /** Enough for a demonstration of the usual size; a large one has more than anybody reads. */
  private static final int MANY = 1_000;

  /** One child in so many has no guardian yet. */
  private static final int NONE_FOUND = 20;

  private static final List<String> OFFICES =
      List.of(
          "Guardianship service (demo)", "Child protection office (demo)", "Duty guardian (demo)");
  private final Mandates mandates;
  private final Relations relations;
  private final Clock clock;

  DemoGuardians(Mandates mandates, Relations relations, Clock clock) {
    this.mandates = mandates;
    this.relations = relations;
    this.clock = clock;
  }

  /** The guardian of a child, appointed now if there is none. */
  UUID of(DemoFiles.Opened child) {
    SignedIn who = child.manager().who();
    return mandates.of(child.id(), who).stream()
        .filter(m -> m.stands(clock.instant()) && m.bar(clock.instant()).isEmpty())
        .map(Mandate::id)
        .findFirst()
        .orElseGet(() -> appoint(child, Math.floorMod(child.id().hashCode(), 10)));
  }

  private UUID appoint(DemoFiles.Opened child, int number) {
    LocalDate from = today().minusDays(20 + number);
    return mandates.record(
        child.id(),
        new Mandate.Draft(
            null,
            number < 3 ? "temporary_guardian" : "guardian",
            from,
            from,
            // some expire soon
            from.plusDays(number == 0 ? 40 : 365),
            new Mandate.Words(
                OFFICES.get(number % OFFICES.size()),
                "Guardianship court (demo)",
                "G " + (100 + number) + "/26",
                ""),
            "The decision was seen; the court confirmed it by telephone."),
        child.manager().who());
  }

  /**
   * Appoints a guardian for most children, so that the first page of their case managers does not
   * name every child. For the last of the first organisation none has been found either; the
   * guardian of the one before is an uncle who has since become a suspect.
   */
  void keep(List<DemoFiles.Opened> opened) {
    List<DemoFiles.Opened> children =
        opened.stream().filter(o -> o.child() && !o.closed()).limit(MANY).toList();
    List<DemoFiles.Opened> first =
        children.stream()
            .filter(o -> o.manager().organisation().handle().equals(ORGANISATION))
            .toList();
    int last = first.size() - 1;
    for (int i = 0; i < children.size(); i++) {
      DemoFiles.Opened child = children.get(i);
      SignedIn who = child.manager().who();
      if (mandates.count(child.id(), who) > 0) {
        continue;
      }
      if (last > 0 && child.equals(first.get(last - 1))) {
        uncle(child, who);
      } else if (i % NONE_FOUND != 0 && !(last >= 0 && child.equals(first.get(last)))) {
        appoint(child, i % 10);
      }
    }
  }

  private void uncle(DemoFiles.Opened child, SignedIn who) {
    UUID person =
        relations.add(
            child.id(),
            new PersonDraft(
                new Identity(List.of(), "", null, "", ""),
                Contact.NONE,
                null,
                "no",
                List.of(),
                List.of()),
            "guardian",
            "other_relative",
            false,
            true,
            null,
            who);
    UUID mandate =
        mandates.record(
            child.id(),
            new Mandate.Draft(
                person,
                "temporary_guardian",
                today().minusDays(30),
                today().minusDays(30),
                today().plusDays(60),
                new Mandate.Words("", "Guardianship court (demo)", "G 7/26", ""),
                "The decision was seen."),
            who);
    mandates.suspect(
        child.id(), mandate, "A neighbour saw him take the money that she begged.", who);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
