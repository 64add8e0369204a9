package org.passerelle.prevent.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places at risk of an organisation (decision 0185). Every change is a version that can be
 * taken again. Thread-safe.
 */
@Service
public class RiskPlaces {
  /** Roles that read them. */
  public static final List<Role> READERS =
      List.of(Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROGRAMME_MANAGER);

  /** Maximum number of populations, and of factors, of a place. */
  public static final int MOST = 30;

  static final String SUBJECT = "risk_place";
  private final RiskPlaceRows rows;
  private final PlaceActionRows actions;
  private final ShelterWords shelters;
  private final AuditLog audit;

  RiskPlaces(RiskPlaceRows rows, PlaceActionRows actions, ShelterWords shelters, AuditLog audit) {
    this.rows = rows;
    this.actions = actions;
    this.shelters = shelters;
    this.audit = audit;
  }

  /** Whether the user changes the register; others read it. */
  public static boolean keeps(SignedIn who) {
    return who.is(Role.TRIAGE_OFFICER, Role.PROGRAMME_MANAGER);
  }

  static void mustKeep(SignedIn who) {
    if (!keeps(who)) {
      throw new NotFound();
    }
  }

  private static void mustRead(SignedIn who) {
    if (READERS.stream().noneMatch(who::is)) {
      throw new NotFound();
    }
  }

  /** The places of the user's organisation, the one changed last first. */
  @Transactional(readOnly = true)
  public List<RiskPlace> list(SignedIn who) {
    mustRead(who);
    return shelters.places(who, rows.of(who.organisation()));
  }

  /** All actions of the user's organisation, without their steps. */
  @Transactional(readOnly = true)
  public List<PlaceAction> actions(SignedIn who) {
    mustRead(who);
    return shelters.actions(who, actions.of(who.organisation()));
  }

  /** A place that was opened. */
  public record Opened(RiskPlace place, List<PlaceAction> actions, List<PlaceVersion> versions) {
    public Opened {
      actions = List.copyOf(actions);
      versions = List.copyOf(versions);
    }
  }

  /** Opens a place; logged. */
  @Transactional
  public Opened open(SignedIn who, UUID id) {
    RiskPlace place = current(who, id);
    audit.write(who, "risk-place.read", SUBJECT, id, Map.of());
    return new Opened(
        place,
        shelters.actions(who, actions.at(who.organisation(), id)),
        rows.versions(who.organisation(), id));
  }

  /** A place as it stands, without a line in the log; for a form about it. */
  @Transactional(readOnly = true)
  public RiskPlace current(SignedIn who, UUID id) {
    mustRead(who);
    RiskPlace found = rows.find(who.organisation(), id).orElseThrow(NotFound::new);
    return shelters.places(who, List.of(found)).get(0);
  }

  /**
   * Enters a place.
   *
   * @throws Refused if a shelter has a town or an area, a town is not of the country, or words name
   *     a shelter
   */
  @Transactional
  public UUID enter(SignedIn who, RiskPlace.Content content) {
    mustKeep(who);
    check(who, content);
    UUID id = rows.insert(who.organisation(), content, who.user());
    audit.write(who, "risk-place.entered", SUBJECT, id, Map.of("kind", content.kind()));
    return id;
  }

  private void check(SignedIn who, RiskPlace.Content content) {
    String town = content.town();
    if (content.isShelter() && town != null) {
      throw new Refused("atrisk.refused.shelter-town").at("town");
    }
    if (content.isShelter() && !content.area().isEmpty()) {
      throw new Refused("atrisk.refused.shelter-area").at("area");
    }
    if (town != null) {
      TownPoints.Point point = TownPoints.all().get(town);
      if (point == null || !point.country().equals(content.country())) {
        throw new Refused("atrisk.refused.town").at("town");
      }
    }
    shelters.check(who, Map.of("name", content.name(), "area", content.area()));
  }

  /**
   * Changes kind, words and place; populations, factors and level stay.
   *
   * @param version when its page was opened
   * @throws ChangedMeanwhile if a colleague changed it since
   */
  @Transactional
  public void move(SignedIn who, UUID id, RiskPlace.Content to, int version) {
    mustKeep(who);
    check(who, to);
    change(who, id, version, "changed", content -> content.moved(to));
  }

