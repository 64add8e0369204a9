package org.passerelle.protect.casework.placement.stay.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.Places;
import org.passerelle.protect.casework.placement.stay.Alert;
import org.passerelle.protect.casework.placement.stay.Alerts;
import org.passerelle.protect.casework.placement.stay.HouseSheets;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.StayWords;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of a stay: events, notes, and the first hours when a person is missing. */
@Controller
@Caseworkers
class StayController {
  private static final String ONE = "/protect/stays/{id}";
  private static final int WORDS = 4000;
  private static final String AWAY = "away_words";
  private static final String LATER = "later_words";
  private static final String MISSING = "missing_words";
  private final Stays stays;
  private final Places places;
  private final CaseSight sight;
  private final Alerts alerts;
  private final HouseSheets sheets;
  private final Users users;
  private final CodeOptions options;
  private final StayWords stayWords;

  StayController(
      Stays stays,
      Places places,
      CaseSight sight,
      Alerts alerts,
      HouseSheets sheets,
      Users users,
      CodeOptions options,
      StayWords stayWords) {
    this.stayWords = stayWords;
    this.stays = stays;
    this.places = places;
    this.sight = sight;
    this.alerts = alerts;
    this.sheets = sheets;
    this.users = users;
    this.options = options;
  }

  private static String at(UUID id) {
    return "/protect/stays/" + id;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    Stay stay = stays.find(id, act.who());
    List<Stay.Event> events = stays.events(stay);
    Set<UUID> people = new HashSet<>();
    events.forEach(e -> people.add(e.by()));
    @Nullable Alert alert = alerts.of(stay).orElse(null);
    List<Alert> all = alerts.all(stay);
    all.forEach(one -> people.add(one.by()));
    @Nullable Place place =
        Stays.places(act.who(), stay.organisation())
            ? places.some(List.of(stay.place()), act.who()).stream().findFirst().orElse(null)
            : null;
    return act.show(
        "protect/placement/stay/one",
        new StayPage(
            stay,
            place,
            events,
            place == null ? stayWords.naming(stay, events, all) : Set.of(),
            users.names(people),
            sight.sees(stay.caseId(), act.who()),
            alert,
            all.stream().filter(one -> !one.missingAt().equals(stay.missingAt())).toList(),
            sheets.of(stay),
            act.page().moments().now(),
            act.form(),
            new CodeWords(options, act.language())));
  }

  private interface Step {
    void take(String words);
  }

  private String step(UUID id, String notice, Act act, Step step) {
    return step(id, "words", notice, act, step);
  }

  private String step(UUID id, String field, String notice, Act act, Step step) {
    String words = act.form().text(field, WORDS);
    return act.submit(
        () -> one(id, act),
        at(id),
        () -> {
          step.take(words);
          act.notice(notice.equals("stay.alarm") ? "danger" : "good", notice);
        });
  }

  @PostMapping(ONE + "/arrived")
  String arrived(@PathVariable UUID id, Act act) {
    return step(id, "stay.saved", act, words -> stays.arrive(id, act.who()));
  }

  @PostMapping(ONE + "/found")
  String found(@PathVariable UUID id, Act act) {
    return step(id, "stay.saved", act, words -> stays.found(id, words, act.who()));
  }

  @PostMapping(ONE + "/away")
  String away(@PathVariable UUID id, Act act) {
    boolean there = stays.find(id, act.who()).state().equals("there");
    Instant back = TypedMoment.asked(there, "away_back", "stay.away.back", act);
    return step(id, AWAY, "stay.saved", act, words -> stays.away(id, back, words, act.who()));
  }

  @PostMapping(ONE + "/later")
  String later(@PathVariable UUID id, Act act) {
    boolean awaited = stays.find(id, act.who()).awaited();
    Instant by = TypedMoment.asked(awaited, "later_by", "stay.later.by", act);
    return step(id, LATER, "stay.saved", act, words -> stays.later(id, by, words, act.who()));
  }

  @PostMapping(ONE + "/missing")
  String missing(@PathVariable UUID id, Act act) {
    return step(id, MISSING, "stay.alarm", act, words -> stays.missing(id, words, act.who()));
  }

  @PostMapping(ONE + "/steps/{step}")
  String done(@PathVariable UUID id, @PathVariable String step, Act act) {
    return step(id, "stay.saved", act, words -> stays.done(id, step, words, act.who()));
  }

  @PostMapping(ONE + "/write")
  String write(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String kind = form.neededCode("kind", Stays.KINDS);
    String words = form.neededText("words", WORDS);
    return act.submit(
        () -> one(id, act),
        at(id),
        () -> {
          stays.write(id, kind, words, act.who());
          act.notice("good", "stay.saved");
        });
  }

  @GetMapping(ONE + "/end")
  String ending(@PathVariable UUID id, Act act) {
    one(id, act);
    return act.show("protect/placement/stay/end");
  }

  @PostMapping(ONE + "/end")
  String end(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String how = form.neededCode("how", options.codes("stay_ends"));
    String words = form.text("words", WORDS);
    return act.submit(
        () -> ending(id, act),
        at(id),
        () -> {
          stays.end(id, how, words, act.who());
          act.notice("good", "stay.over");
        });
  }
}
