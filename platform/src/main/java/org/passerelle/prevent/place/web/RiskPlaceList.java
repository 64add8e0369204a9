package org.passerelle.prevent.place.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.passerelle.table.TableFile;
import org.springframework.stereotype.Component;

/** The list of places at risk as it is filtered: on the page, on the map and as a workbook. */
@Component
class RiskPlaceList {
  private static final String YES = "yes";
  private final RiskPlaces places;
  private final RiskPlaceForms forms;

  RiskPlaceList(RiskPlaces places, RiskPlaceForms forms) {
    this.places = places;
    this.forms = forms;
  }

  RiskPlacesPage page(Act act) {
    LocalDate today = act.page().moments().today();
    Map<UUID, List<PlaceAction>> actions =
        places.actions(act.who()).stream().collect(Collectors.groupingBy(PlaceAction::place));
    List<RiskPlacesPage.Line> all =
        places.list(act.who()).stream()
            .map(place -> line(place, actions.getOrDefault(place.id(), List.of()), today, act))
            .toList();
    RiskPlacesPage.Filters filters = filters(all, act);
    List<RiskPlacesPage.Line> left = all.stream().filter(filters::leave).toList();
    Map<String, String> towns = new LinkedHashMap<>();
    for (RiskPlacesPage.Line line : left) {
      String town = line.place().content().town();
      if (town != null) {
        towns.put(town, forms.town(line.place(), act));
      }
    }
    return new RiskPlacesPage(
        left,
        RiskPlaceMap.of(left, towns),
        filters,
        RiskPlaces.keeps(act.who()),
        act.asked().errors());
  }

  private RiskPlacesPage.Line line(
      RiskPlace place, List<PlaceAction> actions, LocalDate today, Act act) {
    return new RiskPlacesPage.Line(
        place,
        forms.country(place.content().country(), act),
        Stream.of(forms.town(place, act), place.content().area())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")),
        (int) actions.stream().filter(PlaceAction::isOpen).count(),
        (int) actions.stream().filter(action -> action.isLate(today)).count(),
        place.content().isDue(today));
  }

  private RiskPlacesPage.Filters filters(List<RiskPlacesPage.Line> all, Act act) {
    List<Option> countries =
        all.stream()
            .map(line -> new Option(line.place().content().country(), line.country()))
            .distinct()
            .sorted(Option.byLabel(act.language()))
            .toList();
    RiskPlacesPage.Choices choices =
        new RiskPlacesPage.Choices(
            forms.kinds(act),
            countries,
            forms.levels(act),
            List.of(new Option(YES, act.text("atrisk.filter.due"))));
    return new RiskPlacesPage.Filters(
        act.asked().code("kind", choices.kinds()),
        act.asked().code("country", choices.countries()),
        act.asked().code("level", choices.levels()),
        act.asked().code("due", choices.due()),
        choices);
  }

  /** The list as a workbook. */
  byte[] workbook(Act act) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile table = TableFile.xlsx(out, act.text("atrisk.nav"))) {
      table.row(
          Stream.of(
                  "code",
                  "name",
                  "kind",
                  "country",
                  "where",
                  "populations",
                  "factors",
                  "level",
                  "again",
                  "open",
                  "late")
              .map(column -> act.text("atrisk.column." + column))
              .toList());
      for (RiskPlacesPage.Line line : page(act).lines()) {
        table.row(cells(line, act));
      }
    }
    return out.toByteArray();
  }

  private static List<Object> cells(RiskPlacesPage.Line line, Act act) {
    RiskPlace.Content content = line.place().content();
    RiskPlace.Level level = content.level();
    return List.of(
        line.place().code(),
        content.name(),
        act.text("atrisk.kind." + content.kind()),
        line.country(),
        line.where(),
        content.populations().stream()
            .map(one -> act.text("atrisk.age." + one.age()) + ": " + one.group())
            .collect(Collectors.joining("; ")),
        content.factors().stream()
            .map(
                one ->
                    act.text("atrisk.factor." + one.factor())
                        + ": "
                        + one.words()
                        + " ("
                        + one.source()
                        + ", "
                        + one.on()
                        + ")")
            .collect(Collectors.joining("; ")),
        act.text("atrisk.level." + content.levelCode()),
        level == null ? "" : level.again().toString(),
        line.open(),
        line.late());
  }
}
