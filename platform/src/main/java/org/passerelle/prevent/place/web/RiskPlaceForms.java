package org.passerelle.prevent.place.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.PlaceActions;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/** Fields that forms of places at risk share. */
@Component
class RiskPlaceForms {
  private static final int YEARS = 3;
  private final CodeOptions options;
  private final Register register;

  RiskPlaceForms(CodeOptions options, Register register) {
    this.options = options;
    this.register = register;
  }

  List<Option> kinds(Act act) {
    return coded(RiskPlace.KINDS, "atrisk.kind.", act);
  }

  List<Option> levels(Act act) {
    return coded(RiskPlace.levels(), "atrisk.level.", act);
  }

  List<Option> countries(Act act) {
    return options.sorted("countries", act.language());
  }

  /** Towns whose centre is known, with their country. */
  List<Option> towns(Act act) {
    Map<String, TownPoints.Point> known = TownPoints.all();
    List<Option> towns = new ArrayList<>();
    for (Option town : options.sorted("towns", act.language())) {
      TownPoints.Point at = known.get(town.value());
      if (at != null) {
        towns.add(new Option(town.value(), town.label() + ", " + country(at.country(), act)));
      }
    }
    return towns;
  }

  String country(String code, Act act) {
    return options.label("countries", code, act.language());
  }

  /** The name of a town; empty for none. */
  String town(RiskPlace place, Act act) {
    return options.label("towns", place.content().town(), act.language());
  }

  /** What can be chosen on the page of a place. */
  RiskPlacePage.Choices choices(Act act) {
    return new RiskPlacePage.Choices(
        coded(RiskPlace.AGES, "atrisk.age.", act),
        coded(RiskPlace.FACTORS, "atrisk.factor.", act),
        coded(RiskPlace.LEVELS, "atrisk.level.", act),
        register.facts().all(PlaceActions.MEASURE).stream()
            .map(entry -> new Option(entry.id(), entry.name().in(act.language())))
            .sorted(Option.byLabel(act.language()))
            .toList());
  }

  private static List<Option> coded(List<String> codes, String prefix, Act act) {
    return codes.stream().map(code -> new Option(code, act.text(prefix + code))).toList();
  }

  /** Where and what a place is, as it was filled in. */
  RiskPlace.Content content(Act act) {
    String town = act.form().code("town", towns(act));
    return RiskPlace.Content.of(
        act.form().neededCode("kind", kinds(act)),
        act.form().neededCode("country", countries(act)),
        town.isEmpty() ? null : town,
        act.form().neededText("name", Filled.SHORT),
        act.form().text("area", Filled.SHORT));
  }

  static Map<String, String> stored(RiskPlace.Content content) {
    String town = content.town();
    return Map.of(
        "kind", content.kind(),
        "country", content.country(),
        "town", town == null ? "" : town,
        "name", content.name(),
        "area", content.area());
  }

  RiskPlace.Population population(Act act) {
    return new RiskPlace.Population(
        act.form().neededCode("age", choices(act).ages()),
        act.form().neededText("group", Filled.SHORT));
  }

  RiskPlace.Factor factor(Act act) {
    LocalDate today = act.page().moments().today();
    return new RiskPlace.Factor(
        act.form().neededCode("factor", choices(act).factors()),
        act.form().neededText("words", Filled.SHORT),
        act.form().neededText("source", Filled.SHORT),
        act.form().neededDay("on", today, today));
  }

  RiskPlace.Level level(Act act) {
    LocalDate today = act.page().moments().today();
    return new RiskPlace.Level(
        act.form().neededCode("level", choices(act).levels()),
        act.form().neededText("reason", Filled.SHORT),
        today,
        ahead("again", today.plusDays(1), act));
  }

  PlaceAction.Words action(Act act) {
    return new PlaceAction.Words(
        act.form().neededText("what", Filled.SHORT), act.form().neededText("by", Filled.SHORT));
  }

  /** A day that is not over. */
  static LocalDate due(Act act) {
    return ahead("due", act.page().moments().today(), act);
  }

  private static LocalDate ahead(String field, LocalDate first, Act act) {
    LocalDate last = act.page().moments().today().plusYears(YEARS);
    LocalDate day = act.form().neededDay(field, last, last);
    if (day.isBefore(first)) {
      act.form().errors().add(field, "atrisk.error.past", act.page().moments().date(first));
    }
    return day;
  }

  /** Names of measures of the register, by their identifiers. */
  Function<String, String> measures(Act act) {
    return id ->
        register
            .facts()
            .find(PlaceActions.MEASURE, id)
            .map(entry -> entry.name().in(act.language()))
            .orElse("…");
  }
}
