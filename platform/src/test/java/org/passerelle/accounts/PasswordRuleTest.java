package org.passerelle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.accounts.signin.PasswordRule;

class PasswordRuleTest {
  private final PasswordRule rule = new PasswordRule();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password1234",
        "P@ssw0rd2026!",
        "qwertyuiop12",
        "123456789012",
        "1qaz2wsx3edc4rfv",
        "aaaaaaaaaaaaaaaa",
        "abcabcabcabcabc",
        "passwordpassword",
        "poiuytrewq99",
        "Beograd2026!!",
        "motdepasse2024",
        "Лозинка123456",
        "crvenazvezda1",
        "!!!sunshine!!!"
      })
  void whatAttackersTryFirstIsRefused(String password) {
    assertThat(rule.problem(password)).contains("access.password.known");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "elevenchars", "једанаесет1"})
  void fewerThanTwelveCharactersAreRefused(String password) {
    assertThat(rule.problem(password)).contains("access.password.short");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three blue herons walk",
        "три плаве чапље ходају",
        "τρεις ερωδιοί περπατούν",
        "кишобран на Калемегдану",
        "vqX8-rotund-lamp",
        "zwölf rote Boote"
      })
  void threeOrFourWordsWillDo(String password) {
    assertThat(rule.problem(password, "jelena.m@most.example", "most-rs", "Kuća Most")).isEmpty();
  }

  @Test
  void oneselfAndOnesOrganisationAreRefused() {
    assertThat(rule.problem("xx jelena walks far", "Jelena.M@most.example"))
        .contains("access.password.own");
    assertThat(rule.problem("the Kuća of all birds", "j", "most-rs", "Кућа Мост Kuća Most"))
        .contains("access.password.own");
  }

  @Test
  void aVeryLongPasswordIsRefusedBeforeItCostsAnything() {
    assertThat(rule.problem("correct horse ".repeat(100))).contains("access.password.long");
  }

  @Test
  void theListHoldsThousandsThatTheLengthAloneWouldLetPass() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PasswordRule.class.getResourceAsStream("/access/breached-passwords.txt")),
                StandardCharsets.UTF_8))) {
      List<String> useful = reader.lines().filter(l -> !l.startsWith("#")).toList();
      assertThat(useful).hasSizeGreaterThan(3000).allMatch(l -> l.length() >= 12);
      assertThat(useful).allMatch(l -> rule.problem(l).isPresent());
    }
  }

  @Test
  void whatStandsInTheProductsOwnPagesIsNoPassword() {
    assertThat(new PasswordRule().problem("passerelle-demo-2026"))
        .contains("access.password.known");
    assertThat(new PasswordRule().problem("Passerelle-Demo-2026"))
        .contains("access.password.known");
  }
}
