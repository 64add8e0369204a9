package org.passerelle.protect.casework.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** A determination needs at least three signatures, and is valid until another replaces it. */
@OnBothDatabases
@Tag("slow")
class DeterminationTest {
  @Parameter House house;
  private DeterminationScenes scenes;
  private SignedIn who;
  private UUID file;

  @BeforeEach
  void aChild() {
    scenes = new DeterminationScenes(house);
    who = house.colleague(Staff.organisation(house).id(), Role.CASE_MANAGER);
    file = SomeCase.in("RS").minor("yes").open(house, who);
  }

  private Determinations determinations() {
    return house.get(Determinations.class);
  }

  private Determination find(UUID id) {
    return determinations().find(file, id, who);
  }

  private boolean stands(String question) {
    return determinations().found(house.get(Cases.class).find(file, who), question).isPresent();
  }

  private List<Determination.Seat> with(UUID user) {
    List<Determination.Seat> seats = new ArrayList<>(DeterminationScenes.outside(3));
    seats.add(new Determination.Seat(user, new Determination.Person("", "Case manager")));
    return seats;
  }

  private void sign(UUID id, int number, SignedIn signer) {
    determinations()
        .sign(file, id, find(id).members().get(number).id(), scenes.paper(file, signer), signer);
  }

  @Test
  void itIsMadeByTheLastSignatureThatItTakesAndSealed() {
    SignedIn supervisor =
        Staff.signedIn(Staff.user(house, who.organisation(), Role.SUPERVISOR).user());
    UUID id =
        scenes.proposed(file, "repatriation", "in_favour", with(supervisor.user()), 3, null, who);
    sign(id, 0, who);
    sign(id, 0, who);
    sign(id, 1, who);
    assertThat(stands("repatriation")).as("two of them, one twice").isFalse();
    assertThatThrownBy(() -> sign(id, 3, who))
        .as("a colleague signs for themselves")
        .isInstanceOf(NotFound.class);
    sign(id, 3, supervisor);
    assertThat(stands("repatriation")).isTrue();
    assertThat(stands("integration")).isFalse();
    assertThat(new InClear(house).columns("Zlatna Ruka")).isEmpty();
    SignedIn stranger = house.somebody(Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThatThrownBy(() -> determinations().of(file, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> sign(id, 2, stranger)).isInstanceOf(NotFound.class);
  }

  @Test
  void aPanelIsThreeDifferentPeopleWithFunctions() {
    refused("quorum", DeterminationScenes.outside(2));
    List<Determination.Seat> twice = new ArrayList<>(DeterminationScenes.outside(2));
    twice.add(new Determination.Seat(null, new Determination.Person("NADA", "Judge")));
    refused("twice", twice);
    List<Determination.Seat> nameless = new ArrayList<>(DeterminationScenes.outside(3));
    nameless.add(new Determination.Seat(null, new Determination.Person("Ana", "")));
    refused("member", nameless);
    refused("colleague", with(house.somebody(Role.CASE_MANAGER).user()));
    assertThat(determinations().of(file, who)).isEmpty();
  }

  private void refused(String why, List<Determination.Seat> seats) {
    assertThatThrownBy(() -> scenes.proposed(file, "repatriation", "in_favour", seats, null, who))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.key()).isEqualTo("determination.refused." + why));
  }

  @Test
  void aDeterminationIsValidUntilAnotherIsMade() {
    UUID first = scenes.made(file, "repatriation", "in_favour", who);
    UUID second =
        scenes.proposed(
            file, "repatriation", "against", DeterminationScenes.outside(3), first, who);
    assertThat(find(first).made()).as("nobody has signed the other yet").isTrue();
    for (int i = 0; i < 3; i++) {
      sign(second, i, who);
    }
    assertThat(find(first).state()).isEqualTo("superseded");
    assertThat(find(second).inFavour()).isFalse();
    assertThat(stands("repatriation")).isTrue();
    UUID draft =
        scenes.proposed(file, "integration", "against", DeterminationScenes.outside(3), null, who);
    scenes.proposed(file, "integration", "in_favour", DeterminationScenes.outside(3), draft, who);
    assertThatThrownBy(() -> sign(draft, 0, who)).isInstanceOf(Refused.class);
  }

  /** A forgotten proposal does not replace what was determined since. */
  @Test
  void anOlderProposalIsSignedNoMoreOnceALaterOneIsMade() {
    UUID old =
        scenes.proposed(
            file, "repatriation", "in_favour", DeterminationScenes.outside(3), null, who);
    sign(old, 0, who);
    sign(old, 1, who);
    house.clock().pass(Duration.ofDays(60));
    UUID later = scenes.made(file, "repatriation", "against", who);
    assertThat(find(old).state()).isEqualTo("superseded");
    assertThatThrownBy(() -> sign(old, 2, who)).isInstanceOf(Refused.class);
    assertThat(find(later).made()).isTrue();
  }