  /** Adds who is at risk there. */
  @Transactional
  public void add(SignedIn who, UUID id, RiskPlace.Population population) {
    mustKeep(who);
    shelters.check(who, Map.of("group", population.group()));
    change(
        who,
        id,
        "population",
        content -> content.withPopulations(joined(content.populations(), population, "group")));
  }

  /** Adds why it is at risk. */
  @Transactional
  public void add(SignedIn who, UUID id, RiskPlace.Factor factor) {
    mustKeep(who);
    shelters.check(who, Map.of("words", factor.words(), "source", factor.source()));
    change(
        who,
        id,
        "factor",
        content -> content.withFactors(joined(content.factors(), factor, "words")));
  }

  private static <T> List<T> joined(List<T> there, T more, String field) {
    if (there.size() >= MOST) {
      throw new Refused("atrisk.refused.most", MOST).at(field);
    }
    List<T> all = new ArrayList<>(there);
    all.add(more);
    return all;
  }

  /** Takes a population away; an earlier version brings it back. */
  @Transactional
  public void removePopulation(SignedIn who, UUID id, int index, int version) {
    mustKeep(who);
    change(
        who,
        id,
        version,
        "population-gone",
        content -> content.withPopulations(left(content.populations(), index)));
  }

  /** Takes a factor away; an earlier version brings it back. */
  @Transactional
  public void removeFactor(SignedIn who, UUID id, int index, int version) {
    mustKeep(who);
    change(
        who,
        id,
        version,
        "factor-gone",
        content -> content.withFactors(left(content.factors(), index)));
  }

  private static <T> List<T> left(List<T> there, int index) {
    if (index < 0 || index >= there.size()) {
      throw new NotFound();
    }
    List<T> left = new ArrayList<>(there);
    left.remove(index);
    return left;
  }

  /** States the level of risk. */
  @Transactional
  public void state(SignedIn who, UUID id, RiskPlace.Level level, int version) {
    mustKeep(who);
    shelters.check(who, Map.of("reason", level.reason()));
    change(who, id, version, "level", content -> content.withLevel(level));
  }

  /** Takes an earlier version again, as a new one. */
  @Transactional
  public void takeAgain(SignedIn who, UUID id, int number, int version) {
    mustKeep(who);
    change(
        who,
        id,
        version,
        "again",
        content -> {
          RiskPlace.Content earlier =
              rows.versions(who.organisation(), id).stream()
                  .filter(one -> one.number() == number)
                  .map(PlaceVersion::content)
                  .findFirst()
                  .orElseThrow(NotFound::new);
          shelters.check(who, Map.of("versions", String.join("\n", earlier.texts().values())));
          return earlier;
        });
  }

  private void change(SignedIn who, UUID id, String act, UnaryOperator<RiskPlace.Content> change) {
    change(who, rows.hold(who.organisation(), id), act, change);
  }

  private void change(
      SignedIn who, UUID id, int version, String act, UnaryOperator<RiskPlace.Content> change) {
    RiskPlace place = rows.hold(who.organisation(), id);
    if (place.version() != version) {
      throw new ChangedMeanwhile(version, place.version());
    }
    change(who, place, act, change);
  }

  private void change(
      SignedIn who, RiskPlace place, String act, UnaryOperator<RiskPlace.Content> change) {
    RiskPlaceRows.Changed changed =
        new RiskPlaceRows.Changed(change.apply(place.content()), who.user());
    rows.change(who.organisation(), place.id(), place.version() + 1, act, changed);
    audit.write(who, "risk-place.changed", SUBJECT, place.id(), Map.of("act", act));
  }

  /** Removes a place with its versions and actions. */
  @Transactional
  public void remove(SignedIn who, UUID id) {
    mustKeep(who);
    rows.delete(rows.hold(who.organisation(), id).id());
    audit.write(who, "risk-place.removed", SUBJECT, id, Map.of());
  }
}
