package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.gate.Spoken;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;

/** Somebody writes, an officer answers, the writer comes back; nothing of it stands in clear. */
@OnBothDatabases
class TipTest {
  @Parameter House house;
  private TipScene scene;

  @BeforeEach
  void aTeamReceives() {
    scene = new TipScene(house);
  }

  @Test
  void withoutScriptsSomebodyWritesReadsAnAnswerAndAdds() {
    Browser writer = new Browser(house);
    Browser.Answer form = writer.get("/tips");
    assertThat(form.body().indexOf("tel:112"))
        .as("to call stands before to write")
        .isPositive()
        .isLessThan(form.body().indexOf("name=\"what\""));
    assertThat(form.body()).contains("data-exit", "until then the server could read it");
    String code = TipScene.code(scene.sends(writer, TipScene.TEXT, "where", "Niš"));
    assertThat(code.split(" ", -1)).hasSize(10);
    UUID tip = scene.newest();
    Browser officer = scene.officer.browser();
    assertThat(officer.get("/prevent/tips").body()).contains("/prevent/tips/" + tip);
    String at = "/prevent/tips/" + tip;
    assertThat(officer.get(at).body()).contains(TipScene.TEXT, "Niš", "Encrypted on arrival");
    assertThat(officer.post(at + "/answer", "answer", "How many doors has it?").location())
        .isEqualTo(at);
    officer.get(at);
    assertThat(officer.post(at + "/note", "note", "Known to the inspector").location())
        .isEqualTo(at);
    Browser back = scene.back(code.toUpperCase(java.util.Locale.ROOT));
    Browser.Answer inside = back.get("/tips/return/inside");
    assertThat(inside.body())
        .contains("How many doors has it?", "The team has read")
        .doesNotContain(TipScene.TEXT, "Known to the inspector");
    assertThat(
            back.post(
                    "/tips/return/add",
                    "ticket",
                    Browser.hidden(inside, "ticket"),
                    "what",
                    "Two doors, one is nailed up")
                .location())
        .isEqualTo("/tips/return/inside?sent=yes");
    assertThat(officer.get(at).body()).contains("Two doors, one is nailed up");
    assertThat(back.get("/tips/return/inside?sent=yes").body())
        .contains("What you added was sent.");
    assertThat(back.get("/tips/return/inside").body()).doesNotContain("What you added was sent.");
    assertThat(back.post("/tips/return/leave").location()).isEqualTo("/tips");
    assertThat(back.get("/tips/return/inside").location()).isEqualTo("/tips/return");
  }

  @Test
  void nothingOfItStandsInClear() throws Exception {
    try (Spoken log = new Spoken()) {
      String code = scene.sealed(TipScene.TEXT, true);
      UUID tip = scene.newest();
      scene.triage().open(scene.who, tip);
      scene.triage().answer(scene.who, tip, "The nailed door of Pelikan");
      scene.triage().note(scene.who, tip, "Pelikan again");
      InClear stored = new InClear(house);
      for (String word :
          List.of(
              "Pelikan",
              "brickyard",
              code,
              code.split(" ", -1)[0] + " " + code.split(" ", -1)[1])) {
        assertThat(stored.columns(word)).as(word).isEmpty();
        assertThat(log.text()).as(word).doesNotContain(word);
      }
    }
    assertThat(house.db().sql("select sealed from tip_part").query(byte[].class).list())
        .allMatch(TipEnvelope::isSealed);
  }

  @Test
  void anAnswerOpensOnlyWithTheCode() {
    String code = scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    scene.triage().answer(scene.who, tip, "Two doors?");
    TipTickets tickets = house.get(TipTickets.class);
    byte[] answer =
        house
            .db()
            .sql("select for_writer from tip_part where tip = :tip and author = 'team'")
            .param("tip", tip)
            .query(byte[].class)
            .single();
    assertThat(TipEnvelope.open(answer, tickets.key(code)).map(TipContent::what))
        .contains("Two doors?");
    assertThat(TipEnvelope.open(answer, house.get(TipTeams.class).key(scene.team()))).isEmpty();
    assertThat(TipEnvelope.open(answer, tickets.key(code + " x"))).isEmpty();
  }

  /** Whoever watches the wire sees three lengths and no more. */
  @Test
  void whateverIsWrittenHasOneOfThreeLengths() {
    String recipient = house.get(TipTeams.class).recipient(scene.team());
    Set<Integer> lengths =
        IntStream.of(0, 1, 9_000, 12_000, 20_000)
            .mapToObj(n -> TipEnvelope.seal(TipScene.content("ж".repeat(n)), recipient).length)
            .collect(Collectors.toSet());
    assertThat(lengths).hasSize(2);
    byte[] file = new byte[1_000_000];
    TipContent large =
        new TipContent("wrong", "x", "", "", "", false, List.of(new TipContent.TipFile("a", file)));
    lengths.add(TipEnvelope.seal(large, recipient).length);
    assertThat(lengths).hasSize(3);
    TipContent more =
        new TipContent(
            "wrong",
            "x",
            "",
            "",
            "",
            false,
            List.of(new TipContent.TipFile("a", new byte[4 << 20])));
    assertThatThrownBy(() -> TipEnvelope.seal(more, recipient))
        .isInstanceOf(Refused.class)
        .hasMessage("tips.refused.large");
  }

