package org.passerelle.protect.safeguards.dataprotection.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Option;
import org.passerelle.protect.safeguards.dataprotection.Breach;
import org.passerelle.protect.safeguards.dataprotection.Breaches;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the register of breaches, with the deadline for notifying the authority. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class BreachController {
  private static final String ALL = DeskController.HERE + "/breaches";
  private static final String ONE = ALL + "/{id}";
  private static final int MOST_AFFECTED = 10_000_000;
  private final Breaches breaches;

  BreachController(Breaches breaches) {
    this.breaches = breaches;
  }

  @GetMapping(ALL)
  String all(Act act) {
    return act.show("protect/dataprotection/breaches", breaches.list(act.who()));
  }

  @GetMapping(ALL + "/new")
  String blank(Act act) {
    Map<String, String> now = new HashMap<>();
    moment("found", act.page().moments().now(), act.page().moments(), now);
    act.form(now);
    return page(null, act);
  }

  @PostMapping(ALL)
  String enter(Act act) {
    Breach.Draft draft = draft(act);
    return act.submit(
        () -> page(null, act),
        () -> {
          UUID id = breaches.enter(draft, act.who());
          act.notice("good", "dataprotection.breach.entered");
          return ALL + "/" + id;
        });
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    Breach breach = breaches.find(id, act.who());
    act.form(stored(breach, act.page().moments()));
    return page(breach, act);
  }

  @PostMapping(ONE)
  String change(@PathVariable UUID id, Act act) {
    Breach.Draft draft = draft(act);
    int version = act.form().version();
    return act.submit(
        () -> page(breaches.find(id, act.who()), act),
        () -> {
          breaches.change(id, version, draft, act.who());
          act.notice("good", "dataprotection.breach.saved");
          return ALL + "/" + id;
        },
        () -> stored(breaches.find(id, act.who()), act.page().moments()));
  }

  private String page(@Nullable Breach breach, Act act) {
    return act.show(
        "protect/dataprotection/breach",
        new BreachPage(
            breach,
            act.form().version(breach == null ? 0 : breach.version()),
            options(Breach.RISKS, "risk-of", act),
            options(Breach.DECISIONS, "authority", act),
            options(Breach.DECISIONS, "persons-are", act),
            act.form()));
  }

  private static Breach.Draft draft(Act act) {
    Filled form = act.form();
    Moments moments = act.page().moments();
    LocalDate today = moments.today();
    LocalDate found = form.neededDay("found", today, today);
    LocalTime foundAt = Hour.needed(form, "foundAt");
    String authority = form.code("authority", Set.copyOf(Breach.DECISIONS));
    String persons = form.code("persons", Set.copyOf(Breach.DECISIONS));
    return new Breach.Draft(
        found.atTime(foundAt).atZone(moments.zone()).toInstant(),
        form.neededCode("risk", Set.copyOf(Breach.RISKS)),
        form.number("affected", 0, MOST_AFFECTED).orElse(null),
        authority,
        authority.equals(Breach.TOLD) ? told(form, moments) : null,
        persons,
        persons.equals(Breach.TOLD) ? form.neededDay("personsTold", today, today) : null,
        new Breach.Words(
            form.neededText("happened", Filled.LONG),
            form.text("consequences", Filled.LONG),
            form.text("measures", Filled.LONG),
            form.text("reference", 200),
            form.text("authorityWhy", Filled.LONG),
            form.text("personsWhy", Filled.LONG)));
  }

  private static Instant told(Filled form, Moments moments) {
    LocalDate day = form.neededDay("told", moments.today(), moments.today());
    return day.atTime(Hour.needed(form, "toldAt")).atZone(moments.zone()).toInstant();
  }

  private static Filled stored(Breach breach, Moments moments) {
    Map<String, String> stored = new HashMap<>();
    moment("found", breach.found(), moments, stored);
    Optional.ofNullable(breach.authorityTold())
        .ifPresent(told -> moment("told", told, moments, stored));
    Optional.ofNullable(breach.personsTold())
        .ifPresent(day -> stored.put("personsTold", day.toString()));
    Optional.ofNullable(breach.affected())
        .ifPresent(number -> stored.put("affected", number.toString()));
    stored.put("risk", breach.risk());
    stored.put("authority", breach.authority());
    stored.put("persons", breach.persons());
    stored.put("happened", breach.words().happened());
    stored.put("consequences", breach.words().consequences());
    stored.put("measures", breach.words().measures());
    stored.put("reference", breach.words().reference());
    stored.put("authorityWhy", breach.words().authorityWhy());
    stored.put("personsWhy", breach.words().personsWhy());
    return Filled.with(stored);
  }

  private static void moment(String id, Instant at, Moments moments, Map<String, String> into) {
    ZonedDateTime there = at.atZone(moments.zone());
    into.put(id, there.toLocalDate().toString());
    into.put(id + "At", "%02d:%02d".formatted(there.getHour(), there.getMinute()));
  }

  private static List<Option> options(List<String> codes, String what, Act act) {
    return codes.stream()
        .map(code -> new Option(code, act.text("dataprotection." + what + "." + code)))
        .toList();
  }
}
