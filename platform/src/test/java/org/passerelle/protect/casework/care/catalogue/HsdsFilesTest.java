package org.passerelle.protect.casework.care.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An HSDS 3.0 file is imported completely or not at all, and exported unchanged. */
@OnBothDatabases
@Tag("slow")
class HsdsFilesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  @Parameter House house;

  private HsdsFiles files() {
    return house.get(HsdsFiles.class);
  }

  private static byte[] sample() {
    return resource("sample.json");
  }

  private static byte[] resource(String name) {
    try (var in = HsdsFilesTest.class.getResourceAsStream("/hsds/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] sample(String what, String instead) {
    String text = new String(sample(), StandardCharsets.UTF_8);
    assertThat(text).contains(what);
    return text.replace(what, instead).getBytes(StandardCharsets.UTF_8);
  }

  private List<CareService.Line> own(SignedIn who) {
    return house.get(Catalogue.class).own(CareService.Search.ALL, who);
  }

  private HsdsFiles.Taken take(byte[] file, SignedIn who) {
    return files().take(files().read(file, who), who);
  }

  @Test
  void whatComesInIsReadAndLeavesAsItCame() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    assertThat(take(sample(), who)).isEqualTo(new HsdsFiles.Taken(3, 0, 0));
    CareService.Line line =
        own(who).stream().filter(l -> l.name().startsWith("Advice")).findFirst().orElseThrow();
    assertThat(line.provider()).isEqualTo("Омладински центар");
    CareService advice = house.get(Catalogue.class).find(line.id(), who).service();
    assertThat(advice.needs()).containsExactly("schooling");
    assertThat(advice.languages()).containsExactly("sq", "sr");
    assertThat(advice.minAge()).isEqualTo(12);
    assertThat(advice.when().days()).containsExactly("MO", "TU", "FR");
    assertThat(advice.when().opens()).isEqualTo("10:00");
    assertThat(advice.cost().amount()).isZero();
    assertThat(advice.where().access()).isEqualTo("Lift, wide doors");
    assertThat(advice.contact().phone()).isEqualTo("+381 11 000 111");
    byte[] out = files().export(who);
    assertThat(files().read(out, who).faults()).isEmpty();
    JsonNode before = JSON.readTree(sample()).path(0);
    assertThat(JSON.readTree(out).valueStream()).contains(before);
    // a second import recognises entries by their identifiers
    assertThat(take(sample(), who)).isEqualTo(new HsdsFiles.Taken(0, 0, 3));
    assertThat(take(sample("two days", "a week"), who)).isEqualTo(new HsdsFiles.Taken(0, 1, 2));
    assertThat(own(who)).hasSize(3);
    SignedIn other = house.somebody(Role.SUPERVISOR);
    assertThat(take(sample(), other))
        .as("another organisation’s")
        .isEqualTo(new HsdsFiles.Taken(3, 0, 0));
  }

  @Test
  void aChangeKeepsUnknownData() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    take(sample(), who);
    Catalogue catalogue = house.get(Catalogue.class);
    CareService.Line line =
        own(who).stream().filter(l -> l.name().startsWith("Advice")).findFirst().orElseThrow();
    CareService.Entry entry = catalogue.find(line.id(), who);
    CareService was = entry.service();
    CareService now =
        new CareService(
            "Advice for all",
            was.description(),
            List.of("legal", "work"),
            was.status(),
            null,
            null,
            List.of("sr", "fr"),
            was.where(),
            was.when(),
            was.cost(),
            was.contact(),
            was.assured());
    catalogue.change(entry.id(), entry.version(), now, who);
    assertThat(catalogue.find(entry.id(), who).service()).isEqualTo(now);
    JsonNode out = JSON.readTree(files().export(who)).path(0);
    assertThat(out.path("name").asString("")).isEqualTo("Advice for all");
    assertThat(out.path("wait_time").asString("")).isEqualTo("two days");
    assertThat(out.path("schedules")).hasSize(2);
    assertThat(out.path("languages").toString()).contains("Welsh", "fr").doesNotContain("sqi");
    assertThat(out.path("attributes").toString()).contains("elsewhere", "legal", "work");
    assertThat(out.has("minimum_age")).isFalse();
    assertThat(files().read(files().export(who), who).faults()).isEmpty();
    // saved by the form: provider data added on export are not a change
    catalogue.add(was, who);
    assertThat(take(files().export(who), who)).isEqualTo(new HsdsFiles.Taken(0, 0, 4));
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsTaken() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    assertFault(
        sample("\"status\": \"defunct\"", "\"status\": \"gone\""), 3, "status", "enum", who);
    assertFault(
        sample("\"number\": \"+381 11 000 111\", ", ""), 1, "phones[0].number", "required", who);
    assertFault(
        sample("\"minimum_age\": 12", "\"minimum_age\": \"twelve\""),
        1,
        "minimum_age",
        "type",
        who);
    assertFault(
        sample("6f1c1f7e-0a35-4d2c-9b0e-6a3c2c0f6a03", "number three"), 3, "id", "format", who);
    assertFault(sample("2026-02-10", "last winter"), 1, "assured_date", "format", who);
    assertFault(
        sample("6f1c1f7e-0a35-4d2c-9b0e-6a3c2c0f6a03", "6f1c1f7e-0a35-4d2c-9b0e-6a3c2c0f6a02"),
        3,
        "id",
        "twice",
        who);
    assertFault(
        sample("\"maximum_age\": 25", "\"maximum_age\": 9"),
        1,
        "maximum_age",
        "catalogue.refused.ages",
        who);
    assertFault(
        sample("schooling", "housing"),
        1,
        "service_at_locations[0].location.addresses[0].address_1",
        "catalogue.refused.address",
        who);
    for (String none : List.of("{", "[]", "7", "{\"contents\": []}")) {
      assertThatThrownBy(() -> files().read(none.getBytes(StandardCharsets.UTF_8), who))
          .as(none)
          .isInstanceOf(Refused.class);
    }
    assertThat(own(who)).isEmpty();
  }

  private void assertFault(byte[] file, int number, String field, String rule, SignedIn who) {
    HsdsFiles.Read read = files().read(file, who);
    assertThat(read.faults())
        .extracting(HsdsFiles.Fault::number, HsdsFiles.Fault::field, HsdsFiles.Fault::rule)
        .contains(org.assertj.core.groups.Tuple.tuple(number, field, rule));
    assertThatThrownBy(() -> files().take(read, who)).isInstanceOf(Refused.class);
  }

  @Test
  void whereAPlaceToLiveIsGoesNeitherInNorOut() {
    SignedIn who = house.somebody(Role.SUPERVISOR);
    String location = "service_at_locations[0].location.";
    byte[] housing = sample("schooling", "housing");
    for (String field :
        List.of("name", "description", "transportation", "latitude", "addresses[0].address_2")) {
      assertFault(hidden(housing), 1, location + field, "catalogue.refused.address", who);
    }
    assertFault(
        hidden(housing), 1, location + "addresses[1].city_2", "catalogue.refused.address", who);
    assertThat(files().read(hidden(sample()), who).faults()).isEmpty();
    // classifying it later as housing removes all that
    take(hidden(sample()), who);
    Catalogue catalogue = house.get(Catalogue.class);
    CareService.Line line =
        own(who).stream().filter(l -> l.name().startsWith("Advice")).findFirst().orElseThrow();
    CareService.Entry entry = catalogue.find(line.id(), who);
    CareService was = entry.service();
    CareService.Where where = new CareService.Where("", "11000", "Beograd", "RS", "Lift");
    catalogue.change(
        entry.id(),
        entry.version(),
        new CareService(
            was.name(),
            was.description(),
            List.of("housing"),
            was.status(),
            was.minAge(),
            was.maxAge(),
            was.languages(),
            where,
            was.when(),
            was.cost(),
            was.contact(),
            was.assured()),
        who);
    byte[] out = files().export(who);
    assertThat(files().read(out, who).faults()).isEmpty();
    assertThat(new String(out, StandardCharsets.UTF_8))
        .contains("Beograd")
        .doesNotContain("Hidden", "44.8125", "Lift");
  }

  /** The first service of a file with additional location data. */
  private static byte[] hidden(byte[] file) {
    JsonNode all = JSON.readTree(file);
    ObjectNode at = (ObjectNode) all.path(0).path("service_at_locations").path(0);
    ObjectNode location = (ObjectNode) at.path("location");
    location
        .put("name", "Hidden house")
        .put("description", "Hidden behind the station")
        .put("transportation", "Bus to Hidden square")
        .put("latitude", 44.8125)
        .put("longitude", 20.4612);
    ObjectNode address = (ObjectNode) location.path("addresses").path(0);
    address.put("address_2", "Hidden door");
    ObjectNode second = address.deepCopy();
    second.put("id", "6f1c1f7e-0a35-4d2c-9b0e-6a3c2c0f6aff").put("city_2", "Hidden");
    ((ArrayNode) location.path("addresses")).add(second);
    return JSON.writeValueAsBytes(all);
  }

  @Test
  void aFileGoesInAndOutOnItsPage() {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    String at = "/protect/catalogue/exchange";
    browser.get(at);
    Browser.Answer faulty =
        browser.postFile(
            at,
            "file",
            "services.json",
            sample("\"active\",\n    \"minimum_age\"", "\"open\",\n    \"minimum_age\""));
    assertThat(faulty.status()).isEqualTo(422);
    assertThat(faulty.body())
        .contains(
            "Service 1 (“Advice for young people”): status must be one of",
            "Nothing was imported.");
    browser.get(at);
    assertThat(browser.postFile(at, "file", "services.json", sample()).location())
        .isEqualTo("/protect/catalogue?own=1");
    assertThat(browser.get("/protect/catalogue?own=1").body())
        .contains("3 new, 0 changed, 0 as before.", "Helpline at night", "need not stated");
    assertThat(browser.get(at + "/services.json").body()).contains("House of the youth");
  }

  /** All examples of Open Referral that hold a service, as published; see their notice. */
  @Test
  void publicExamplesAreTakenAndLeaveSound() {
    for (String name : List.of("service_full", "service_list", "organization_full")) {
      SignedIn who = house.somebody(Role.SUPERVISOR);
      HsdsFiles.Read read = files().read(resource("open-referral/" + name + ".json"), who);
      assertThat(read.faults()).as(name).isEmpty();
      HsdsFiles.Taken taken = files().take(read, who);
      assertThat(taken.added()).as(name).isPositive();
      byte[] out = files().export(who);
      assertThat(files().read(out, who).faults()).as(name).isEmpty();
      assertThat(take(out, who))
          .as(name + " comes back as it left")
          .isEqualTo(new HsdsFiles.Taken(0, 0, taken.added()));
    }
  }
}
