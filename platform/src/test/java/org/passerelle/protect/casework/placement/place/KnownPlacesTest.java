package org.passerelle.protect.casework.placement.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.placement.PlaceScenes;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.Counted;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Cached places are never older than what somebody has saved. */
@OnBothDatabases
@Tag("slow")
class KnownPlacesTest {
  private static final int THREADS = 8;
  private static final int STEPS = 40;
  @Parameter House house;
  private PlaceScenes scenes;
  private SignedIn officer;

  @BeforeEach
  void somebodyPlaces() {
    scenes = new PlaceScenes(house);
    officer = scenes.officer();
  }

  private PlaceLine line(UUID id, SignedIn who) {
    return scenes.places().lines(who).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<UUID> seen(SignedIn who) {
    return scenes.places().lines(who).stream().map(PlaceLine::id).toList();
  }

  @Test
  void whatChangesIsThereAtOnce() {
    UUID id = scenes.place(PlaceScenes.draft(officer, 4), officer);
    assertThat(line(id, officer).free()).isEqualTo(4);
    scenes.beds().confirm(id, 1, officer);
    assertThat(line(id, officer).free()).isOne();
    scenes.places().turn(id, "paused", officer);
    assertThat(line(id, officer).open()).isFalse();
    scenes.places().turn(id, "open", officer);
    scenes
        .places()
        .change(
            id,
            1,
            PlaceScenes.draft(officer.organisation(), Set.of(), 4, "female", 12, 17),
            officer);
    PlaceLine changed = line(id, officer);
    assertThat(changed.sex()).isEqualTo("female");
    assertThat(changed.takes("female", 11, 11)).isFalse();
    assertThat(scenes.places().offering(List.of("sq", "trauma"))).containsEntry(id, 2);
  }

  @Test
  void aHoldCountsUntilItsTimeIsOverThoughNothingWasWritten() {
    UUID id = scenes.place(1, officer);
    Bed first = scenes.beds().hold(id, null, officer);
    assertThat(line(id, officer).free()).isZero();
    house.clock().pass(PlaceBeds.HOLD.minusSeconds(1));
    assertThat(line(id, officer).free()).isZero();
    house.clock().pass(Duration.ofSeconds(1));
    assertThat(line(id, officer).free()).isOne();
    house.get(HoldExpiry.class).check();
    assertThat(line(id, officer).free()).isOne();
    Bed second = scenes.beds().hold(id, null, officer);
    assertThat(second.id()).isNotEqualTo(first.id());
    UUID caseId = SomeCase.in("RS").minor("yes").open(house, officer);
    scenes.beds().keep(id, second.id(), caseId, officer);
    house.clock().pass(PlaceBeds.HOLD.multipliedBy(2));
    assertThat(line(id, officer).free()).isZero();
    house.inTransaction(
        () -> {
          scenes.beds().leave(second.id());
          return true;
        });
    assertThat(line(id, officer).free()).isOne();
  }

  @Test
  void aDayAfterItWasConfirmedItIsStale() {
    UUID id = scenes.place(1, officer);
    assertThat(line(id, officer).stale(house.clock().instant())).isFalse();
    house.clock().pass(Place.FRESH.plusSeconds(1));
    assertThat(line(id, officer).stale(house.clock().instant())).isTrue();
  }

  @Test
  void teamsThatMayNoLongerPlaceThereNoLongerSeeIt() {
    SignedIn placer = scenes.officer();
    UUID id =
        scenes.place(
            PlaceScenes.draft(
                officer.organisation(), Set.of(placer.organisation()), 3, "any", 0, 17),
            officer);
    assertThat(seen(placer)).containsExactly(id);
    assertThat(scenes.places().names(List.of(id), placer)).containsEntry(id, "Lindenhaus");
    SignedIn colleague = house.colleague(placer.organisation(), Role.CASE_MANAGER);
    assertThat(seen(colleague)).isEmpty();
    assertThat(scenes.places().names(List.of(id), colleague)).isEmpty();
    scenes.places().change(id, 1, PlaceScenes.draft(officer, 3), officer);
    assertThat(seen(placer)).isEmpty();
    assertThat(scenes.places().names(List.of(id), placer)).isEmpty();
    assertThat(seen(officer)).containsExactly(id);
    assertThat(seen(scenes.officer())).isEmpty();
  }

  @Test
  void uncommittedChangesAreVisibleOnlyToTheirTransaction() {
    UUID id = scenes.place(2, officer);
    assertThat(line(id, officer).free()).isEqualTo(2);
    try {
      house.inTransaction(
          () -> {
            scenes.beds().hold(id, null, officer);
            assertThat(line(id, officer).free()).as("to themselves").isOne();
            assertThat(elsewhere(() -> line(id, officer).free())).as("to others").isEqualTo(2);
            throw new IllegalStateException("taken back");
          });
    } catch (IllegalStateException takenBack) {
      assertThat(takenBack).hasMessage("taken back");
    }
    assertThat(line(id, officer).free()).isEqualTo(2);
    house.inTransaction(() -> scenes.beds().hold(id, null, officer));
    assertThat(line(id, officer).free()).isOne();
  }

  private static <T> T elsewhere(Callable<T> look) {
    try {
      return AtOnce.all(List.of(look)).get(0);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNobodyChangedAsksTheDatabaseNothing() {
    UUID id = scenes.place(1, officer);
    seen(officer);
    assertThat(Counted.statements(() -> seen(officer))).isZero();
    scenes.beds().hold(id, null, officer);
    assertThat(Counted.statements(() -> seen(officer))).isPositive();
    assertThat(Counted.statements(() -> seen(officer))).isZero();
  }

  @Test
  void aReaderFarBehindReadsEverythingAgain() {
    UUID id = scenes.place(1, officer);
    seen(officer);
    UUID other = scenes.place(1, officer);
    for (int i = 0; i <= PlaceChanges.REMEMBERED; i++) {
      house.get(PlaceChanges.class).changed(other);
    }
    assertThat(seen(officer)).containsExactlyInAnyOrder(id, other);
    assertThat(line(other, officer).free()).isOne();
  }

  /** Users see what they saved in their next request, whatever others do meanwhile. */
  @Test
  void eightAtOnceEachSeeWhatTheySaved() throws Exception {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      ids.add(scenes.place(200, officer));
    }
    AtomicBoolean stale = new AtomicBoolean();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      UUID id = ids.get(thread);
      Random chance = new Random(thread);
      all.add(
          () -> {
            SignedIn own = scenes.officer(officer.organisation());
            int free = 200;
            for (int step = 0; step < STEPS; step++) {
              free = chance.nextInt(200);
              scenes.beds().confirm(id, free, own);
              if (line(id, own).free() != free) {
                stale.set(true);
              }
            }
            return free;
          });
    }
    List<Integer> left = AtOnce.all(all);
    assertThat(stale).as("somebody saw less than they had saved").isFalse();
    Map<UUID, Integer> wanted = new HashMap<>();
    for (int i = 0; i < THREADS; i++) {
      wanted.put(ids.get(i), left.get(i));
    }
    assertThat(
            scenes.places().lines(officer).stream()
                .collect(Collectors.toMap(PlaceLine::id, PlaceLine::free)))
        .isEqualTo(wanted);
  }
}
