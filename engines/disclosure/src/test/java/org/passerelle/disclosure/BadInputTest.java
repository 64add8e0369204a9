package org.passerelle.disclosure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Error messages for a wrong declaration name the field and a remedy. */
class BadInputTest {
  private static final String GOOD =
      """
      id: victims-2025
      title: Identified victims
      population: Persons formally identified as victims in 2025
      period: "2025"
      source: National referral mechanism
      variables:
        country:
          column: citizenship
          groups:
            Balkans: [AL, RS]
            Other: [BG, unknown]
          unknown: unknown
        age:
          bands: [0, 12, 18]
      tables:
        - by: [country, age]
        - by: [{country: 1}]
          id: regions
      policy:
        threshold: 5
        width: 3
      """;

  private static Release read(String yaml) {
    return ReleaseReader.read("release.yaml", new StringReader(yaml));
  }

  @Test
  void whatIsRightIsRead() {
    Release release = read(GOOD);
    assertThat(release.variables().get(1).tree().categories())
        .containsExactly("0-11", "12-17", "18+");
    assertThat(release.policy())
        .isEqualTo(new Policy(Policy.Method.SUPPRESSION, 5, 3, true, true, 5));
    Records records =
        RecordsReader.read(
            "data.csv",
            new StringReader("age;citizenship;name\n11;AL;x\n12;\"RS\";y\n40;;z\n"),
            release);
    Figures figures = Figures.count(records);
    Layout layout = figures.layout();
    assertThat(
            IntStream.range(0, layout.size())
                .filter(f -> figures.count(f) > 0)
                .mapToObj(f -> layout.name(f) + ": " + figures.count(f)))
        .containsExactly(
            "total: 3",
            "age=0-11: 1",
            "age=12-17: 1",
            "age=18+: 1",
            "country=Balkans: 2",
            "country=Balkans, age=0-11: 1",
            "country=Balkans, age=12-17: 1",
            "country=AL: 1",
            "country=AL, age=0-11: 1",
            "country=RS: 1",
            "country=RS, age=12-17: 1",
            "country=Other: 1",
            "country=Other, age=18+: 1",
            "country=unknown: 1",
            "country=unknown, age=18+: 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: victims-2025 | id: ../etc | release.yaml, id: letters, digits, _ and -, at most 64 is expected, found ../etc.
          title: Identified victims | | release.yaml, title is missing. Maybe see docs/disclosure.md, which lists the fields.
          threshold: 5 | treshold: 5 | release.yaml, policy.treshold is unknown. Maybe one of base, dominance, insiders, method, records, threshold, width, zeros.
          threshold: 5 | threshold: 1 | release.yaml, policy.threshold: a whole number from 2 to 1000 is expected, found 1.
          threshold: 5 | threshold: lots | release.yaml, policy.threshold: a whole number from 2 to 1000 is expected, found lots.
          id: regions | id: Country-age | release.yaml, tables[1].id: a unique name is expected, found Country-age.
          [country, age] | [country, sex] | release.yaml, tables[0].by: one of [country, age] is expected, found sex.
          [country, age] | [age, age] | release.yaml, tables[0].by: each variable once is expected, found age.
          [0, 12, 18] | [0, 18, 12] | release.yaml, variables.age.bands: ascending whole numbers from 0 is expected, found 12.
          Other: [BG, unknown] | Other: [BG, AL] | variables.country: the code AL appears twice. Maybe one of them is a group.
          unknown: unknown | unknown: nobody | release.yaml, variables.country.unknown: one of the categories is expected, found nobody.
          """)
  void aDeclarationThatIsWrong(String right, String wrong, String said) {
    assertThatThrownBy(() -> read(GOOD.replace(right, wrong == null ? "" : wrong)))
        .isInstanceOf(BadRelease.class)
        .hasMessage(said);
  }

  @Test
  void whatIsNoYaml() {
    assertThatThrownBy(() -> read("id: [unclosed"))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("release.yaml is not YAML:");
    assertThatThrownBy(() -> read("- 1"))
        .isInstanceOf(BadRelease.class)
        .hasMessage("release.yaml: fields with their values are expected, found [1].");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          age,country/11,AL | data.csv has no column citizenship, which variables.country names; it has age, country.
          age,citizenship/11,AL/12,XX | data.csv, line 3, column citizenship: XX is not a category of country. Maybe add it in variables.country.
          age,citizenship/,AL | data.csv, line 2, column age is empty. Maybe specify a category for it in variables.age.unknown: unknown is not zero.
          age,citizenship/-3,AL | data.csv, line 2, column age: -3 is not a category of age. Maybe add it in variables.age.
          age,citizenship/11 | data.csv, line 2 has 1 cells; 2 are expected, as in the first line.
          """)
  void recordsThatDoNotFit(String lines, String said) {
    assertThatThrownBy(
            () ->
                RecordsReader.read(
                    "data.csv", new StringReader(lines.replace('/', '\n')), read(GOOD)))
        .isInstanceOf(BadRelease.class)
        .hasMessage(said);
  }

  @Test
  void separatorsWithinQuotationMarksPartNothing() {
    Release release = read(GOOD.replace("bands:", "column: age, years\n    bands:"));
    String text = "\"age, years\";citizenship;\"a \"\"b\"\", c\"\n11;AL;x\n";
    Records records = RecordsReader.read("data.csv", new StringReader(text), release);
    assertThat(records.size()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"age,\"citizenship\n11,AL\n", "age,citizenship\n11,\"AL\n12,RS\n"})
  void aQuotationMarkThatIsNotClosed(String text) {
    assertThatThrownBy(() -> RecordsReader.read("data.csv", new StringReader(text), read(GOOD)))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("data.csv is not CSV (")
        .hasMessageEndingWith("Maybe a quotation mark is not closed.");
  }

  /** As saved by spreadsheets: in the first line, beyond it, and after the first buffer. */
  @ParameterizedTest
  @ValueSource(strings = {"âge,citizenship\n", "age,citizenship\n11,é\n", "age,citizenship\n#é\n"})
  void whatIsNotUtf8(String text) {
    byte[] bytes = text.replace("#", "11,AL\n".repeat(9_000)).getBytes(ISO_8859_1);
    assertThatThrownBy(() -> RecordsReader.read("data.csv", strict(bytes), read(GOOD)))
        .isInstanceOf(BadRelease.class)
        .hasMessage("data.csv is not UTF-8. Maybe save it as CSV UTF-8.");
    byte[] yaml = GOOD.replace("Identified", "Identifiées").getBytes(ISO_8859_1);
    assertThatThrownBy(() -> ReleaseReader.read("release.yaml", strict(yaml)))
        .isInstanceOf(BadRelease.class)
        .hasMessage("release.yaml is not UTF-8. Maybe save it as UTF-8.");
  }

  private static Reader strict(byte[] bytes) {
    return new InputStreamReader(new ByteArrayInputStream(bytes), UTF_8.newDecoder());
  }

  @Test
  void aMillionCategories() {
    String many =
        IntStream.range(0, 1_000_000).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    assertThatThrownBy(() -> read(GOOD.replace("[AL, RS]", "[" + many + "]")))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("Maybe a variable lists more than 10000 categories");
    assertThatThrownBy(() -> read(GOOD.replace("[AL, RS]", "[" + many.substring(0, 200_000) + "]")))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("variables.country has more than 10000 categories");
    Release found = read(GOOD.replaceAll("(?s)groups:.*unknown: unknown", "categories: found"));
    String rows = "age,citizenship\n" + many.replace(", ", "\n").replace("c", "1,c");
    assertThatThrownBy(() -> RecordsReader.read("data.csv", new StringReader(rows), found))
        .isInstanceOf(BadRelease.class)
        .hasMessageContaining("line 10002, column citizenship: more than 10000 different values");
  }

  @Test
  void moreCellsThanAnybodyReads() {
    String many =
        IntStream.range(0, 9_000).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    Release release =
        read(
            GOOD.replace("[AL, RS]", "[" + many + "]")
                .replace("bands: [0, 12, 18]", "categories: [" + many + "]"));
    assertThatThrownBy(() -> Layout.of(release))
        .isInstanceOf(BadRelease.class)
        .hasMessageStartingWith("Table country-age has more than 2000000 cells.");
  }

  @Test
  void aPolicyThatCannotBeMet() {
    Records records =
        RecordsReader.read("data.csv", new StringReader("age,citizenship\n11,AL\n"), read(GOOD));
    Figures figures = Figures.count(records);
    Published before = Published.hiding(figures, new boolean[figures.layout().size()]);
    assertThatThrownBy(
            () ->
                Protection.of(figures, List.of(new EarlierRelease(before, Release.Relation.SAME))))
        .isInstanceOf(BadRelease.class)
        .hasMessage(
            "The policy cannot be met: total counts few and can already be derived by readers (policy.threshold is 5). Maybe declare previous differently, or omit the table.")
        .satisfies(
            refused ->
                assertThat(((BadRelease) refused).cells())
                    .extracting(CellName::figure)
                    .containsExactly("total"));
  }
}
