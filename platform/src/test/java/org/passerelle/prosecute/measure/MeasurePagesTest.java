package org.passerelle.prosecute.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Measures and assets by their forms, with what the page says when something is not taken. */
@OnBothDatabases
class MeasurePagesTest {
  private static final String NEEDED = "This is needed to go on.";
  private static final String FUTURE = "This date is in the future. Check the year.";
  private static final String AMOUNT = "Write an amount above 0, such as 12 500.50.";
  @Parameter House house;
  private Member member;
  private SignedIn who;
  private UUID id;
  private String today;
  private String tomorrow;

  @BeforeEach
  void anInvestigation() {
    member = Member.of(house, Role.PROSECUTOR);
    who = Staff.signedIn(member.user());
    id = new Scenes(house).begun(who).id();
    today = new Scenes(house).today().toString();
    tomorrow = new Scenes(house).today().plusDays(2).toString();
  }

  @Test
  void aMeasureIsOrderedCarriedOutAndEnded() {
    UUID suspect = new Scenes(house).suspect(id, "Anton Grey", who);
    RoomForms all = on("/measures");
    assertThat(all.shown()).contains("No measure yet", "S-1 Anton Grey");
    all.isTold(NEEDED, "", "kind", "", "authority", "", "ordered", "");
    all.isTold("Choose one of the options", "", order("torture", "Court", today, "", ""));
    all.isTold(FUTURE, "", order("interception", "Court", tomorrow, "", ""));
    all.isTold(
        "The last day comes before the first.",
        "",
        order("interception", "Court", today, tomorrow, today));
    String at =
        all.sends(
            "",
            "kind",
            "interception",
            "suspect",
            suspect.toString(),
            "authority",
            "Court of the city",
            "ordered",
            today,
            "until",
            tomorrow,
            "limit",
            "Two days",
            "source",
            "Order 5");
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("S-1", "Court of the city", "Two days", "Order 5");
    assertThat(all.shown()).contains(">ordered<");
    one.isTold(FUTURE, "/executed", "on", tomorrow);
    assertThat(one.isTold(NEEDED, "/end", "ended", "", "result", "Nothing"))
        .as("the other form is as it was")
        .containsPattern("id=\"on\"[^>]*value=\"" + today)
        .doesNotContainPattern("id=\"ended\"[^>]*value=\"" + today);
    one.sends("/executed", "on", today);
    assertThat(one.shown()).doesNotContain(at + "/executed\" class");
    assertThat(all.shown()).contains(">carried out<");
    one.isTold(NEEDED, "/end", "ended", today, "result", "");
    one.isTold(FUTURE, "/end", "ended", tomorrow, "result", "Nothing");
    one.sends("/end", "ended", today, "result", "Nothing was heard");
    assertThat(one.shown()).contains("Nothing was heard").doesNotContain(at + "/end\" class");
  }

  @Test
  void aMeasureThatAColleagueEndedMeanwhileIsNotEndedAgain() {
    LocalDate day = new Scenes(house).today();
    for (String act : new String[] {"/end", "/executed"}) {
      String at = on("/measures").sends("", order("search", "Court", today, "", ""));
      UUID measure = UUID.fromString(at.replaceFirst(".*/", ""));
      new RoomForms(member.browser(), at)
          .isToldAfter(
              () -> house.get(Measures.class).end(id, measure, day, "Theirs", who),
              "The measure has ended.",
              act,
              "ended",
              today,
              "on",
              today,
              "result",
              "Mine");
      assertThat(house.get(Measures.class).find(id, measure, who).words().result())
          .isEqualTo("Theirs");
    }
  }

  private static String[] order(
      String kind, String authority, String ordered, String from, String until) {
    return new String[] {
      "kind", kind, "authority", authority, "ordered", ordered, "from", from, "until", until
    };
  }

