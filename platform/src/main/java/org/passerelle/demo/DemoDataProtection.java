package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.pages.Reader;
import org.passerelle.protect.safeguards.dataprotection.Breach;
import org.passerelle.protect.safeguards.dataprotection.Breaches;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest;
import org.passerelle.protect.safeguards.dataprotection.PersonRequests;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister;
import org.passerelle.protect.safeguards.dataprotection.ProcessingRegister.Answering;
import org.springframework.stereotype.Component;

/** Requests, breaches and desk contacts of each data protection officer; all invented. */
@Component
class DemoDataProtection {
  private final PersonRequests requests;
  private final Breaches breaches;
  private final ProcessingRegister register;
  private final Reader reader;
  private final Clock clock;

  DemoDataProtection(
      PersonRequests requests,
      Breaches breaches,
      ProcessingRegister register,
      Reader reader,
      Clock clock) {
    this.requests = requests;
    this.breaches = breaches;
    this.register = register;
    this.reader = reader;
    this.clock = clock;
  }

  /** Does nothing if it was done before. */
  void enter(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    Map<String, Object> desk = ResourceYaml.read("demo/data-protection.yaml");
    for (DemoHouse.Staff officer : staff) {
      SignedIn who = officer.who();
      if (officer.is(Role.DATA_PROTECTION_OFFICER) && requests.list(who, 1).isEmpty()) {
        List<UUID> cases =
            opened.stream()
                .filter(one -> one.manager().organisation().id().equals(who.organisation()))
                .map(DemoFiles.Opened::id)
                .toList();
        ResourceYaml.maps(desk.get("requests")).forEach(one -> request(one, cases, officer));
        ResourceYaml.maps(desk.get("breaches")).forEach(one -> breach(one, officer));
        answering(ResourceYaml.map(desk.get("answering")), officer);
      }
    }
  }

  private void answering(Map<String, Object> entry, DemoHouse.Staff officer) {
    Language language = officer.language();
    register.enter(
        new Answering(in(entry, "contact", language), in(entry, "officer", language), "", ""),
        0,
        officer.who());
  }

  private void request(Map<String, Object> entry, List<UUID> cases, DemoHouse.Staff officer) {
    Language language = officer.language();
    SignedIn who = officer.who();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone(who));
    UUID id =
        requests.enter(
            new PersonRequest.Draft(
                ResourceYaml.text(entry, "kind"),
                of(cases, entry),
                today.minusDays(number(entry, "days-ago")),
                in(entry, "asked", language)),
            who);
    if (entry.containsKey("extended")) {
      requests.extend(id, in(entry, "extended", language), today, who);
    }
    Map<String, Object> answered = ResourceYaml.map(entry.get("answered"));
    if (!answered.isEmpty()) {
      requests.answer(
          id,
          ResourceYaml.text(answered, "outcome"),
          today.minusDays(number(answered, "days-ago")),
          in(answered, "text", language),
          who);
    }
  }

  private static @Nullable UUID of(List<UUID> cases, Map<String, Object> entry) {
    return cases.isEmpty() || !entry.containsKey("case")
        ? null
        : cases.get(number(entry, "case") % cases.size());
  }

  private void breach(Map<String, Object> entry, DemoHouse.Staff officer) {
    Language language = officer.language();
    Instant found = clock.instant().minus(Duration.ofHours(number(entry, "hours-ago")));
    String authority = ResourceYaml.text(entry, "authority");
    String persons = ResourceYaml.text(entry, "persons");
    Instant told =
        authority.equals(Breach.TOLD)
            ? found.plus(Duration.ofHours(number(entry, "told-after-hours")))
            : null;
    breaches.enter(
        new Breach.Draft(
            found,
            ResourceYaml.text(entry, "risk"),
            number(entry, "affected"),
            authority,
            told,
            persons,
            persons.equals(Breach.TOLD)
                ? LocalDate.ofInstant(found, zone(officer.who())).plusDays(1)
                : null,
            new Breach.Words(
                in(entry, "happened", language),
                in(entry, "consequences", language),
                in(entry, "measures", language),
                "",
                in(entry, "why", language),
                "")),
        officer.who());
  }

  private ZoneId zone(SignedIn who) {
    return reader.of(who.organisation()).zone();
  }

  private static int number(Map<String, Object> entry, String key) {
    return Integer.parseInt(ResourceYaml.text(entry, key));
  }

  /** An optional text. */
  private static String in(Map<String, Object> entry, String key, Language language) {
    return entry.containsKey(key) ? ResourceYaml.wording(entry.get(key)).in(language) : "";
  }
}
