package org.passerelle.protect.casework.placement.place.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.placement.place.Bed;
import org.passerelle.protect.casework.placement.place.Place;
import org.passerelle.protect.casework.placement.place.PlaceBeds;
import org.passerelle.protect.casework.placement.place.PlaceDraft;
import org.passerelle.protect.casework.placement.place.PlaceLine;
import org.passerelle.protect.casework.placement.place.Places;
import org.springframework.stereotype.Component;

/** Assembles the pages of places and reads their forms. */
@Component
class PlacePages {
  private static final int MOST_BEDS = 200;
  private static final int OLDEST = 120;

  /** Places per page of the list. */
  static final int PER_PAGE = 50;

  private final Places places;
  private final PlaceBeds beds;
  private final Addressees organisations;
  private final Users users;
  private final CodeOptions options;
  private final Clock clock;

  PlacePages(
      Places places,
      PlaceBeds beds,
      Addressees organisations,
      Users users,
      CodeOptions options,
      Clock clock) {
    this.places = places;
    this.beds = beds;
    this.organisations = organisations;
    this.users = users;
    this.options = options;
    this.clock = clock;
  }

  CodeWords words(Act act) {
    return new CodeWords(options, act.language());
  }

  /** A page of the filtered list; places with free beds first. */
  PlacesPage list(Act act) {
    Filled asked = act.asked();
    PlacesPage.Asked wish =
        new PlacesPage.Asked(
            asked.ticked("free"),
            asked.ticked("stale"),
            asked.shown("sex"),
            number(asked.shown("age")),
            Math.max(1, number(asked.shown("page"))));
    List<PlaceLine> all = places.lines(act.who());
    List<PlaceLine> found =
        all.stream()
            .filter(line -> fits(line, wish))
            .sorted(Comparator.comparing((PlaceLine line) -> line.free() == 0))
            .toList();
    List<PlaceLine> shown =
        found.stream().skip((wish.page() - 1L) * PER_PAGE).limit(PER_PAGE).toList();
    return new PlacesPage(
        shown,
        found.size(),
        all.size(),
        wish,
        places.names(shown.stream().map(PlaceLine::id).toList(), act.who()),
        organisations.names(act.language()),
        clock.instant(),
        words(act));
  }

  /** A number of up to three digits, or -1. */
  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  private boolean fits(PlaceLine line, PlacesPage.Asked wish) {
    return (!wish.free() || line.free() > 0)
        && (!wish.stale() || (line.open() && line.stale(clock.instant())))
        && line.takes(wish.sex(), wish.age(), wish.age());
  }

  PlacePage page(Place place, Act act) {
    List<Bed> holds = beds.holds(place.id(), act.who());
    Set<UUID> people = new HashSet<>();
    holds.forEach(b -> people.add(b.by()));
    return new PlacePage(
        place,
        place.isKeptBy(act.who()),
        place.isPlacedBy(act.who()),
        place.isRunBy(act.who()),
        holds,
        act.who().organisation(),
        organisations.names(act.language()),
        users.names(people),
        clock.instant(),
        act.form(),
        words(act));
  }

  /** Shows the form of a new or existing place. */
  String edit(String title, String action, Act act) {
    Filled form = act.form();
    act.with("title", title).with("action", action).with("words", words(act));
    act.with("houses", houses(act)).with("services", PlaceServices.choices(words(act)));
    act.with("placers", placers(act)).with("form", form);
    return act.show("protect/placement/place/edit");
  }

  List<Option> houses(Act act) {
    return organisations.open().stream()
        .map(o -> new Option(o.id().toString(), o.name().in(act.language())))
        .sorted(Option.byLabel(act.language()))
        .toList();
  }

  /** Other organisations of this node whose teams could place there. */
  private List<Option> placers(Act act) {
    return organisations.open().stream()
        .filter(o -> !o.id().equals(act.who().organisation()) && !organisations.isFar(o.id()))
        .map(o -> new Option(o.id().toString(), o.name().in(act.language())))
        .sorted(Option.byLabel(act.language()))
        .toList();
  }

  /** Reads the form of a place; faults are recorded in it. */
  PlaceDraft draft(Act act) {
    Filled form = act.form();
    int from = form.neededNumber("age_from", 0, OLDEST);
    int until = form.neededNumber("age_until", 0, OLDEST);
    if (until < from && form.errors().isEmpty()) {
      form.errors().add("age_until", "placement.error.ages");
    }
    Set<UUID> placers = new HashSet<>();
    form.codes("placers", values(placers(act))).forEach(id -> placers.add(UUID.fromString(id)));
    String house = form.neededCode("house", houses(act));
    return new PlaceDraft(
        house.isEmpty() ? new UUID(0, 0) : UUID.fromString(house),
        placers,
        form.neededNumber("capacity", 1, MOST_BEDS),
        new Place.Takes(
            form.neededCode("sex", options.codes("place_sexes")),
            from,
            until,
            form.neededCode("opening", options.codes("place_opening")),
            form.codes("languages", options.codes("languages")),
            form.codes("training", options.codes("place_training")),
            form.codes("access", options.codes("place_access")),
            form.codes("services", PlaceServices.CODES)),
        new Place.Words(form.neededText("name", 100), form.text("note", 4000)));
  }

  private static Set<String> values(List<Option> offered) {
    Set<String> values = new HashSet<>();
    offered.forEach(o -> values.add(o.value()));
    return values;
  }

  /** The form of a place, filled with stored data. */
  static Filled stored(Place place) {
    Map<String, String> single = new HashMap<>();
    single.put("name", place.words().name());
    single.put("note", place.words().note());
    single.put("house", place.house().toString());
    single.put("capacity", String.valueOf(place.beds().all()));
    single.put("sex", place.takes().sex());
    single.put("age_from", String.valueOf(place.takes().ageFrom()));
    single.put("age_until", String.valueOf(place.takes().ageUntil()));
    single.put("opening", place.takes().opening());
    return Filled.with(single)
        .and("languages", place.takes().languages())
        .and("training", place.takes().training())
        .and("access", place.takes().access())
        .and("services", place.takes().services())
        .and("placers", place.placers().stream().map(UUID::toString).toList());
  }
}
