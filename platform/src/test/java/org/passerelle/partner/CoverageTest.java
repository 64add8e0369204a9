package org.passerelle.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.partner.Coverage.Doubt;
import org.passerelle.partner.Coverage.Flag;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;

/** Who covers which country on which day, and what is said about what does not add up. */
class CoverageTest {
  private static final LocalDate APRIL_2019 = LocalDate.of(2019, 4, 15);
  private final Facts shipped = Facts.shipped();

  @Test
  void greeceIsAPartnerSinceDecember2016() {
    assertThat(Coverage.partners(shipped, LocalDate.of(2016, 11, 30)))
        .hasSize(10)
        .noneMatch(c -> c.id().equals("GR"));
    assertThat(Coverage.partners(shipped, APRIL_2019))
        .hasSize(11)
        .anyMatch(c -> c.id().equals("GR"));
  }

  @Test
  void theSpecialAdvisorCoversSerbiaSinceSeptember2016() {
    assertThat(Coverage.of(shipped, "RS", "", APRIL_2019))
        .extracting(Entry::id)
        .containsExactly("sa-thb-vienna");
    assertThat(Coverage.of(shipped, "RS", "", LocalDate.of(2016, 8, 31))).isEmpty();
    assertThat(Coverage.of(shipped, "RS", "migration", APRIL_2019)).isEmpty();
  }

  @Test
  void elevenPartnersAgainstTwelveOfFourteenIsFlagged() {
    assertThat(Coverage.flags(shipped, APRIL_2019))
        .contains(
            new Flag(
                Doubt.PARTNERS,
                "",
                List.of(shipped.find("post", "centre-serbia").orElseThrow()),
                12,
                11))
        .anyMatch(f -> f.doubt() == Doubt.NOT_STATED);
  }

  @Test
  void aCountryWithoutAPostAndACountryWithTwoOfAKindAreFlagged() {
    Entry one = post("asi-1", Map.of("type", "asi", "countries", List.of("RS", "ME")));
    Entry two = post("asi-2", Map.of("type", "asi", "countries", List.of("RS")));
    Entry gone = post("asi-3", Map.of("type", "asi", "countries", List.of("AL"), "until", "2018"));
    List<Flag> flags = Coverage.flags(countriesAnd(one, two, gone), APRIL_2019);
    assertThat(flags).contains(new Flag(Doubt.OVERLAP, "RS", List.of(one, two), 0, 0));
    assertThat(flags)
        .filteredOn(f -> f.doubt() == Doubt.GAP)
        .extracting(Flag::country)
        .contains("AL", "BG")
        .doesNotContain("RS", "ME");
  }

  @Test
  void aNumberThatIsNotWhatIsListedIsFlagged() {
    Entry post =
        post("asir", Map.of("type", "asir", "countries", List.of("RS"), "covered-declared", 3));
    assertThat(Coverage.flags(countriesAnd(post), APRIL_2019))
        .contains(new Flag(Doubt.COUNT, "", List.of(post), 3, 1));
  }

  private Facts countriesAnd(Entry... posts) {
    List<Entry> entries = new ArrayList<>(shipped.all("country"));
    entries.addAll(List.of(posts));
    return new Facts(entries);
  }

  private static Entry post(String id, Map<String, Object> content) {
    return new Entry(Kinds.shipped().find("post").orElseThrow(), id, 1, content);
  }
}
