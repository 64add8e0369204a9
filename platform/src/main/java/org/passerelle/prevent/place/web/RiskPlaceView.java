package org.passerelle.prevent.place.web;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.prevent.place.PlaceAction;
import org.passerelle.prevent.place.PlaceVersion;
import org.passerelle.prevent.place.RiskPlace;
import org.passerelle.prevent.place.RiskPlaces;
import org.springframework.stereotype.Component;

/** The page of a place at risk, which all its forms lead back to. */
@Component
class RiskPlaceView {
  private final RiskPlaces places;
  private final RiskPlaceForms forms;
  private final Users users;

  RiskPlaceView(RiskPlaces places, RiskPlaceForms forms, Users users) {
    this.places = places;
    this.forms = forms;
    this.users = users;
  }

  String show(UUID id, Act act) {
    RiskPlaces.Opened opened = places.open(act.who(), id);
    RiskPlace.Content content = opened.place().content();
    act.form(Map.of("on", act.page().moments().today().toString()));
    Map<UUID, String> names =
        users.names(
            Stream.concat(
                    opened.versions().stream().map(PlaceVersion::by),
                    opened.actions().stream()
                        .flatMap(action -> action.steps().stream())
                        .map(PlaceAction.Step::by))
                .distinct()
                .toList());
    String where =
        Stream.of(
                content.area(),
                forms.town(opened.place(), act),
                forms.country(content.country(), act))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    Map<String, String> measures =
        opened.actions().stream()
            .map(PlaceAction::measure)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), forms.measures(act)));
    return act.show(
        "prevent/place/place",
        new RiskPlacePage(
            opened,
            where,
            names,
            measures,
            forms.choices(act),
            RiskPlaces.keeps(act.who()),
            act.page().moments().today(),
            act.form()));
  }

  /** The level as it stands, beside what somebody typed meanwhile. */
  Map<String, String> level(RiskPlace place, Act act) {
    RiskPlace.Level level = place.content().level();
    return level == null
        ? Map.of("level", act.text("atrisk.level.none"))
        : Map.of(
            "level",
            act.text("atrisk.level." + level.level()),
            "reason",
            level.reason(),
            "again",
            level.again().toString());
  }
}
