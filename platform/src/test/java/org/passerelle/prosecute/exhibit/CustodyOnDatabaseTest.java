package org.passerelle.prosecute.exhibit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.evidence.custody.BrokenChain;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Condition 3: one holder at every moment, and the chain verifies, whoever acts at once. */
@OnBothDatabases
@Tag("postgresql")
class CustodyOnDatabaseTest {
  private static final byte[] CONTENT = "an exhibit".getBytes(StandardCharsets.UTF_8);
  private static final CustodyWords WORDS = new CustodyWords("Office 3", "For examination");
  private static final int EXHIBITS = 30;
  private static final int HANDS = 8;

  @Parameter House house;
  private SignedIn giver;
  private SignedIn taker;
  private UUID id;

  @BeforeEach
  void aTeamOfTwo() {
    Scenes.Begun begun = new Scenes(house).begun();
    giver = begun.prosecutor();
    id = begun.id();
    taker = member();
    new ExhibitScenes(house).key(taker);
  }

  private SignedIn member() {
    SignedIn one = new Scenes(house).colleague(giver.organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(id, one.user(), null, giver);
    return one;
  }

  @Test
  void anExhibitIsWithTheGiverUntilItIsTaken() {
    UUID exhibit = held();
    handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
    assertThat(standing(exhibit).holder()).isEqualTo(giver.user());
    assertThat(standing(exhibit).offered()).isNotNull();
    refused("custody.refused.no-offer", () -> handOvers().take(id, exhibit, giver));
    refused("custody.refused.offered", () -> handOvers().check(id, exhibit, "", giver));
    refused(
        "custody.refused.offered",
        () -> handOvers().offer(id, exhibit, taker.user(), WORDS, giver));
    handOvers().take(id, exhibit, taker);
    Custody.Standing standing = standing(exhibit);
    assertThat(standing.holder()).isEqualTo(taker.user());
    assertThat(standing.offered()).isNull();
    assertThat(standing.lines())
        .extracting(Custody.Line::act)
        .containsExactly("intake", "handover");
    assertThat(standing.lines().get(1).place()).isEqualTo("Office 3");
    refused(
        "custody.refused.not-holder",
        () -> handOvers().offer(id, exhibit, taker.user(), WORDS, giver));
    refused("custody.refused.no-offer", () -> handOvers().take(id, exhibit, taker));
    handOvers().check(id, exhibit, "Monthly", taker);
    assertThat(standing(exhibit).lines()).hasSize(3);
  }

  @Test
  void whoeverRefusesSignsItAndTheGiverHoldsItStill() {
    UUID exhibit = held();
    handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
    handOvers().refuse(id, exhibit, "The seal is broken", taker);
    assertThat(standing(exhibit).holder()).isEqualTo(giver.user());
    assertThat(standing(exhibit).lines().get(1).act()).isEqualTo("refusal");
    assertThat(standing(exhibit).lines().get(1).reason()).isEqualTo("The seal is broken");
    handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
    handOvers().withdraw(id, exhibit, giver);
    refused("custody.refused.no-offer", () -> handOvers().take(id, exhibit, taker));
    refused("custody.refused.no-offer", () -> handOvers().withdraw(id, exhibit, giver));
    assertThat(standing(exhibit).lines()).as("nothing was signed by two").hasSize(2);
  }

  /** The same offer taken by several sessions, refused and withdrawn at one moment, 30 times. */
  @Test
  void ofAllWhoAnswerAtOnceOneIsRight() throws Exception {
    List<UUID> exhibits = new ArrayList<>();
    List<Callable<Boolean>> acts = new ArrayList<>();
    for (int i = 0; i < EXHIBITS; i++) {
      UUID exhibit = held();
      handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
      exhibits.add(exhibit);
      acts.add(done(() -> handOvers().take(id, exhibit, taker)));
      acts.add(done(() -> handOvers().take(id, exhibit, taker)));
      acts.add(done(() -> handOvers().refuse(id, exhibit, "No", taker)));
      acts.add(done(() -> handOvers().withdraw(id, exhibit, giver)));
    }
    List<Boolean> results = AtOnce.all(HANDS, acts);
    int taken = 0;
    for (int i = 0; i < EXHIBITS; i++) {
      assertThat(results.subList(i * 4, i * 4 + 4)).as("exhibit " + i).containsOnlyOnce(true);
      CustodyChain chain = chain(exhibits.get(i));
      boolean with = standing(exhibits.get(i)).holder().equals(taker.user());
      assertThat(with).isEqualTo(results.get(i * 4) || results.get(i * 4 + 1));
      assertThat(chain.length()).isEqualTo(results.get(i * 4 + 3) ? 1 : 2);
      assertThat(offers(exhibits.get(i))).isZero();
      taken += with ? 1 : 0;
    }
    assertThat(taken).isBetween(1, EXHIBITS);
  }

  @Test
  void anAlteredLineOrContentIsFound() {
    UUID exhibit = held();
    handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
    handOvers().take(id, exhibit, taker);
    UUID other = held();
    house
        .db()
        .sql("update custody_entry set number = 3 where exhibit = :id and number = 1")
        .param("id", exhibit)
        .update();
    assertThatThrownBy(() -> standing(exhibit)).isInstanceOf(BrokenChain.class);
    house
        .db()
        .sql(
            "delete from exhibit_piece where upload = (select content from exhibit where id = :id)")
        .param("id", other)
        .update();
    refused("custody.refused.altered", () -> handOvers().check(id, other, "", giver));
    assertThat(chain(other).length()).isEqualTo(1);
  }

  /** Nobody can sign for a colleague who is gone: the page lists it. */
  @Test
  void aHolderWhoseKeyEndedIsAGapAndARenewedKeyTakesOver() {
    UUID exhibit = held();
    UUID kept = held();
    house.clock().pass(Duration.ofDays(700));
    house.get(OfficerKeys.class).make(giver);
    handOvers().offer(id, kept, giver.user(), WORDS, giver);
    handOvers().take(id, kept, giver);
    refused("custody.refused.same", () -> handOvers().offer(id, kept, giver.user(), WORDS, giver));
    house.clock().pass(Duration.ofDays(40));
    assertThat(house.get(Custody.class).all(giver))
        .satisfies(
            all -> {
              assertThat(all)
                  .filteredOn(one -> one.exhibit().equals(kept))
                  .allMatch(Custody.Kept::signs);
              assertThat(all)
                  .filteredOn(one -> one.exhibit().equals(exhibit))
                  .noneMatch(Custody.Kept::signs);
              assertThat(all).allMatch(Custody.Kept::mine).hasSize(2);
            });
    refused(
        "signing.refused.key-ended",
        () -> handOvers().offer(id, exhibit, giver.user(), WORDS, giver));
    SignedIn left = member();
    new ExhibitScenes(house).key(left);
    handOvers().offer(id, kept, left.user(), WORDS, giver);
    house.get(Users.class).setActive(house.somebody(Role.ADMINISTRATOR), left.user(), false);
    assertThatThrownBy(() -> handOvers().take(id, kept, left)).isInstanceOf(Refused.class);
    handOvers().withdraw(id, kept, giver);
    assertThat(standing(kept).holder()).isEqualTo(giver.user());
  }

  @Test
  void onlyColleaguesOfTheTeamWithAKeyCanTakeIt() {
    UUID exhibit = held();
    SignedIn keyless = member();
    SignedIn outside = new Scenes(house).colleague(giver.organisation(), Role.PROSECUTOR);
    new ExhibitScenes(house).key(outside);
    for (SignedIn none : List.of(keyless, outside)) {
      refused(
          "custody.refused.taker", () -> handOvers().offer(id, exhibit, none.user(), WORDS, giver));
    }
    assertThatThrownBy(() -> handOvers().offer(id, exhibit, taker.user(), WORDS, outside))
        .isInstanceOf(NotFound.class);
    handOvers().offer(id, exhibit, taker.user(), WORDS, giver);
    assertThat(house.get(Custody.class).all(taker)).allMatch(Custody.Kept::offered).hasSize(1);
    Instant late = house.clock().instant().plus(Custody.TAKEN_WITHIN);
    Map<UUID, String> numbers = Map.of(id, "26-1");
    assertThat(house.get(Custody.class).due(numbers, late.minusSeconds(60))).isEmpty();
    assertThat(house.get(Custody.class).due(numbers, late.plusSeconds(1))).hasSize(1);
    house.get(Investigations.class).close(id, "judged", new Scenes(house).today(), giver);
    handOvers().take(id, exhibit, taker);
    assertThat(standing(exhibit).holder()).as("a closed one too").isEqualTo(taker.user());
  }

  private static Callable<Boolean> done(Runnable act) {
    return () -> {
      try {
        act.run();
        return true;
      } catch (Refused other) {
        return false;
      }
    };
  }

  private UUID held() {
    return new ExhibitScenes(house).held(id, CONTENT, giver);
  }

  private Custody.Standing standing(UUID exhibit) {
    return house.get(Custody.class).of(id, exhibit, giver);
  }

  private CustodyChain chain(UUID exhibit) {
    return house
        .get(CustodyStore.class)
        .chain(house.get(Exhibits.class).find(id, exhibit, giver).number());
  }

  private int offers(UUID exhibit) {
    return house
        .db()
        .sql("select count(*) from custody_offer where exhibit = :id")
        .param("id", exhibit)
        .query(Integer.class)
        .single();
  }

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).as(key).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  private HandOvers handOvers() {
    return house.get(HandOvers.class);
  }
}
