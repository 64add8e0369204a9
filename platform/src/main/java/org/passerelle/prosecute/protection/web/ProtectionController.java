package org.passerelle.prosecute.protection.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.protection.ProtectedPerson;
import org.passerelle.prosecute.protection.ProtectedPersons;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Who is protected in an investigation. */
@Controller
@Investigators
class ProtectionController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/protected";
  private static final String ONE = ALL + "/{person}";
  private static final int WORDS = 2_000;
  private final ProtectedPersons persons;
  private final Exhibits exhibits;
  private final Victims victims;
  private final InvestigationPages pages;

  ProtectionController(
      ProtectedPersons persons, Exhibits exhibits, Victims victims, InvestigationPages pages) {
    this.persons = persons;
    this.exhibits = exhibits;
    this.victims = victims;
    this.pages = pages;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    act.form(Map.of("hidden_from", "defence"));
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    return act.with("head", pages.head(id, "protected", act))
        .with("persons", persons.of(id, act.who()))
        .with("victims", called(id, act))
        .show("prosecute/protection/all");
  }

  private Map<UUID, String> called(UUID id, Act act) {
    return victims.numbers(id, act.who()).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, entry -> Victim.called(entry.getValue())));
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.entered")
  String enter(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String kind = form.neededCode("kind", Set.copyOf(ProtectedPerson.KINDS));
    UUID victim = form.id("victim").orElse(null);
    if (kind.equals("victim") != (victim != null)) {
      form.errors().add("victim", "protection.refused.victim");
    }
    String hiddenFrom = form.neededCode("hidden_from", Set.copyOf(ProtectedPerson.HIDDEN_FROM));
    List<String> words = words(form);
    // what was typed is never shown again
    return act.keepsNothing()
        .submit(
            () -> page(id, act),
            () -> at(id, persons.enter(id, victim, hiddenFrom, words, act.who())));
  }

  private static List<String> words(Filled form) {
    return form.neededText("words", WORDS)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID person, Act act) {
    act.form(Map.of());
    return onePage(id, person, act);
  }

  private String onePage(UUID id, UUID person, Act act) {
    ProtectedPerson one = persons.find(id, person, act.who());
    if (!act.form().names().contains("exhibits")) {
      act.form().and("exhibits", one.exhibits().stream().map(UUID::toString).toList());
    }
    return act.with("head", pages.head(id, "protected", act))
        .with("person", one)
        .with("victims", called(id, act))
        .with("exhibits", exhibits(id, act))
        .show("prosecute/protection/one");
  }

  private List<Option> exhibits(UUID id, Act act) {
    return exhibits.of(id, act.who()).stream()
        .map(one -> new Option(one.id().toString(), one.number() + " " + one.words().title()))
        .toList();
  }

  @PostMapping(ONE + "/words")
  @Confirmed("prosecute.done.entered")
  String add(@PathVariable UUID id, @PathVariable UUID person, Act act) {
    List<String> words = words(act.form());
    return act.keepsNothing()
        .submit(
            () -> onePage(id, person, act),
            at(id, person),
            () -> persons.add(id, person, words, act.who()));
  }

  @PostMapping(ONE + "/exhibits")
  @Confirmed("prosecute.done.saved")
  String mark(@PathVariable UUID id, @PathVariable UUID person, Act act) {
    Set<UUID> marked =
        act
            .form()
            .codes(
                "exhibits",
                exhibits(id, act).stream().map(Option::value).collect(Collectors.toSet()))
            .stream()
            .map(UUID::fromString)
            .collect(Collectors.toUnmodifiableSet());
    return act.submit(
        () -> onePage(id, person, act),
        at(id, person),
        () -> persons.mark(id, person, marked, act.who()));
  }

  @PostMapping(ONE + "/end")
  @Confirmed("prosecute.done.protection-ended")
  String end(@PathVariable UUID id, @PathVariable UUID person, Act act) {
    return act.once(at(id, person), () -> persons.end(id, person, act.who()));
  }

  private static String at(UUID id, UUID person) {
    return InvestigationPages.HERE + "/" + id + "/protected/" + person;
  }
}