  /** An older determination entered afterwards is kept and replaces nothing. */
  @Test
  void oneOfAnEarlierDayTakesNobodysPlace() {
    UUID later = scenes.made(file, "repatriation", "against", who);
    house
        .db()
        .sql("update determination set on_day = on_day + 30 where id = :id")
        .param("id", later)
        .update();
    UUID earlier = scenes.made(file, "repatriation", "in_favour", who);
    assertThat(find(earlier).state()).isEqualTo("superseded");
    assertThat(find(later).made()).isTrue();
    assertThat(
            determinations()
                .found(house.get(Cases.class).find(file, who), "repatriation")
                .orElseThrow()
                .inFavour())
        .isFalse();
  }

  @Test
  void twoThatAreSignedAtOnceDoNotBothStand() throws Exception {
    List<UUID> two = new ArrayList<>();
    for (String result : List.of("in_favour", "against")) {
      UUID id =
          scenes.proposed(file, "repatriation", result, DeterminationScenes.outside(3), null, who);
      sign(id, 0, who);
      sign(id, 1, who);
      two.add(id);
    }
    List<CompletableFuture<Void>> signing =
        two.stream()
            .map(
                id ->
                    CompletableFuture.runAsync(() -> sign(id, 2, who))
                        .exceptionally(
                            failed -> {
                              assertThat(failed).hasCauseInstanceOf(Refused.class);
                              return null;
                            }))
            .toList();
    for (CompletableFuture<Void> one : signing) {
      one.get();
    }
    assertThat(two.stream().filter(id -> find(id).made())).hasSize(1);
  }

  @Test
  void lastSignaturesThatComeAtOnceMakeItOnce() throws Exception {
    UUID id =
        scenes.proposed(
            file, "repatriation", "in_favour", DeterminationScenes.outside(4), 3, null, who);
    sign(id, 0, who);
    sign(id, 1, who);
    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> sign(id, 2, who));
    CompletableFuture<Void> two = CompletableFuture.runAsync(() -> sign(id, 3, who));
    one.get();
    two.get();
    assertThat(find(id).made()).isTrue();
    assertThat(
            house
                .db()
                .sql("select count(*) from case_event where subject = :id and kind = :kind")
                .param("id", id)
                .param("kind", "determination.made")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void itIsEnteredSignedAndReadOnItsPages() {
    Member manager = Member.of(house, Role.CASE_MANAGER);
    SignedIn me = Staff.signedIn(manager.user());
    UUID child = SomeCase.in("RS").minor("yes").open(house, me);
    Browser browser = manager.browser();
    String at = "/protect/cases/" + child + "/determinations";
    String today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).toString();
    browser.get(at + "/new");
    Browser.Answer faulty = browser.post(at, "question", "repatriation", "on", today);
    assertThat(faulty.status()).isEqualTo(422);
    browser.get(at + "/new?question=repatriation");
    Browser.Answer entered =
        browser.post(
            at,
            "question",
            "repatriation",
            "on",
            today,
            "result",
            "in_favour",
            "panel",
            "Commission",
            "options",
            "Two",
            "heard",
            "in_person",
            "view",
            "Wishes to go",
            "reasons",
            "The aunt was visited",
            "decision",
            "Return",
            "user_1",
            me.user().toString(),
            "function_1",
            "Case manager",
            "name_2",
            "Nada",
            "function_2",
            "Psychologist",
            "name_3",
            "Petar",
            "function_3",
            "Doctor");
    String one = entered.location();
    assertThat(one).as(entered.body()).startsWith(at + "/");
    assertThat(browser.get("/").body()).contains("Sign a best-interests determination");
    assertThat(browser.get(one).body()).contains("3 signatures missing");
    Browser second = Member.in(house, me.organisation(), Role.SUPERVISOR).browser();
    for (Determination.Member member : determinations().of(child, me).get(0).members()) {
      browser.get(one);
      String sign = one + "/members/" + member.id();
      assertThat(browser.post(sign + "/sign", "words", "File 7").location()).isEqualTo(one);
      if (member.user() == null) {
        assertThat(browser.get(one).body())
            .contains("counts once a second colleague has confirmed it")
            .doesNotContain("/confirm\"");
        second.get(one);
        assertThat(second.post(sign + "/confirm").location()).isEqualTo(one);
      }
    }
    assertThat(browser.get(one).body())
        .contains("badge good", "made", "File 7")
        .doesNotContain("/sign\"");
    assertThat(browser.get("/").body()).doesNotContain("Sign a best-interests");
    assertThat(browser.get("/protect/cases/" + child).body())
        .contains("Best-interests determination made: Return to the country of origin");
    assertThat(browser.get(at + "/new?of=" + one.substring(one.lastIndexOf('/') + 1)).body())
        .contains("Determine again", "Nada");
    assertThat(Member.of(house, Role.CASE_MANAGER).browser().get(one).status()).isEqualTo(404);
  }
}
