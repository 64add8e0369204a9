package org.passerelle.protect.casework.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.signin.SessionSettings;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who enrols a phone, who sees phones, and what a lost one is told. */
@OnBothDatabases
@Tag("slow")
class PhonesTest {
  private static final JsonMapper JSON = new JsonMapper();
  @Parameter House house;
  private Member officer;

  @BeforeEach
  void anOfficer() {
    officer = Member.of(house, Role.FIRST_RESPONDER);
  }

  private TestPhone.Answer enrol(String body) {
    return PhoneCalls.post(
        house,
        officer.browser().session(),
        "/phone/enrolments",
        body.getBytes(StandardCharsets.UTF_8),
        "application/json",
        Map.of());
  }

  @Test
  void anAdministratorSeesAllAndEverybodyTheirOwn() {
    TestPhone first = TestPhone.of(house, officer.browser(), "Плави Нокиа");
    TestPhone.of(house, officer.browser(), "");
    first.here(3);
    Browser administrator =
        Member.in(house, officer.user().organisation(), Role.ADMINISTRATOR).browser();
    assertThat(administrator.get("/house/phones").body())
        .contains("Плави Нокиа", officer.user().name(), "3 records", "Phone without a name");
    assertThat(officer.browser().get("/house/phones").status()).isEqualTo(404);
    assertThat(officer.browser().get("/account").body()).contains("/account/phones");
    assertThat(officer.browser().get("/account/phones").body())
        .contains("Плави Нокиа", "3 records were waiting", "Phone without a name");
    Member colleague = Member.in(house, officer.user().organisation(), Role.FIRST_RESPONDER);
    TestPhone.of(colleague);
    assertThat(colleague.browser().get("/account/phones").body()).doesNotContain("Плави");
    assertThat(colleague.browser().post("/account/phones/" + first.id() + "/lost").status())
        .isEqualTo(404);
    assertThat(first.here(0).json().required("phone").asString()).isEqualTo("ENROLLED");
    administrator.get("/house/phones");
    assertThat(administrator.post("/house/phones/" + first.id() + "/lost").status()).isEqualTo(302);
    assertThat(first.here(0).json().required("phone").asString()).isEqualTo("LOST");
    assertThat(new InClear(house).columns("Плави Нокиа")).isEmpty();
  }

  @Test
  void aLostPhoneLearnsItThoughNobodyIsSignedInOnIt() {
    TestPhone phone = TestPhone.of(officer);
    String here = "/phone/here?phone=" + phone.id();
    JsonNode before = PhoneCalls.get(house, "nobody", here).json();
    assertThat(before.required("signedIn").asBoolean()).isFalse();
    assertThat(before.has("lost")).isFalse();
    officer.browser().get("/account/phones");
    officer.browser().post("/account/phones/" + phone.id() + "/lost");
    JsonNode after = PhoneCalls.get(house, "nobody", here).json();
    JsonNode said = phone.payload(after.required("lost").asString());
    assertThat(said.required("phone").asString()).isEqualTo(phone.id().toString());
    assertThat(said.required("lost").asBoolean()).isTrue();
    assertThat(after.has("phone")).as("whose it is, or that it is known").isFalse();
    UUID stranger = UUID.randomUUID();
    assertThat(PhoneCalls.get(house, "nobody", "/phone/here?phone=" + stranger).json().has("lost"))
        .isFalse();
  }