  @Test
  void anAssetIsEnteredWithWhatBecameOfIt() {
    RoomForms all = on("/assets");
    assertThat(all.shown()).contains("No asset yet");
    all.isTold(NEEDED, "", asset("", "", "EUR", "FR"));
    for (String wrong : new String[] {"0", "-5", "much", "12.345,678", "99999999999999"}) {
      all.isTold(AMOUNT, "", asset("A car", wrong, "EUR", "FR"));
    }
    all.isTold("Choose one of the options", "", asset("A car", "", "XXX", "FR"));
    String at = all.sends("", asset("A grey car", "12 500.50", "EUR", "FR"));
    RoomForms one = new RoomForms(member.browser(), at);
    assertThat(one.shown()).contains("A grey car", "12,500.50 EUR", "No step yet.");
    one.isTold(NEEDED, "", step("", today, "", ""));
    one.isTold(FUTURE, "", step("seized", tomorrow, "300", ""));
    one.isTold(AMOUNT, "", step("seized", today, "-1", ""));
    one.sends("", step("seized", today, "300", ""));
    one.isTold(
        "More would be confiscated than was seized or frozen. Say why in the remarks.",
        "",
        step("confiscated", today, "300.01", ""));
    one.sends("", step("confiscated", today, "300.01", "With interest"));
    assertThat(one.shown()).contains("300.01 EUR", "With interest");
    UUID asset = UUID.fromString(at.replaceFirst(".*/", ""));
    UUID seized =
        house.get(Assets.class).find(id, asset, who).steps().stream()
            .filter(step -> step.kind().equals("seized"))
            .findFirst()
            .orElseThrow()
            .id();
    String strike = "/steps/" + seized + "/strike";
    assertThat(one.shown()).contains(at + strike);
    one.sends(strike);
    assertThat(one.shown()).contains("<s>Seized").doesNotContain("<s>Confiscated");
    assertThat(house.get(Assets.class).find(id, asset, who).taken()).isEqualByComparingTo("0");
  }

  private static String[] asset(String what, String value, String currency, String country) {
    return new String[] {
      "what", what, "kind", "vehicle", "value", value, "currency", currency, "country", country
    };
  }

  private static String[] step(String kind, String on, String amount, String note) {
    return new String[] {
      "kind", kind, "on", on, "amount", amount, "authority", "Court", "note", note
    };
  }

  @Test
  void aClosedInvestigationShowsNoFormAndTakesNothing() {
    String measure = on("/measures").sends("", order("search", "Court", today, "", ""));
    String asset = on("/assets").sends("", asset("A car", "", "EUR", "FR"));
    RoomForms one = new RoomForms(member.browser(), measure);
    meanwhileClosed(on("/measures"), "", order("search", "Court", today, "", ""));
    meanwhileClosed(on("/assets"), "", asset("Another", "", "EUR", "FR"));
    meanwhileClosed(one, "/end", "ended", today, "result", "Nothing");
    meanwhileClosed(new RoomForms(member.browser(), asset), "", step("seized", today, "1", ""));
    close();
    assertThat(one.shown()).doesNotContain("<form method=\"post\" action=\"" + measure);
    assertThat(new RoomForms(member.browser(), asset).shown())
        .doesNotContain("<form method=\"post\" action=\"" + asset);
    assertThat(house.get(Assets.class).of(id, who)).hasSize(1);
    assertThat(house.get(Measures.class).of(id, who)).hasSize(1);
  }

  private void meanwhileClosed(RoomForms forms, String below, String... fields) {
    forms.isToldAfter(this::close, "The investigation is closed.", below, fields);
    house.get(Investigations.class).suspend(id, false, who);
  }

  private void close() {
    house.get(Investigations.class).close(id, "handed_over", new Scenes(house).today(), who);
  }

  @Test
  void whoeverIsNotOnTheTeamFindsNeitherPageNorForm() {
    String measure = on("/measures").sends("", order("search", "Court", today, "", ""));
    Member outside = Member.in(house, who.organisation(), Role.PROSECUTOR);
    for (String path : new String[] {here("/measures"), here("/assets"), measure}) {
      assertThat(outside.browser().get(path).status()).as(path).isEqualTo(404);
    }
    outside.browser().get("/prosecute/investigations");
    assertThat(outside.browser().post(measure + "/end", "ended", today, "result", "Mine").status())
        .isEqualTo(404);
    assertThat(outside.browser().post(here("/assets"), asset("A car", "", "EUR", "FR")).status())
        .isEqualTo(404);
  }

  private RoomForms on(String below) {
    return new RoomForms(member.browser(), here(below));
  }

  private String here(String below) {
    return "/prosecute/investigations/" + id + below;
  }
}