  /** The form of a server that died after the commit is sent again: same tip, same code. */
  @Test
  void aFormThatIsSentTwiceIsOneTip() {
    Browser writer = new Browser(house);
    Browser.Answer form = writer.get("/tips");
    house.clock().pass(Duration.ofMinutes(1));
    String first = TipScene.code(writer.post("/tips", scene.fields(form, TipScene.TEXT)));
    String second = TipScene.code(writer.post("/tips", scene.fields(form, TipScene.TEXT)));
    assertThat(second).isEqualTo(first);
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
  }

  @Test
  void ofEightAtOnceOneIsStoredAndAllAreAcknowledged() throws Exception {
    TipTicket ticket = scene.ticket();
    TipContent content = TipScene.content(TipScene.TEXT);
    try (Workers workers = new Workers()) {
      for (var sent :
          workers.all(
              IntStream.range(0, 8)
                  .<java.util.concurrent.Callable<Boolean>>mapToObj(
                      i ->
                          () -> {
                            scene.tips().send(ticket, scene.team(), content, false);
                            return true;
                          })
                  .toList())) {
        assertThat(sent.get()).isTrue();
      }
    }
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
    String code = String.join(" ", scene.tips().code(ticket));
    assertThat(scene.tips().read(scene.tips().enter(code, "n"))).isPresent();
  }

  /** Ends before the commit: nothing is stored, and the same form leads to one tip later. */
  @Test
  void whatEndsBeforeTheCommitLeavesNothing() {
    TipTicket ticket = scene.ticket();
    assertThatThrownBy(
            () ->
                house.inTransaction(
                    () -> {
                      scene
                          .tips()
                          .send(ticket, scene.team(), TipScene.content(TipScene.TEXT), false);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
    scene.tips().send(ticket, scene.team(), TipScene.content(TipScene.TEXT), false);
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
  }

  @Test
  void nobodyElseSeesIt() {
    scene.sealed(TipScene.TEXT, false);
    UUID tip = scene.newest();
    Member other = Member.of(house, Role.TRIAGE_OFFICER);
    assertThat(other.browser().get("/prevent/tips/" + tip).status()).isEqualTo(404);
    Member manager = Member.in(house, scene.team(), Role.CASE_MANAGER, Role.SUPERVISOR);
    assertThat(manager.browser().get("/prevent/tips/" + tip).status()).isEqualTo(404);
  }

  @Test
  void whenNobodyReceivesTheNumbersStay() {
    house.get(TipTeams.class).pause(scene.who);
    Browser.Answer page = new Browser(house).get("/tips");
    assertThat(page.body()).contains("tel:112", "Kosovo*", "* Kosovo: this designation");
    Browser writer = new Browser(house);
    assertThat(scene.sends(writer, TipScene.TEXT).status()).isEqualTo(422);
  }

  @Test
  void itIsThereInEachLanguage() {
    for (String language : List.of("fr", "sr-Cyrl", "sr-Latn")) {
      Browser writer = new Browser(house);
      writer.get("/language/" + language + "?to=/tips");
      String code = TipScene.code(scene.sends(writer, "Нешто није у реду"));
      assertThat(code.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
      Browser back = scene.back(code);
      assertThat(back.get("/tips/return/inside").status()).isEqualTo(200);
    }
  }

  /** The choice of a language on these pages ends with the browser. */
  @Test
  void noCookieOutlivesTheVisit() {
    Browser.Answer chosen = new Browser(house).get("/language/fr?to=/tips");
    assertThat(chosen.whole().headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("language=fr"))
        .allMatch(cookie -> !cookie.contains("Max-Age") && !cookie.contains("Expires"));
    Browser.Answer form = new Browser(house).get("/tips");
    assertThat(form.whole().headers().allValues("Set-Cookie"))
        .allMatch(cookie -> !cookie.contains("Max-Age") && !cookie.contains("Expires"));
  }

  private static final class Workers implements AutoCloseable {
    private final ExecutorService all = Executors.newFixedThreadPool(8);

    <T> List<java.util.concurrent.Future<T>> all(List<java.util.concurrent.Callable<T>> work)
        throws InterruptedException {
      return all.invokeAll(work);
    }

    @Override
    public void close() {
      all.shutdownNow();
    }
  }
}
