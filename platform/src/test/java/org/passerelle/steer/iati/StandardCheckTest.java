package org.passerelle.steer.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.steer.iati.StandardCheck.Problem;

/** The check finds what is wrong: a valid file is broken in one place, and that rule is named. */
@Tag("slow")
class StandardCheckTest {
  @TempDir Path folder;

  private static String valid() {
    return Projects.file(
        Projects.with(
            Projects.project(
                "valid",
                "end",
                "2020-05-01",
                "status",
                "done",
                "area",
                "southeast-europe",
                "budget",
                List.of(Map.of("funder", "meae", "year", 2019, "amount", "100")),
                "commitments",
                List.of(Map.of("funder", "meae", "date", "2019-02-01", "amount", "90"))),
            Projects.entry(
                "indicator",
                "i",
                "title",
                Projects.words("Seminars"),
                "subject",
                "project:valid",
                "unit",
                "events",
                "target",
                3,
                "target-year",
                2019)),
        2019);
  }

  private List<Problem> problems(String file) throws IOException {
    Path written = folder.resolve("file.xml");
    Files.writeString(written, file);
    return IatiStandard.check().check(written);
  }

  @Test
  void theFileIsValidBeforeItIsBroken() throws IOException {
    assertThat(problems(valid())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<iati-identifier>XM-DAC-4-6-valid<|<iati-identifier>XM-DAC-4-6<|1.1.3",
        "<iati-identifier>XM-DAC-4-6-valid<|<iati-identifier>FR-X-valid<|1.1.21",
        "<iati-identifier>XM-DAC-4-6-valid<|<iati-identifier>XM-DAC-4-6-a/b<|1.3.13",
        "<iati-identifier>XM-DAC-4-6-valid<|<iati-identifier>XM-DAC-4-6-valid <|1.3.1",
        "ref=\"XM-DAC-4-6\" type=\"10\">|ref=\"ZZ-NONE-1\" type=\"10\">|1.14.8",
        "type=\"2\" iso-date|type=\"3\" iso-date|6.11.1",
        "<sector vocabulary=\"1\" code=\"15160\"/>||6.2.2",
        "default-currency=\"EUR\"||7.8.1",
        "last-updated-datetime=\"2026-|last-updated-datetime=\"2027-|11.1.1",
        "iso-date=\"2019-01-15\"|iso-date=\"2020-12-15\"|11.1.3",
        "iso-date=\"2019-01-15\"|iso-date=\"2026-12-15\"|11.1.4",
        "iso-date=\"2020-05-01\"|iso-date=\"2026-12-15\"|11.1.5",
        "<transaction-date iso-date=\"2019-|<transaction-date iso-date=\"2029-|11.2.1",
        "<value value-date=\"2019-02|<value value-date=\"2029-02|11.2.2",
        "percentage=\"25\"|percentage=\"24\"|3.4.2",
        "code=\"89\" vocabulary=\"1\" percentage=\"25\"|code=\"89\" vocabulary=\"1\"|3.4.2",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"1\" code=\"15160\"/><sector vocabulary=\"1\" code=\"15130\"/>|2.1.1",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"1\" code=\"15160\" percentage=\"60\"/>|2.1.4",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"1\" code=\"15160\" percentage=\"60\"/><sector vocabulary=\"1\" code=\"15130\" percentage=\"60\"/>|2.1.2",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"1\" code=\"15160\" percentage=\"160\"/>|12.3.1",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"99\" code=\"x\"/>|2.2.1",
        "<sector vocabulary=\"1\" code=\"15160\"/>|<sector vocabulary=\"1\" code=\"15160\"/><policy-marker code=\"1\"/>|6.14.1",
        "<period-end iso-date=\"2019-12-31\"/>|<period-end iso-date=\"2018-12-31\"/>|8.6.3",
        "<period-end iso-date=\"2019-12-31\"/>|<period-end iso-date=\"2020-12-31\"/>|7.5.3",
        "<target value=\"3\"/>|<target/>|8.9.1",
        "<target value=\"3\"/>|<target value=\"three\"/>|8.9.2",
        "<activity-status code=\"4\"/>|<activity-status code=\"44\"/>|ActivityStatus",
        "code=\"AL\"|code=\"QQ\"|Country",
        "<activity-status code=\"4\"/>||schema",
        "<target value=\"3\"/>|<target value=\"3\"/><surprise/>|schema",
        "</iati-activities>||schema"
      })
  void everyBrokenRuleIsNamed(String valid, String broken, String rule) throws IOException {
    String file = valid();
    assertThat(file).contains(valid);
    List<Problem> problems = problems(file.replace(valid, broken == null ? "" : broken));
    assertThat(problems).as("%s", problems).extracting(Problem::rule).contains(rule);
  }

  @Test
  void aTitleWithoutTextAndAnActivityWithoutAPlaceAreFound() throws IOException {
    assertThat(
            problems(valid().replaceFirst("(?s)<title>.*?</title>", "<title><narrative/></title>")))
        .extracting(Problem::rule)
        .contains("4.3.1");
    String nowhere =
        valid()
            .replaceAll("(?s)<recipient-(country|region) .*?</recipient-(country|region)>\\s*", "");
    assertThat(problems(nowhere)).extracting(Problem::rule).contains("3.7.1", "3.7.2");
  }

  @Test
  void aFolderWithoutTheStandardIsOneSentence() {
    assertThatThrownBy(() -> StandardCheck.in(folder, IatiStandard.CLOCK))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Maybe it is not the folder");
  }

  @Test
  void aFileThatIsNoXmlOrAttacksTheReaderIsAProblem() throws IOException {
    assertThat(problems("nothing")).isNotEmpty();
    assertThat(
            problems(
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><iati-activities version=\"2.03\">&x;</iati-activities>"))
        .isNotEmpty();
  }
}
