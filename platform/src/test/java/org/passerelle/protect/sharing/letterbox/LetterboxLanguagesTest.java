package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.GuestTexts;
import org.passerelle.protect.sharing.handover.HandOverScenes;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Guests from countries without a node read and answer in their own language. */
@OnBothDatabases
@Tag("slow")
class LetterboxLanguagesTest {
  @Parameter House house;

  @ParameterizedTest
  @CsvSource({
    "sq, Diçka ju pret, Ky nuk është kodi, Diplomë",
    "mk, Нешто ве чека, Тоа не е кодот, Диплома",
    "ro, Ceva vă așteaptă, Acesta nu este codul, Diplomă",
    "el, Κάτι σας περιμένει, Αυτός δεν είναι ο κωδικός, Δίπλωμα",
    "bg, Нещо Ви очаква, Това не е кодът, Диплома",
  })
  void everyPageIsInTheLanguageOfItsReader(String tag, String door, String wrong, String words)
      throws IOException {
    LetterboxScenes scenes = new LetterboxScenes(house, tag);
    UUID file = scenes.file();
    UUID id = scenes.sent(file, scenes.basis(file));
    String today = new HandOverScenes(house).today().toString();
    String link = scenes.link(id);
    String code = scenes.code(id);
    Browser guest = new Browser(house);
    whole(guest.open(link), tag, door);
    String other = code.startsWith("0") ? "1111 1111" : "0000 0000";
    whole(guest.post(link, "code", other), tag, wrong);
    assertThat(guest.post(link, "code", code).location()).isEqualTo("/letterbox");
    whole(guest.get("/letterbox"), tag, GuestTexts.text(tag, "handover.take"));
    whole(
        guest.post("/letterbox/acts/take", "contact", ""),
        tag,
        GuestTexts.text(tag, "form.error.required"));
    LetterboxScenes.does(guest, "take", "contact", "Duty officer, +359");
    whole(
        guest.get("/letterbox"),
        tag,
        GuestTexts.text(tag, "letterbox.said.take").replaceAll(".*\\{0\\}", ""));
    LetterboxScenes.does(guest, "accept");
    LetterboxScenes.does(guest, "write", "text", words);
    for (Step step : new Step[] {Step.RECEPTION, Step.ARRIVED}) {
      whole(
          guest.get("/letterbox/steps/" + step.code()),
          tag,
          GuestTexts.text(tag, "handover.step." + step.code()));
    }
    whole(
        guest.post("/letterbox/steps/arrived", "state", "done", "on", today),
        tag,
        GuestTexts.text(tag, "handover.refused.not-departed"));
    String ends =
        DateTimeFormatter.ofPattern("HH:mm")
            .withZone(ZoneId.of("Europe/Sofia"))
            .format(house.get(DepositedDossierRows.class).find(id).orElseThrow().endsAt());
    // times are in the guest's country
    whole(guest.get("/letterbox"), tag, words, ends, GuestTexts.text(tag, "letterbox.unreviewed"));
    whole(
        guest.get("/letterbox/steps/no-such-step"),
        tag,
        GuestTexts.text(tag, "problem.not-found.title"));
    guest.get("/letterbox");
    assertThat(guest.post("/letterbox/acts/out").location()).isEqualTo("/letterbox/out");
    whole(guest.get("/letterbox/out"), tag, GuestTexts.text(tag, "letterbox.end.out"));
  }

  @Test
  void theGuestChoosesALanguageAndTheNodeKeepsItsOwn() {
    LetterboxScenes scenes = new LetterboxScenes(house, "el");
    UUID file = scenes.file();
    String link = scenes.link(scenes.sent(file, scenes.basis(file)));
    Browser guest = new Browser(house);
    assertThat(guest.open(link).body())
        .contains("hreflang=\"sq\"", "Shqip", "Македонски", "Română", "Ελληνικά", "Български");
    assertThat(guest.get("/language/sq?to=" + link).location()).isEqualTo(link);
    assertThat(guest.get(link).body()).contains("<html lang=\"sq\">", "Diçka ju pret");
    assertThat(guest.get("/sign-in").body())
        .as("no page of the house is half in a language that it does not have")
        .contains("<html lang=\"en\">")
        .doesNotContain("hreflang=\"sq\"");
    assertThat(guest.get("/language/fr?to=" + link).location()).isEqualTo(link);
    assertThat(guest.get(link).body()).contains("<html lang=\"fr\">");
  }

  @Test
  void whoAddsALetterboxChoosesTheLanguageOfItsReader() {
    Member administrator = Member.in(house, Staff.organisation(house).id(), Role.ADMINISTRATOR);
    assertThat(administrator.browser().get("/partner/letterboxes").body())
        .contains("<option value=\"sq\"", "<option value=\"bg\"");
    String mail = UUID.randomUUID() + "@example.org";
    String[] form = {
      "name",
      "Contact point",
      "type",
      "national_coordinator",
      "country",
      "GR",
      "mail",
      mail,
      "phone",
      "+30 000",
      "language",
      "el"
    };
    assertThat(administrator.browser().post("/partner/letterboxes", form).location())
        .isEqualTo("/partner/letterboxes");
    form[11] = "xx";
    administrator.browser().get("/partner/letterboxes");
    assertThat(administrator.browser().post("/partner/letterboxes", form).status()).isEqualTo(422);
  }

  /** Entirely in the language: required texts, no bare key, nothing left untranslated. */
  private static void whole(Browser.Answer page, String tag, String... says) throws IOException {
    String body = page.body();
    assertThat(body).contains("<html lang=\"" + tag + "\">").contains(says).doesNotContain("⟦");
    assertThat(
            GuestTexts.english(body, tag, "en/letterbox", "en/handover", "en/referral", "en/form"))
        .as("English that has a translation")
        .isEmpty();
  }
}
