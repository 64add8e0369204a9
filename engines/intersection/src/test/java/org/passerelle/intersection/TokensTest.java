package org.passerelle.intersection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivation of tokens from a person's data. */
class TokensTest {
  private static final Birth DAY = Birth.on(LocalDate.of(2013, 5, 17));
  private final Tokens tokens = Tokens.load();

  private static Identity named(String name, Birth birth) {
    return new Identity(List.of(name), birth, List.of(), List.of());
  }

  private static Identity with(List<String> documents, List<String> telephones) {
    return new Identity(List.of(), Birth.UNKNOWN, documents, telephones);
  }

  private Set<Token> common(Identity asked, Identity file) {
    Set<Token> common = new HashSet<>(tokens.ofQuestion(asked));
    common.retainAll(new HashSet<>(tokens.ofFile(file)));
    return common;
  }

  private static final List<String> ONE_CHILD =
      List.of("Gjergj Hoxha", "Ђерђ Хоџа", "Χότζα Γκέργκι", "HODZA GJERG");

  @Test
  void oneChildInThreeScriptsHasACommonToken() {
    for (String asked : ONE_CHILD) {
      for (String file : ONE_CHILD) {
        assertThat(common(named(asked, DAY), named(file, DAY)))
            .as("%s, %s", asked, file)
            .isNotEmpty();
      }
    }
  }

  @Test
  void aYearIsEnoughAndAnAgeToldAYearOff() {
    Identity file = named("Shaban Rexhepi", DAY);
    assertThat(common(named("Шабан Реџепи", Birth.in(2013)), file)).isNotEmpty();
    assertThat(common(named("Шабан Реџепи", Birth.in(2014)), file)).isNotEmpty();
    assertThat(common(named("Шабан Реџепи", Birth.in(2016)), file)).isEmpty();
    Birth age = Birth.ofAge(13, LocalDate.of(2026, 11, 26));
    assertThat(common(named("Шабан Реџепи", age), file)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Jovan Petrović, Jovana Petrović",
    "Marko Petrović, Marko Pavlović",
    "Arben Hoxha, Artan Hoxha"
  })
  void anotherNameIsAnotherToken(String asked, String file) {
    assertThat(common(named(asked, Birth.in(2013)), named(file, Birth.in(2013)))).isEmpty();
  }

  @Test
  void aNameWithoutABirthAndAWordAloneMakeNoToken() {
    assertThat(tokens.ofFile(named("Arben Hoxha", Birth.UNKNOWN))).isEmpty();
    assertThat(tokens.ofFile(named("Arben", DAY))).isEmpty();
    assertThat(tokens.ofFile(named("", DAY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AK 123-456, ак123456",
    "MK1752328, mk 1752328",
    "ΑΒ 654321, AB654321",
    "x١٢٣٤٥٦, X123456"
  })
  void aDocumentIsOneInAnyScript(String one, String other) {
    assertThat(common(with(List.of(one), List.of()), with(List.of(other), List.of()))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "+389 61 866 152, 061866152",
    "00355 69 123 4567, 069/123-45-67",
    "(+30) 6912345678, 6912345678"
  })
  void aTelephoneIsOneWithItsCountryAndWithout(String one, String other) {
    assertThat(common(with(List.of(), List.of(one)), with(List.of(), List.of(other)))).hasSize(1);
  }

  @Test
  void whatIsTooShortToBeAnybodysIsNoToken() {
    assertThat(tokens.ofFile(with(List.of("", "12", "none", "-"), List.of("112", "")))).isEmpty();
  }

  @Test
  void equalTextsOfTwoKindsAreTwoTokens() {
    byte[] document = new Token(Kind.DOCUMENT, "12345678").octets();
    byte[] telephone = new Token(Kind.TELEPHONE, "12345678").octets();
    assertThat(document).isNotEqualTo(telephone);
  }

  @Test
  void fileAndQuestionStayWithinTheirNumbers() {
    Identity all =
        new Identity(
            List.of("Ćazim Đorđe Țăndărică Hadžić-Hoxha", "Χρήστος Σκελκίμ Tzanetos"),
            Birth.ofAge(14, LocalDate.of(2026, 3, 4)),
            List.of("A1234567", "B1234567", "C1234567"),
            List.of("061866152", "061866153", "061866154"));
    assertThat(tokens.ofFile(all)).hasSizeLessThanOrEqualTo(Kind.MOST_OF_A_FILE);
    assertThat(tokens.ofQuestion(all)).hasSizeLessThanOrEqualTo(Kind.OF_A_QUESTION);
  }

  @Test
  void theCountryOfTheMachineChangesNothing() {
    Identity all =
        new Identity(List.of("IŞIK İLHAN"), DAY, List.of("i1234567"), List.of("061866152"));
    List<Token> before = tokens.ofFile(all);
    Locale was = Locale.getDefault();
    try {
      for (String tag : List.of("sr", "sr-Latn", "el", "tr", "ar")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(tokens.ofFile(all)).isEqualTo(before);
      }
    } finally {
      Locale.setDefault(was);
    }
  }
}