  /** The node was restored from a backup made before the phone was enrolled. */
  @Test
  void aPhoneThatTheHouseForgotIsEnrolledOnceMoreAsTheOneItWas() {
    TestPhone phone = TestPhone.of(officer);
    Map<String, Object> record = phone.screening("screening-short", TestPhone.present());
    byte[] sealed = phone.sealed(record);
    house.db().sql("delete from phone where id = :id").param("id", phone.id()).update();
    assertThat(phone.here(1).json().required("phone").asString()).isEqualTo("UNKNOWN");
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).code()).isEqualTo("unknown-phone");

    TestPhone.Answer again = enrol(phone.enrolment(phone.id()));
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.json().required("phone").asString()).isEqualTo(phone.id().toString());
    assertThat(phone.here(1).json().required("phone").asString()).isEqualTo("ENROLLED");
    assertThat(phone.handIn(TestPhone.idOf(record), sealed).status()).isEqualTo(201);

    assertThat(enrol(phone.enrolment(phone.id())).status()).as("it is known").isEqualTo(409);
    officer.browser().get("/account/phones");
    officer.browser().post("/account/phones/" + phone.id() + "/lost");
    assertThat(enrol(phone.enrolment(phone.id())).status()).as("it is lost").isEqualTo(409);
  }

  @Test
  void onlyAnOpenKeyOnItsCurveIsEnrolledAndNothingElseIsKeptOfIt() throws JOSEException {
    String open = TestPhone.newKey().toPublicJWK().toJSONString();
    for (String key :
        new String[] {
          TestPhone.newKey().toJSONString(),
          new ECKeyGenerator(Curve.P_384).generate().toPublicJWK().toJSONString(),
          open.replaceAll("\"x\":\"[^\"]*", "\"x\":\"" + "A".repeat(43)),
          "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
          "\"none\""
        }) {
      TestPhone.Answer answer = enrol("{\"name\":\"x\",\"key\":" + key + "}");
      assertThat(answer.status()).as(key).isEqualTo(422);
      assertThat(answer.code()).isEqualTo("unreadable");
    }
    assertThat(enrol("{").code()).isEqualTo("unreadable");
    assertThat(enrol("{}").code()).isEqualTo("unreadable");
    TestPhone.Answer enrolled =
        enrol("{\"name\":\"x\",\"key\":" + open.replace("{", "{\"kid\":\"Ana\",") + "}");
    assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(201);
    assertThat(
            house
                .db()
                .sql("select jwk from phone where id = :id")
                .param(
                    "id", java.util.UUID.fromString(enrolled.json().required("phone").asString()))
                .query(String.class)
                .single())
        .doesNotContain("Ana", "\"d\"");
  }

  @Test
  void twoPhonesAreFineAndTwentyOneAreNot() throws Exception {
    for (int i = 0; i < Phones.OF_ONE_USER - 1; i++) {
      TestPhone.of(officer);
    }
    List<Callable<TestPhone.Answer>> hands = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      hands.add(() -> enrol("{\"name\":\"x\",\"key\":" + TestPhone.newKey().toPublicJWK() + "}"));
    }
    List<TestPhone.Answer> answers = AtOnce.all(hands);
    assertThat(answers.stream().filter(one -> one.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(one -> one.status() != 201))
        .allMatch(one -> one.status() == 409 && one.code().equals("too-many-phones"))
        .allMatch(one -> one.json().required("detail").asString().contains("as many phones"));
  }

  @Test
  void whoeverIsNotSignedInLearnsTheTimeAndTheKey() {
    JsonNode here = PhoneCalls.get(house, "none", "/phone/here").json();
    assertThat(here.required("signedIn").asBoolean()).isFalse();
    assertThat(here.required("now").asString()).isEqualTo(house.clock().instant().toString());
    assertThat(here.size()).isEqualTo(2);
    assertThat(PhoneCalls.get(house, "none", "/phone/key").json().has("key")).isTrue();
    TestPhone.Answer along = PhoneCalls.get(house, "none", "/phone/along");
    assertThat(along.status()).isEqualTo(401);
    assertThat(along.code()).isEqualTo("signed-out");
    assertThat(along.whole().headers().firstValue("Content-Type").orElse(""))
        .contains("application/problem+json");
  }

  /** Otherwise a phone that asks every minute would keep a desktop session open for ever. */
  @Test
  void whatAPhoneAsksByItselfDoesNotKeepASessionOpen() {
    TestPhone phone = TestPhone.of(officer);
    Duration idle = house.get(SessionSettings.class).idle();
    officer.browser().get("/account");
    house.clock().pass(idle.minusSeconds(1));
    assertThat(phone.here(0).json().required("signedIn").asBoolean()).isTrue();
    house.clock().pass(Duration.ofSeconds(1));
    assertThat(phone.here(0).json().required("signedIn").asBoolean()).isFalse();
    assertThat(Member.isInside(officer.browser())).isFalse();
  }

  @Test
  void aFormOfAnotherSiteEnrolsNothing() {
    // the browser sends the cookie automatically, but nobody else has the token
    Browser.Answer answer = officer.browser().postBare("/phone/enrolments", "name", "x");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(JSON.readTree(answer.body()).required("code").asString()).isEqualTo("stale");
  }

  @Test
  void aProblemSpeaksTheReadersLanguage() {
    TestPhone phone = TestPhone.of(officer);
    officer.browser().get("/language/fr?to=/");
    TestPhone.Answer english = phone.handIn(java.util.UUID.randomUUID(), new byte[] {1});
    assertThat(english.json().required("detail").asString()).contains("did not arrive completely");
  }
}
