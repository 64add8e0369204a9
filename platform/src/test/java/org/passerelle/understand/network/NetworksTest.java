package org.passerelle.understand.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.audit.AuditReader;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Tie;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Networks: seen by their team, sealed at rest, every change undoable, merging without loss. */
@OnBothDatabases
class NetworksTest {
  @Parameter House house;

  @Test
  void onlyTheTeamSeesANetworkAndNothingOfItIsReadableAtRest() {
    Drawn drawn = new Drawn();
    SignedIn colleague = house.colleague(drawn.who.organisation(), Role.PROSECUTOR);
    SignedIn stranger = house.somebody(Role.ANALYST);
    for (SignedIn other : List.of(colleague, stranger)) {
      assertThat(networks().all(other)).isEmpty();
      assertThatThrownBy(() -> networks().open(drawn.id, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> changes().removeActor(drawn.id, drawn.a, other))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> history().undo(drawn.id, other)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> networks().addMember(drawn.id, other.user(), other))
          .isInstanceOf(NotFound.class);
    }
    networks().addMember(drawn.id, colleague.user(), drawn.who);
    assertThat(networks().open(drawn.id, colleague).network().actors()).hasSize(3);
    networks().removeMember(drawn.id, drawn.who.user(), colleague);
    assertThatThrownBy(() -> networks().open(drawn.id, drawn.who)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> networks().removeMember(drawn.id, colleague.user(), colleague))
        .isInstanceOf(Refused.class);
    List<String> stored =
        house
            .db()
            .sql("select content from network_element where network = :id")
            .param("id", drawn.id)
            .query((row, i) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .list();
    assertThat(stored)
        .isNotEmpty()
        .noneMatch(text -> text.contains("Anna") || text.contains("ref"));
  }

  /** Item 18: of one actor alone a measure may be not a number, and the table says so. */
  @Test
  void theTableOfANetworkWithOneActorOpens() {
    Member member = Member.of(house, Role.ANALYST);
    SignedIn who = Staff.signedIn(member.user());
    UUID id = networks().begin("One", "Who?", null, who);
    assertThat(member.browser().get("/understand/networks/" + id + "/table").status())
        .isEqualTo(200);
    changes().addActor(id, person("Anna"), who);
    for (String by : List.of("degree", "betweenness", "closeness", "pageRank", "constraint")) {
      Browser.Answer table = member.browser().get("/understand/networks/" + id + "/table?by=" + by);
      assertThat(table.status()).as(by).isEqualTo(200);
      assertThat(table.body()).contains("Anna").doesNotContain("NaN");
    }
  }

  @Test
  void datesOfTiesAreTypedAndShownInWords() {
    Member member = Member.of(house, Role.ANALYST);
    SignedIn who = Staff.signedIn(member.user());
    UUID id = networks().begin("Two", "Who?", null, who);
    changes().addActor(id, person("Anna"), who);
    changes().addActor(id, person("Boris"), who);
    Browser browser = member.browser();
    String at = "/understand/networks/" + id;
    browser.get(at + "/ties/new");
    Browser.Answer open =
        browser.post(
            at + "/ties", "one", "Anna", "other", "Boris", "kind", "kinship", "from", "soon");
    assertThat(open.status()).isEqualTo(422);
    assertThat(open.body()).contains("Write dates as 2019, April 2019 or 30 April 2019");
    for (String[] dates : new String[][] {{"April 2019", "30. јун 2019."}, {"2018", ""}}) {
      browser.get(at + "/ties/new");
      assertThat(
              browser
                  .post(
                      at + "/ties",
                      "one",
                      "Anna",
                      "other",
                      "Boris",
                      "kind",
                      "kinship",
                      "from",
                      dates[0],
                      "to",
                      dates[1],
                      "weight",
                      "1")
                  .status())
          .isEqualTo(302);
    }
    assertThat(browser.get(at + "/ties").body())
        .contains("April 2019 – 30 June 2019", "since 2018")
        .doesNotContain("2019-04", "2019-06");
    UUID tie =
        networks().open(id, who).state().ties().stream()
            .filter(one -> one.state().from().equals("2019-04"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(browser.get(at + "/ties/" + tie + "/edit").body())
        .contains("value=\"April 2019\"", "value=\"30 June 2019\"");
    assertThat(browser.get(at + "/panel?selected=" + tie).body())
        .contains("April 2019 – 30 June 2019");
    // a browser without a field for months sends what was typed
    assertThat(browser.get(at + "?from=april+2019&to=soon").body())
        .contains("value=\"2019-04\"", "value=\"soon\"", "Write the last month with its year");
  }

  /** Rule 7: what a page fetches by itself is no way around the log. */
  @Test
  void everyLookIsLogged() {
    Drawn drawn = new Drawn();
    assertThat(looks(drawn)).isZero();
    networks().look(drawn.id, drawn.who);
    networks().look(drawn.id, drawn.who);
    assertThat(looks(drawn)).as("one look, however often its page fetches").isEqualTo(1);
    networks().open(drawn.id, drawn.who);
    assertThat(looks(drawn)).isEqualTo(2);
    SignedIn colleague = house.colleague(drawn.who.organisation(), Role.ANALYST);
    networks().addMember(drawn.id, colleague.user(), drawn.who);
    networks().look(drawn.id, colleague);
    assertThat(looks(drawn)).isEqualTo(3);
  }

  private int looks(Drawn drawn) {
    return house.get(AuditReader.class).entries(drawn.id, null, "network.read", 0, 99).size();
  }

  @Test
  void everyChangeIsUndoneAndDoneAgain() {
    Drawn drawn = new Drawn();
    CaseNetwork before = now(drawn);
    changes().removeActor(drawn.id, drawn.b, drawn.who);
    assertThat(now(drawn).actors()).hasSize(2);
    assertThat(now(drawn).ties()).as("ties go with their ends").isEmpty();
    changes().changeActor(drawn.id, drawn.a, person("Anna, the elder"), drawn.who);
    assertThat(history().undo(drawn.id, drawn.who)).contains("actor.changed");
    assertThat(history().undo(drawn.id, drawn.who)).contains("actor.removed");
    assertSame(now(drawn), before);
    assertThat(history().redo(drawn.id, drawn.who)).contains("actor.removed");
    assertThat(now(drawn).actors()).hasSize(2);
    assertThat(history().redo(drawn.id, drawn.who)).contains("actor.changed");
    assertThat(now(drawn).actors()).extracting(Actor::label).contains("Anna, the elder");
    assertThat(history().redo(drawn.id, drawn.who)).isEmpty();
    history().undo(drawn.id, drawn.who);
    history().undo(drawn.id, drawn.who);
    assertSame(now(drawn), before);
    // whoever goes another way has nothing to do again
    changes().addActor(drawn.id, person("Dina"), drawn.who);
    assertThat(history().redo(drawn.id, drawn.who)).isEmpty();
    while (history().undo(drawn.id, drawn.who).isPresent()) {
      // to the very beginning
    }
    assertThat(now(drawn).actors()).isEmpty();
    while (history().redo(drawn.id, drawn.who).isPresent()) {
      // and back
    }
    assertThat(now(drawn).actors()).hasSize(4);
  }

  @Test
  void twoActorsAreOneUntilTheyAreParted() {
    Drawn drawn = new Drawn();
    CaseNetwork before = now(drawn);
    UUID other =
        changes()
            .addActor(
                drawn.id,
                new ActorState(
                    "", ActorKind.PERSON, "Ana", false, Map.of("born", List.of("1970")), null),
                drawn.who);
    changes().addTie(drawn.id, tie(other, drawn.c, "money"), drawn.who);
    changes().merge(drawn.id, other, drawn.a, drawn.who);
    CaseNetwork one = now(drawn);
    assertThat(one.actors()).hasSize(3);
    assertThat(one.ties())
        .extracting(tie -> tie.source() + tie.target())
        .contains(drawn.a.toString() + drawn.c);
    assertThat(one.actors().get(0).attributes()).containsEntry("born", List.of("1970"));
    assertThatThrownBy(() -> changes().merge(drawn.id, drawn.a, other, drawn.who))
        .isInstanceOf(Refused.class);
    UUID phone =
        changes()
            .addActor(
                drawn.id,
                new ActorState("", ActorKind.PHONE, "+381 00", false, Map.of(), null),
                drawn.who);
    assertThatThrownBy(() -> changes().merge(drawn.id, phone, drawn.a, drawn.who))
        .isInstanceOf(Refused.class);
    history().undo(drawn.id, drawn.who);
    changes().part(drawn.id, other, drawn.who);
    assertThat(now(drawn).actors()).hasSize(4);
    history().undo(drawn.id, drawn.who);
    history().undo(drawn.id, drawn.who);
    history().undo(drawn.id, drawn.who);
    history().undo(drawn.id, drawn.who);
    assertSame(now(drawn), before);
  }

  /** A file that comes twice brings its ties twice, but nobody twice. */
  @Test
  void whoIsKnownAlreadyIsTheSame() {
    Drawn drawn = new Drawn();
    CaseNetwork file =
        CaseNetwork.ofTies(List.of(Tie.plain("1", "x", "y", 2), Tie.plain("2", "y", "z", 1)));
    changes().enter(drawn.id, file, drawn.who);
    changes().enter(drawn.id, file, drawn.who);
    assertThat(now(drawn).actors()).hasSize(6);
    assertThat(now(drawn).ties()).hasSize(6);
    assertThat(history().undo(drawn.id, drawn.who)).contains("imported");
    assertThat(now(drawn).ties()).hasSize(4);
  }

  @Test
  void aTieNeedsBothEndsInTheSameNetwork() {
    Drawn drawn = new Drawn();
    Drawn other = new Drawn();
    assertThatThrownBy(
            () -> changes().addTie(drawn.id, tie(drawn.a, other.a, "kinship"), drawn.who))
        .isInstanceOf(NotFound.class);
  }

  private static void assertSame(CaseNetwork now, CaseNetwork before) {
    assertThat(now.actors()).containsExactlyInAnyOrderElementsOf(before.actors());
    assertThat(now.ties()).containsExactlyInAnyOrderElementsOf(before.ties());
  }

  /** Three people in a row. */
  private final class Drawn {
    private final SignedIn who = house.somebody(Role.ANALYST);
    private final UUID id = networks().begin("A network", "Who decides?", null, who);
    private final UUID a = changes().addActor(id, person("Anna"), who);
    private final UUID b = changes().addActor(id, person("Boris"), who);
    private final UUID c = changes().addActor(id, person("Cvetko"), who);

    Drawn() {
      changes().addTie(id, tie(a, b, "kinship"), who);
      changes().addTie(id, tie(b, c, "phone call"), who);
    }
  }

  static ActorState person(String label) {
    return new ActorState("", ActorKind.PERSON, label, false, Map.of(), null);
  }

  static TieState tie(UUID one, UUID other, String kind) {
    return new TieState(
        "", one, other, kind, 1, false, "2019", "", "report 7", "4x4:B2", true, Map.of(), null);
  }

  private CaseNetwork now(Drawn drawn) {
    return networks().find(drawn.id, drawn.who).network();
  }

  private Networks networks() {
    return house.get(Networks.class);
  }

  private Changes changes() {
    return house.get(Changes.class);
  }

  private History history() {
    return house.get(History.class);
  }
}
