package org.passerelle.understand.network.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Period;
import org.passerelle.network.Tie;
import org.passerelle.pages.Filled;
import org.passerelle.pages.FormErrors;
import org.passerelle.understand.network.Look;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** A look stands in an address without a word of the team, and comes back as it was. */
class ViewFormTest {
  private static final CaseNetwork NETWORK = network(40);

  @Test
  void aLookComesBackAsItWas() {
    String query = everything();
    assertThat(query).as("longer than a line of a form").hasSizeGreaterThan(500);
    assertThat(query).doesNotContain("kind").doesNotContain("report");
    assertThat(ViewForm.kept(Filled.with(Map.of("look", query)), NETWORK)).isEqualTo(query);
  }

  @Test
  void whoeverComesFromALongLookComesBackToTheNetwork() {
    UUID id = UUID.fromString("00000000-0000-7000-8000-000000000001");
    String at = "/understand/networks/" + id;
    assertThat(ViewForm.back(id, Filled.with(Map.of("look", "size=core&selected=g1"))))
        .isEqualTo(at + "?size=core&selected=g1");
    assertThat(ViewForm.back(id, Filled.with(Map.of("look", everything()))))
        .as("what is stored of a form's way has 500 characters")
        .isEqualTo(at);
    assertThat(ViewForm.back(id, Filled.with(Map.of("look", "x=1#//elsewhere.example"))))
        .isEqualTo(at);
    assertThat(ViewForm.back(id, Filled.with(Map.of("look", "x=%zz")))).isEqualTo(at);
  }

  @Test
  void whatCannotBeMeantCountsAsNotTold() {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.add("from", "2019-13");
    sent.add("grading", "Z9");
    sent.add("selected", "<b>");
    sent.add("resolution", "0");
    sent.add("least", "-4");
    sent.add("way", "nobody");
    assertThat(ViewForm.read(Filled.of(sent), NETWORK)).isEqualTo(Look.USUAL);
    sent.set("from", "2020-02");
    sent.add("to", "2019-01");
    assertThat(ViewForm.read(Filled.of(sent), NETWORK).lens().from())
        .as("months that are exchanged are turned")
        .isEqualTo("2019-01");
  }

  /** Where a browser has no field for a month, it is a text. */
  @ParameterizedTest
  @CsvSource({
    "2019-04, 2019-04",
    "4/2019, 2019-04",
    "April 2019, 2019-04",
    "avril 2019, 2019-04",
    "април 2019., 2019-04",
    "apr. 2019, 2019-04",
    "9 April 2019, 2019-04",
    "2019, 2019-01"
  })
  void aMonthIsReadAsPeopleWriteIt(String typed, String month) {
    Filled sent = Filled.with(Map.of("from", typed));
    assertThat(ViewForm.read(sent, NETWORK).lens().from()).isEqualTo(month);
    assertThat(sent.errors().isEmpty()).isTrue();
  }

  @Test
  void aYearEndsWithItsLastMonthAndWhatIsNoMonthIsSaidAtItsField() {
    Filled sent = Filled.with(Map.of("from", "spring 2019", "to", "2019"));
    Look look = ViewForm.read(sent, NETWORK);
    assertThat(look.lens().from()).isEmpty();
    assertThat(look.lens().to()).isEqualTo("2019-12");
    assertThat(sent.errors().all())
        .extracting(FormErrors.Problem::field, FormErrors.Problem::key)
        .containsExactly(tuple("from", "network.period.from.error"));
  }

  private static String everything() {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    ViewForm.tieKinds(NETWORK).forEach(kind -> sent.add("without", ViewForm.code(kind)));
    sent.add("source", ViewForm.code("report 3"));
    sent.add("from", "2019-04");
    return ViewForm.query(ViewForm.read(Filled.of(sent), NETWORK));
  }

  private static CaseNetwork network(int kinds) {
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < kinds; i++) {
      ties.add(
          new Tie(
              "t" + i,
              "a",
              "b",
              "kind " + i,
              1,
              false,
              Period.UNKNOWN,
              "report " + i,
              null,
              true,
              Map.of()));
    }
    return CaseNetwork.ofTies(ties);
  }
}
