package org.passerelle.prevent.tip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.storage.House;
import org.passerelle.storage.PublicHouse;

/** Tips in the process of the public pages: sent, found again, answered, added to, logged. */
@Tag("slow")
@Tag("postgresql")
class PublicTipsTest {
  private final House house = House.on(House.Database.POSTGRESQL);
  private final TipScene scene = new TipScene(house);
  private static PublicHouse pages;

  @BeforeAll
  static void start() {
    pages = new PublicHouse(House.on(House.Database.POSTGRESQL));
  }

  @AfterAll
  static void end() {
    pages.close();
  }

  private Browser stranger() {
    return new Browser(pages.address());
  }

  @Test
  void whatIsSentThereIsReadInTheHouseAndAnsweredThere() {
    String code = TipScene.code(scene.sends(stranger(), TipScene.TEXT));
    UUID tip = scene.newest();
    assertThat(scene.triage().open(scene.who, tip).parts().get(0).content().orElseThrow().what())
        .isEqualTo(TipScene.TEXT);
    scene.triage().answer(scene.who, tip, "Thank you. Are the doors locked at night?");
    Browser back = back(code);
    assertThat(back.get("/tips/return/inside").body()).contains("Are the doors locked at night?");
    scene.triage().close(scene.who, tip, "advised", "Nothing more to do", "");
    Browser.Answer inside = back.get("/tips/return/inside");
    house.clock().pass(TipTicket.WAIT.plusSeconds(1));
    assertThat(
            back.post(
                    "/tips/return/add",
                    "ticket",
                    Browser.hidden(inside, "ticket"),
                    "what",
                    "They are, from ten o’clock")
                .location())
        .startsWith("/tips/return/inside");
    OpenedTip opened = scene.triage().open(scene.who, tip);
    assertThat(opened.parts()).hasSize(4);
    assertThat(opened.parts().get(3).content().orElseThrow().what())
        .isEqualTo("They are, from ten o’clock");
    assertThat(opened.tip().stage()).as("open again").isEqualTo("assessment");
    assertThat(opened.tip().due()).isNotNull();
  }

  /** A site that got hold of a page with its token and cookies, by whatever fault. */
  @Test
  void anotherSiteSendsNothingEvenWithAValidToken() {
    Browser stranger = stranger();
    Browser.Answer form = stranger.get("/tips");
    house.clock().pass(TipTicket.WAIT.plusSeconds(1));
    String[] fields = scene.fields(form, TipScene.TEXT);
    for (List<String> headers :
        List.of(
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"),
            List.of("Sec-Fetch-Site", "cross-site", "Origin", pages.address()),
            List.of("Origin", "https://elsewhere.example"),
            List.of("Origin", pages.address().replaceFirst(":[0-9]+$", ":1")),
            List.of("Origin", pages.address() + ".elsewhere.example"),
            List.of("Origin", "https://"),
            List.of("Origin", "x y"))) {
      assertThat(stranger.postWith(headers, "/tips", fields).status())
          .as("%s", headers)
          .isEqualTo(403);
    }
    assertThat(scene.triage().list(scene.who, false)).isEmpty();
    stranger.get("/tips");
    TipScene.code(
        stranger.postWith(
            List.of("Sec-Fetch-Site", "same-origin", "Origin", "null"), "/tips", fields));
    assertThat(scene.triage().list(scene.who, false)).hasSize(1);
    Browser another = stranger();
    Browser.Answer second = another.get("/tips");
    house.clock().pass(TipTicket.WAIT.plusSeconds(1));
    TipScene.code(
        another.postWith(
            List.of("Origin", pages.address()), "/tips", scene.fields(second, TipScene.TEXT)));
  }

  private Browser back(String code) {
    Browser writer = stranger();
    writer.get("/tips/return");
    assertThat(writer.post("/tips/return", "return-code", code).location())
        .isEqualTo("/tips/return/inside");
    return writer;
  }

  @Test
  void aBrowserThatSealsIsServedThereAndTheSameFormTwiceIsOneTip() {
    Browser writer = stranger();
    Browser.Answer form = writer.get("/tips");
    TipTicket ticket = scene.tips().ticketOf(Browser.hidden(form, "ticket")).orElseThrow();
    byte[] sealed =
        TipEnvelope.seal(
            TipScene.content(TipScene.TEXT), house.get(TipTeams.class).recipient(scene.team()));
    String[] fields = {
      "ticket",
      ticket.text(),
      "team",
      scene.team().toString(),
      "danger-now",
      "yes",
      "number",
      TipScene.solved(ticket)
    };
    String first = TipScene.code(writer.postFile("/tips", "sealed", "sealed", sealed, fields));
    String again = TipScene.code(writer.postFile("/tips", "sealed", "sealed", sealed, fields));
    assertThat(again).isEqualTo(first);
    List<Tip> tips = scene.triage().list(scene.who, false);
    assertThat(tips).hasSize(1);
    assertThat(tips.get(0).sealedBy()).isEqualTo("browser");
    assertThat(tips.get(0).danger()).isTrue();
  }

  @Test
  void aCodeOfTheHouseLeadsToItsTipThereToo() {
    String code = scene.sealed(TipScene.TEXT, false);
    scene.triage().answer(scene.who, scene.newest(), "We have begun");
    assertThat(back(code).get("/tips/return/inside").body()).contains("We have begun");
    Browser wrong = stranger();
    wrong.get("/tips/return");
    assertThat(wrong.post("/tips/return", "return-code", "apple apple apple").status())
        .isEqualTo(422);
  }

  @Test
  void ofATipThatWasDeletedNothingIsFoundThere() {
    String code = TipScene.code(scene.sends(stranger(), TipScene.TEXT));
    scene.triage().close(scene.who, scene.newest(), "advised", "Nothing more to do", "");
    house.clock().pass(TipRetention.KEPT.plusSeconds(60));
    Browser writer = back(code);
    house.get(TipRetention.class).deleteOld();
    assertThat(writer.get("/tips/return/inside").location()).isEqualTo("/tips/return");
    writer.get("/tips/return");
    assertThat(writer.post("/tips/return", "return-code", code).status()).isEqualTo(422);
  }

  @Test
  void theHouseWritesTheLinesOfTheLog() {
    String code = TipScene.code(scene.sends(stranger(), TipScene.TEXT));
    UUID tip = scene.newest();
    assertThat(lines(tip)).isEmpty();
    house.get(TipArrivals.class).log();
    assertThat(lines(tip)).containsExactly("tip.arrived");
    Browser back = back(code);
    Browser.Answer inside = back.get("/tips/return/inside");
    house.clock().pass(TipTicket.WAIT.plusSeconds(1));
    back.post(
        "/tips/return/add", "ticket", Browser.hidden(inside, "ticket"), "what", "Another van came");
    house.get(TipArrivals.class).log();
    house.get(TipArrivals.class).log();
    assertThat(lines(tip)).containsExactly("tip.arrived", "tip.added");
  }

  private List<String> lines(UUID tip) {
    return house
        .db()
        .sql("select action from audit_entry where subject = :tip order by number")
        .params(Map.of("tip", tip))
        .query(String.class)
        .list();
  }
}
