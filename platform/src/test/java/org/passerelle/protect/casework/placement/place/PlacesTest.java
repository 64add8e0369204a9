package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditReader;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Counted;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/** Places are visible to those who place and to the place itself; a bed is given only once. */
@OnBothDatabases
@Tag("postgresql")
@Tag("slow")
class PlacesTest {
  private static final String ADDRESS = "Kestenova 7, second door";
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn officer;

  @BeforeEach
  void somebodyPlaces() {
    scenes = new PlaceScenes(house);
    officer = scenes.officer();
  }

  private Addresses addresses() {
    return house.get(Addresses.class);
  }

  @Test
  void onlyTheTeamsAndTheHouseReadTheAddress() {
    SignedIn run = scenes.officer();
    SignedIn placer = scenes.officer();
    UUID id =
        scenes.place(
            PlaceScenes.draft(
                run.organisation(), Set.of(placer.organisation()), 3, "female", 12, 17),
            officer);
    scenes.at(id, ADDRESS, 44.8, 20.4, officer);
    for (SignedIn who : List.of(officer, run, placer)) {
      assertThat(addresses().read(id, who).address()).isEqualTo(ADDRESS);
      assertThat(scenes.places().of(who)).extracting(Place::id).contains(id);
    }
    for (Role role : Role.values()) {
      SignedIn colleague = house.colleague(officer.organisation(), role);
      if (role != Role.PLACEMENT_OFFICER) {
        assertThat(scenes.places().of(colleague)).as(role.name()).isEmpty();
        assertThatThrownBy(() -> addresses().read(id, colleague))
            .as(role.name())
            .isInstanceOf(NotFound.class);
      }
    }
    SignedIn stranger = scenes.officer();
    assertThatThrownBy(() -> addresses().read(id, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> addresses().write(id, Whereabouts.NONE, run))
        .isInstanceOf(NotFound.class);
    assertThat(house.get(AuditReader.class).entries(id, null, "place.address-read", 0, 9))
        .hasSize(3);
  }

  @Test
  void itIsSealedUnderAKeyOfTheTeamsOwn() {
    UUID id = scenes.place(2, officer);
    scenes.at(id, ADDRESS, 44.8, 20.4, officer);
    byte[] stored =
        house
            .db()
            .sql("select location from safe_place where id = :id")
            .param("id", id)
            .query(byte[].class)
            .single();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Kestenova");
    Vault vault = house.get(Vault.class);
    UUID team =
        house
            .db()
            .sql("select team_key from placing_team where organisation = :own")
            .param("own", officer.organisation())
            .query(UUID.class)
            .single();
    assertThat(vault.open(id, "safe_place.location", stored)).contains("Kestenova");
    assertThatThrownBy(() -> vault.open(officer.organisation(), "safe_place.location", stored))
        .isInstanceOf(RuntimeException.class);
    assertThat(Whereabouts.NONE.toString()).doesNotContain("address");
    vault.destroyKey(team);
    assertThat(vault.holds(id)).as("it lies below the team's").isFalse();
    house.db().sql("delete from place_bed where place = :id").param("id", id).update();
    house.db().sql("delete from safe_place_trait where place = :id").param("id", id).update();
    house.db().sql("delete from safe_place where id = :id").param("id", id).update();
  }

  @Test
  void theHouseSaysHowManyAreFreeAndThatGetsOld() {
    SignedIn run = scenes.officer();
    UUID id =
        scenes
            .places()
            .add(PlaceScenes.draft(run.organisation(), Set.of(), 6, "any", 0, 17), officer);
    assertThat(stale(id)).isTrue();
    scenes.beds().confirm(id, 2, run);
    assertThat(scenes.places().find(id, officer).beds()).isEqualTo(new Place.Beds(6, 0, 0, 4));
    scenes.beds().hold(id, null, officer);
    assertThat(scenes.free(id, officer)).isOne();
    house.clock().pass(Duration.ofHours(24));
    assertThat(stale(id)).isFalse();
    house.clock().pass(Duration.ofSeconds(1));
    assertThat(stale(id)).isTrue();
    assertThatThrownBy(() -> scenes.beds().confirm(id, 7, run))
        .hasMessage("placement.refused.more-than-beds");
    scenes.beds().confirm(id, 0, officer);
    assertThat(scenes.free(id, officer)).isZero();
  }

  private boolean stale(UUID id) {
    return scenes.places().find(id, officer).stale(house.clock().instant());
  }

  @Test
  void aColleaguesChangeIsKept() {
    UUID id = scenes.place(2, officer);
    scenes.places().change(id, 1, PlaceScenes.draft(officer, 4), officer);
    assertThatThrownBy(() -> scenes.places().change(id, 1, PlaceScenes.draft(officer, 5), officer))
        .isInstanceOf(ChangedMeanwhile.class);
    Place place = scenes.places().find(id, officer);
    assertThat(place.beds().all()).isEqualTo(4);
    assertThat(place.takes().languages()).containsExactly("sq", "sr");
  }

  @Test
  void aPlaceIsKnownByItsNameWhereAMeetingPointIsChosen() {
    scenes.place(2, officer);
    ShelterNames names = house.get(ShelterNames.class);
    assertThat(names.isNamedIn("In front of the LINDENHÄUS, at six", officer.organisation()))
        .isTrue();
    assertThat(names.isNamedIn("Испред Линденхауса, у шест", officer.organisation()))
        .as("in the other script")
        .isTrue();
    assertThat(names.isNamedIn("Main station", officer.organisation())).isFalse();
    assertThat(names.isNamedIn("Lindenhaus", scenes.officer().organisation())).isFalse();
  }

  @Test
  void theNamesOfPlacesAreReadOnceForAllTextsAndOrganisations() {
    UUID id = scenes.place(2, officer);
    UUID own = officer.organisation();
    UUID other = scenes.officer().organisation();
    ShelterNames names = house.get(ShelterNames.class);
    Map<String, String> texts = Map.of("one", "Main station", "two", "Before Lindenhaus");
    // whatever else must be known is in memory by then
    assertThat(names.namedAt(id, texts, own, other)).containsExactly("two");
    int shelters = Counted.statements(() -> house.get(Addressees.class).ofType("shelter"));
    int once = Counted.statements(() -> house.get(PlaceNames.class).of(List.of(id)));
    int one = Counted.statements(() -> names.isNamedIn("Main station", own));
    assertThat(one).as("nothing but names").isEqualTo(shelters + once);
    assertThat(Counted.statements(() -> names.namedAt(id, texts, own, other))).isEqualTo(one);
  }
}
