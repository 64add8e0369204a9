package org.passerelle.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.identity.tracing.Tracing;
import org.passerelle.protect.identity.tracing.TracingRequest;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Component;

/** A child of the demonstration looks for a sibling, who has a file with the same caseworker. */
@Component
class DemoTracing {
  private final Tracing tracing;
  private final Relations relations;
  private final Cases cases;
  private final SealedPersons persons;
  private final Clock clock;
  private final Map<String, Object> told = ResourceYaml.read("demo/tracing.yaml");

  DemoTracing(
      Tracing tracing, Relations relations, Cases cases, SealedPersons persons, Clock clock) {
    this.tracing = tracing;
    this.relations = relations;
    this.cases = cases;
    this.persons = persons;
    this.clock = clock;
  }

  /** For one child of an organisation; does nothing if it was done before. */
  void search(List<DemoFiles.Opened> opened, String organisation) {
    List<DemoFiles.Opened> children =
        opened.stream()
            .filter(o -> o.child() && !o.closed())
            .filter(o -> o.manager().organisation().handle().equals(organisation))
            .toList();
    for (DemoFiles.Opened child : children) {
      List<DemoFiles.Opened> others =
          children.stream()
              .filter(o -> !o.equals(child))
              .filter(o -> o.manager().who().user().equals(child.manager().who().user()))
              .toList();
      if (!others.isEmpty()) {
        if (tracing.of(child.id(), child.manager().who()).isEmpty()) {
          search(child, others.get(0));
        }
        return;
      }
    }
  }

  private void search(DemoFiles.Opened child, DemoFiles.Opened sibling) {
    SignedIn who = child.manager().who();
    Language language = child.manager().language();
    UUID known = cases.find(sibling.id(), who).person().id();
    UUID sought =
        relations.add(
            child.id(),
            new PersonDraft(
                persons.identity(known, who), Contact.NONE, null, "not_sure", List.of(), List.of()),
            "relative",
            "sibling",
            false,
            false,
            null,
            who);
    UUID request =
        tracing.open(
            child.id(),
            new TracingRequest.Draft(
                sought,
                "contact",
                today().plusDays(3),
                new TracingRequest.Words(
                    words(told, "last-seen", language),
                    words(told, "parted", language),
                    words(told, "known", language))),
            who);
    for (Map<String, Object> step : ResourceYaml.maps(told.get("steps"))) {
      tracing.did(
          child.id(),
          request,
          new TracingRequest.Done(
              ResourceYaml.text(step, "kind"),
              today().minusDays(Long.parseLong(ResourceYaml.text(step, "days-ago"))),
              words(step, "words", language),
              today().plusDays(3)),
          who);
    }
  }

  private static String words(Map<String, Object> entry, String key, Language language) {
    return ResourceYaml.wording(entry.get(key)).in(language);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
